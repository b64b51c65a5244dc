import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { type Pressed, shownVote } from './tally.ts';

// The tally after an ack comes within a tick; after this the server's word is taken as it is.
const SETTLE_MS = 2000;

export type Votes = {
  of(question: QuestionView): { on: boolean; count: number };
  cast(question: QuestionView, on: boolean): void;
};

/** One's votes as they will be: a press shows at once, and goes back if it is refused. */
export function useVotes(): Votes {
  const { t } = useTranslation('common');
  const { own, optimisticVotes } = useSession();
  const send = useSend();
  const [pressed, setPressed] = useState<ReadonlyMap<QuestionId, Pressed>>(new Map());
  const mine = new Set(own?.votes);

  const put = (id: QuestionId, next: Pressed) => setPressed((all) => new Map(all).set(id, next));
  const drop = (id: QuestionId, entry: Pressed) =>
    setPressed((all) => (all.get(id) === entry ? new Map([...all].filter(([other]) => other !== id)) : all));

  const of = (question: QuestionView) => {
    const press = pressed.get(question.id);
    // A vote sent before this list was shown is known to the outbox alone.
    const waiting = optimisticVotes.get(question.id);
    const fallback = waiting === undefined ? undefined : { on: waiting, was: mine.has(question.id), votes: question.votes, acked: false };
    return shownVote(question.votes, mine.has(question.id), press ?? fallback);
  };

  const cast = async (question: QuestionView, on: boolean) => {
    const entry: Pressed = { on, was: mine.has(question.id), votes: question.votes, acked: false };
    put(question.id, entry);
    const answer = await send({ type: 'cast-vote', questionId: question.id, on });
    if (!answer.ok) {
      drop(question.id, entry);
      showToast({ text: t(`error.${answer.error.code}`), tone: 'danger' });
      return;
    }
    const acked = { ...entry, acked: true };
    setPressed((all) => (all.get(question.id) === entry ? new Map(all).set(question.id, acked) : all));
    setTimeout(() => drop(question.id, acked), SETTLE_MS);
  };

  const steadyCast = useSteady((question: QuestionView, on: boolean) => void cast(question, on));
  return { of, cast: steadyCast };
}
