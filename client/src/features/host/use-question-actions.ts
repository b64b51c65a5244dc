import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type Step, undoOf } from './undo.ts';
import { useLatest } from './use-list-hold.ts';

const commandOf = { answer: 'start-answer', finish: 'finish-answer', skip: 'skip-question', requeue: 'requeue-question' } as const;

/** Milliseconds after an action in which a press is the second half of a double click. */
const GUARD_MS = 400;

export type Act = (did: Step['did'], question: QuestionView) => void;

export type QuestionActions = {
  /** Sent at once; a toast offers to undo it. The same function on every render. */
  act: Act;
  /** Questions that the doctor moved, which leave the list they stood in before the server has said so. */
  acted: ReadonlySet<QuestionId>;
  /** Opens the answer in writing. The same function on every render. */
  write: (id: QuestionId) => void;
  /** The view's questions without those on their way. */
  questions: readonly QuestionView[];
};

export function useQuestionActions(view: View): Omit<QuestionActions, 'write'> {
  const { t } = useTranslation(['host', 'common']);
  const send = useSend();
  // Up to which `seq` the view still shows them where they were; null until the ack.
  const [moved, setMoved] = useState<ReadonlyMap<QuestionId, number | null>>(new Map());
  const latest = useLatest({ view, t });
  const guardedUntil = useRef(0);

  const act = useCallback<Act>(
    (did, question) => {
      if (performance.now() < guardedUntil.current) return;
      guardedUntil.current = performance.now() + GUARD_MS;
      const questionId = question.id;
      const finished = did === 'answer' ? latest.current.view.session.answeringId : null;
      const step: Step = { did, questionId, was: question.status, finished };

      const refuse = (code: ErrorCode) => showToast({ text: latest.current.t(`common:error.${code}`), tone: 'danger' });
      const undo = async () => {
        // One after the other: each makes the next one possible.
        for (const command of undoOf(step, latest.current.view)) {
          const answer = await send(command);
          if (!answer.ok) return void refuse(answer.error.code);
        }
      };
      const run = async () => {
        setMoved((now) => new Map(now).set(questionId, null));
        const answer = await send({ type: commandOf[did], questionId });
        if (answer.ok) {
          setMoved((now) => new Map(now).set(questionId, answer.seq));
          showToast({
            text: latest.current.t(`toast.${did}`),
            action: { label: latest.current.t('common:action.undo'), run: () => void undo() },
          });
          return;
        }
        setMoved((now) => new Map([...now].filter(([id]) => id !== questionId)));
        refuse(answer.error.code);
      };
      void run();
    },
    [send, latest],
  );

  const onItsWay = ({ id }: QuestionView) => {
    const seq = moved.get(id);
    return seq === null || (seq !== undefined && seq > view.seq);
  };
  return { act, acted: new Set(moved.keys()), questions: view.questions.filter((question) => !onItsWay(question)) };
}
