import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import ask from '../../i18n/en/ask.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSend } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { showToast } from '../../ui/toasts.ts';
import { asksForHelp } from '../../help/confirming.ts';
import { OwnQuestion } from './OwnQuestion.tsx';
import styles from './OwnQuestions.module.css';

addWords('ask', ask);

const WithdrawDialog = lazyPart(() => import('./WithdrawDialog.tsx').then((part) => part.WithdrawDialog));
const ObjectDialog = lazyPart(() => import('./ObjectDialog.tsx').then((part) => part.ObjectDialog));

// The newest ones; older ones are a press away, so that the queue stays in sight.
const SHOWN = 2;

type OwnQuestionsProps = {
  /** Whether there are any. */
  isOpen: boolean;
  questions: readonly QuestionView[];
  /** What everybody sees. */
  all: readonly QuestionView[];
  /** What waits for an answer, in the order of votes. */
  line: readonly QuestionView[];
  /** Nobody sees any question at the moment (rule H6). */
  closed: boolean;
  /** The one in which the server found signs that its asker has not seen yet. */
  called: QuestionId | null;
};

/** One's own questions and what became of each. */
export function OwnQuestions({ questions, all, line, closed, called }: OwnQuestionsProps) {
  const { t } = useTranslation(['ask', 'common']);
  const send = useSend();
  const [unfolded, setUnfolded] = useState(false);
  const [asked, setAsked] = useState<{ to: 'withdraw' | 'object'; id: QuestionId } | null>(null);
  const kept = questions.filter(({ status }) => status !== 'withdrawn').toSorted((a, b) => b.askedAt - a.askedAt);
  if (kept.length === 0) return null;
  // One that asks to call for help is never folded away.
  const shown = unfolded ? kept : kept.filter((question, place) => place < SHOWN || asksForHelp(question));

  const tell = async (command: SessionCommand, said?: string) => {
    const answer = await send(command);
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    else if (said) showToast({ text: said });
  };
  const close = () => setAsked(null);

  return (
    <section className={styles.own} aria-labelledby="own-questions">
      <h2 id="own-questions" className={styles.heading}>
        {t('own.heading')}
      </h2>
      <ul className={styles.list}>
        {shown.map((question) => (
          <li key={question.id}>
            <OwnQuestion
              question={question}
              place={line.findIndex(({ id }) => id === question.id) + 1 || null}
              of={line.length}
              target={all.find(({ id }) => id === question.mergedInto) ?? null}
              closed={closed}
              called={question.id === called && asksForHelp(question)}
              onWithdraw={() => setAsked({ to: 'withdraw', id: question.id })}
              onObject={() => setAsked({ to: 'object', id: question.id })}
              onConfirm={() => void tell({ type: 'confirm-emergency', questionId: question.id })}
            />
          </li>
        ))}
      </ul>
      {kept.length > SHOWN && (
        <Button variant="quiet" aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
          {unfolded ? t('common:question.showLess') : t('own.all', { count: kept.length })}
        </Button>
      )}
      <WithdrawDialog
        isOpen={asked?.to === 'withdraw'}
        onClose={close}
        onConfirm={() => asked && void tell({ type: 'withdraw-question', questionId: asked.id }, t('own.withdrawn'))}
      />
      <ObjectDialog
        isOpen={asked?.to === 'object'}
        onClose={close}
        onConfirm={() => asked && void tell({ type: 'object-to-edit', questionId: asked.id }, t('own.objectSent'))}
      />
    </section>
  );
}
