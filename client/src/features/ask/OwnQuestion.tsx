import { useTranslation } from 'react-i18next';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { WrittenAnswer } from '../../ui/WrittenAnswer.tsx';
import { asksForHelp } from './confirming.ts';
import { Journey } from './Journey.tsx';
import { OwnEdit } from './OwnEdit.tsx';
import { type Fated, OwnFate } from './OwnFate.tsx';
import styles from './OwnQuestions.module.css';

const Help = lazyPart(() => import('./OwnHelp.tsx').then((part) => part.OwnHelp));

const looks: Record<QuestionStatus, { tone: BadgeTone; icon: IconName }> = {
  pending: { tone: 'warn', icon: 'clock' },
  'in-review': { tone: 'warn', icon: 'clock' },
  approved: { tone: 'accent', icon: 'check' },
  declined: { tone: 'danger', icon: 'info' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
  answering: { tone: 'live', icon: 'record' },
  answered: { tone: 'ok', icon: 'check' },
  skipped: { tone: 'neutral', icon: 'skip' },
  merged: { tone: 'neutral', icon: 'link' },
};

// Rule Q6.
const withdrawable = new Set<QuestionStatus>(['pending', 'in-review', 'approved', 'declined', 'skipped', 'merged']);

type OwnQuestionProps = Fated & { onWithdraw(): void; onObject(): void; onConfirm(): void };

/** One question of one's own and its fate in words. */
export function OwnQuestion({ question, place, of, target, onWithdraw, onObject, onConfirm }: OwnQuestionProps) {
  const { t } = useTranslation(['ask', 'common']);
  const { status, name, reply, answer } = question;
  const { tone, icon } = looks[status];
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Badge tone={tone} icon={icon}>
          {t(`common:status.${status}`)}
        </Badge>
        <RelativeTime at={question.askedAt} className={styles.meta} />
      </div>
      <Help isOpen={asksForHelp(question)} flags={question.redFlags ?? []} onConfirm={onConfirm} />
      {question.original === undefined ? (
        <ClampedText lines={3}>
          <QuestionText text={question.text} />
        </ClampedText>
      ) : (
        <OwnEdit question={question} original={question.original} onObject={onObject} />
      )}
      {name !== null && <p className={styles.meta}>{t('own.asName', { name })}</p>}
      <Journey status={status} />
      {reply !== undefined && <Said title={t('own.reply')} text={reply} />}
      {answer !== undefined && <WrittenAnswer text={answer} at={question.answeredAt} />}
      <div className={styles.foot}>
        <OwnFate question={question} place={place} of={of} target={target} />
        {withdrawable.has(status) && (
          <Button variant="quiet" size="sm" className={styles.withdraw} onPress={onWithdraw}>
            {t('own.withdraw')}
          </Button>
        )}
      </div>
    </article>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <blockquote className={styles.note}>
      <span className={styles.noteFrom}>{title}</span>
      <span dir="auto">{text}</span>
    </blockquote>
  );
}
