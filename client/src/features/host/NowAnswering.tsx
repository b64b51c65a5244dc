import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { AskerName, QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { textSize } from './lists.ts';
import styles from './NowAnswering.module.css';
import { shortcutKeys } from './shortcuts.ts';
import { PrivacyReminder } from './PrivacyReminder.tsx';
import { QuestionLabels } from './QuestionRow.tsx';
import type { Act } from './use-question-actions.ts';

type NowAnsweringProps = {
  question: QuestionView | null;
  act: Act;
  write: (id: QuestionId) => void;
  keys: boolean;
  hasNext: boolean;
};

/** The one question of the moment, to be read from an arm's length and more. */
export function NowAnswering({ question, act, write, keys, hasNext }: NowAnsweringProps) {
  const { t } = useTranslation(['host', 'common']);
  if (!question) {
    return (
      <section className={cx(styles.panel, styles.none)} aria-labelledby="answering">
        <h2 id="answering" className={styles.noneTitle}>
          {t('answering.none')}
        </h2>
        {hasNext && <p>{keys ? t('answering.noneNote', { key: shortcutKeys.next.toUpperCase() }) : t('answering.noneNoteNoKey')}</p>}
      </section>
    );
  }
  return (
    <section className={styles.panel} aria-labelledby="answering">
      <div className={styles.head}>
        <h2 id="answering" className={styles.heading}>
          {t('answering.heading')}
        </h2>
        <p className={styles.meta}>
          <AskerName name={question.name} /> <span aria-hidden="true">·</span> <RelativeTime at={question.askedAt} />{' '}
          <span aria-hidden="true">·</span> <Icon name="arrowUp" size={1} className={styles.arrow} />
          {t('common:vote.count', { count: question.votes })}
        </p>
        <QuestionLabels question={question} />
      </div>
      {/* A region that scrolls must be reachable by keyboard, and so have a name. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label={t('answering.scroll')} tabIndex={0}>
        <QuestionText text={question.text} className={cx(styles.text, styles[textSize(question.text)])} />
      </div>
      <PrivacyReminder />
      <div className={styles.actions}>
        <Button
          variant="primary"
          size="lg"
          icon="check"
          aria-keyshortcuts={keys ? shortcutKeys.done : undefined}
          onPress={() => act('finish', question)}
        >
          {t('answering.done')} {keys && <Kbd decorative>{shortcutKeys.done.toUpperCase()}</Kbd>}
        </Button>
        <Button size="lg" onPress={() => act('skip', question)}>
          {t('answering.skip')}
        </Button>
        <Button variant="quiet" size="lg" onPress={() => act('requeue', question)}>
          {t('answering.requeue')}
        </Button>
        <Button variant="quiet" size="lg" icon="edit" onPress={() => write(question.id)}>
          {t('write.open')}
        </Button>
      </div>
    </section>
  );
}
