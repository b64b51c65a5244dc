import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { WrittenAnswer } from '../../ui/WrittenAnswer.tsx';
import { asksForHelp } from '../../help/confirming.ts';
import { Journey } from './Journey.tsx';
import { editingOf } from './own-edit.ts';
import { OwnEdit } from './OwnEdit.tsx';
import { type Fated, isHidden, OwnFate } from './OwnFate.tsx';
import styles from './OwnQuestions.module.css';
import { Help } from '../../help/Help.tsx';

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

type OwnQuestionProps = Fated & {
  /** Signs were found that its asker has not seen yet: it comes into view. */
  called: boolean;
  onWithdraw(): void;
  onObject(): void;
  onConfirm(): void;
};

/** One question of one's own and its fate in words. */
export function OwnQuestion({ question, called, onWithdraw, onObject, onConfirm, ...fated }: OwnQuestionProps) {
  const { t } = useTranslation(['ask', 'common']);
  const { status, name, reply, answer } = question;
  const { tone, icon } = looks[status];
  const editing = editingOf(question, fated.closed);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (called) card.current?.scrollIntoView({ block: 'start' });
  }, [called]);
  return (
    <article ref={card} className={styles.card}>
      <div className={styles.head}>
        <Badge tone={tone} icon={icon}>
          {t(`common:status.${status}`)}
        </Badge>
        <RelativeTime at={question.askedAt} className={styles.meta} />
      </div>
      <Help isOpen={asksForHelp(question)} flags={question.redFlags ?? []} onConfirm={onConfirm} />
      {editing ? (
        <OwnEdit text={question.text} editing={editing} objected={question.objected === true} onObject={onObject} />
      ) : (
        <ClampedText lines={3}>
          <QuestionText text={question.text} />
        </ClampedText>
      )}
      {name !== null && !question.nameHidden && <p className={styles.meta}>{t('own.asName', { name })}</p>}
      {!isHidden(question, fated.closed) && <Journey status={status} />}
      {reply !== undefined && <Said title={t('own.reply')} text={reply} />}
      {answer !== undefined && <WrittenAnswer text={answer} at={question.answeredAt} />}
      <div className={styles.foot}>
        <OwnFate question={question} {...fated} />
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
