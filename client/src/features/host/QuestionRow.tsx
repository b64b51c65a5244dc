import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { AskerName, QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { excerpt } from './lists.ts';
import styles from './QuestionRow.module.css';
import { WrittenAnswer } from '../../ui/WrittenAnswer.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { shortcutKeys } from './shortcuts.ts';
import type { Act } from './use-question-actions.ts';

type QuestionRowProps = {
  question: QuestionView;
  /** It left the list while the list was held. */
  gone: boolean;
  pinned: boolean;
  /** The one that the shortcut takes. */
  first: boolean;
  size: 'lg' | 'md';
  /** The shortcut works: its key stands on the first one's button. */
  keys: boolean;
  canAnswer: boolean;
  describedBy: string;
  act: Act;
  write: (id: QuestionId) => void;
};

// Memoised by hand: of five hundred rows a tally changes a few.
export const QuestionRow = memo(function QuestionRow({ question, gone, pinned, first, size, ...actions }: QuestionRowProps) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <article className={cx(styles.row, styles[size], first && actions.canAnswer && styles.first, gone && styles.gone)}>
      <div className={styles.votes}>
        <span className={styles.count}>{question.votes}</span> <span>{t('next.votes', { count: question.votes })}</span>
      </div>
      <div className={styles.words}>
        <ClampedText lines={4}>
          <QuestionText text={question.text} className={styles.text} />
        </ClampedText>
        <p className={styles.meta}>
          {pinned && (
            <Badge tone="accent" icon="pin">
              {t('common:question.pinned')}
            </Badge>
          )}
          <QuestionLabels question={question} />
          <span>
            <AskerName name={question.name} /> <span aria-hidden="true">·</span> <RelativeTime at={question.askedAt} />
          </span>
        </p>
        {question.answer !== undefined && <WrittenAnswer text={question.answer} at={question.answeredAt} />}
      </div>
      {gone ? (
        <p className={styles.actions}>{t('common:question.gone')}</p>
      ) : (
        <RowActions question={question} first={first} writes={size === 'md'} {...actions} />
      )}
    </article>
  );
});

/** What others did to its words, or joined with it. */
export function QuestionLabels({ question: { edited, merged } }: { question: QuestionView }) {
  const { t } = useTranslation('common');
  return (
    <>
      {edited && <Badge icon="edit">{t('question.edited')}</Badge>}
      {merged !== undefined && merged > 0 && <Badge icon="people">{t('question.merged', { count: merged })}</Badge>}
    </>
  );
}

function RowActions({
  question,
  first,
  keys,
  canAnswer,
  describedBy,
  act,
  write,
  writes,
}: Pick<QuestionRowProps, 'question' | 'first' | 'keys' | 'canAnswer' | 'describedBy' | 'act' | 'write'> & {
  /** Not in the short list that is read while on air. */
  writes: boolean;
}) {
  const { t } = useTranslation('host');
  // A screen reader's list of buttons tells one "Answer" from another by its question.
  const named = <VisuallyHidden>: {excerpt(question.text ?? '')}</VisuallyHidden>;
  const waits = question.status === 'approved';
  return (
    <div className={styles.actions}>
      {canAnswer && question.status !== 'answered' && (
        <Button
          variant={first ? 'primary' : 'secondary'}
          aria-describedby={describedBy}
          aria-keyshortcuts={first && keys ? shortcutKeys.next : undefined}
          onPress={() => act('answer', question)}
        >
          {t('next.answer')}
          {named} {first && keys && <Kbd decorative>{shortcutKeys.next.toUpperCase()}</Kbd>}
        </Button>
      )}
      {waits && (
        <Button variant="quiet" onPress={() => act('skip', question)}>
          {t('next.skip')}
          {named}
        </Button>
      )}
      {writes && (
        <Button variant="quiet" icon="edit" aria-describedby={describedBy} onPress={() => write(question.id)}>
          {t(question.answer === undefined ? 'write.open' : 'write.again')}
          {named}
        </Button>
      )}
      {!waits && (
        <Button variant="quiet" icon="undo" onPress={() => act('requeue', question)}>
          {t('next.requeue')}
          {named}
        </Button>
      )}
    </div>
  );
}
