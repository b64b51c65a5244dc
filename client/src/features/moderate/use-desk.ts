import { useEffect, useReducer, useRef, useState } from 'react';
import type { DeclineReason, SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { after, initialDesk, intentOn, lastDecision, pendingRows, reduce, selectedRow, step } from './desk-state.ts';

type Answer = Ack<{ seq: number }>;

// Whoever presses A the moment that something appears in an empty list can't have read it.
const UNREAD_MS = 400;

/**
 * What waits, what is selected, and what one can do with it. A decision shows at once and is sent by the outbox;
 * commands on one question go one after the other, so that an undo never overtakes what it undoes.
 */
export function useDesk(view: View, matches: (question: QuestionView) => boolean) {
  const send = useSend();
  const [state, dispatch] = useReducer(reduce, initialDesk);
  const [unsent, setUnsent] = useState(0);
  const ops = useRef(0);
  const lanes = useRef(new Map<QuestionId, Promise<Answer>>());

  const { seq, questions } = view;
  const rows = pendingRows(state, questions, seq, matches);
  const selected = selectedRow(state, rows);

  const isChosen = selected?.question.id === state.selected?.id;
  const choseItselfAt = useRef(0);
  useEffect(() => {
    if (!selected || isChosen) return;
    choseItselfAt.current = performance.now();
    dispatch({ type: 'selected', question: selected.question });
  }, [selected, isChosen]);

  async function sendCounted(command: SessionCommand): Promise<Answer> {
    setUnsent((count) => count + 1);
    const answer = await send(command);
    setUnsent((count) => count - 1);
    return answer;
  }

  async function inLane(op: number, question: QuestionView, command: SessionCommand) {
    const before = lanes.current.get(question.id);
    // If what came before it was refused, somebody else decided: what was meant to follow must not touch that.
    const answering = before ? before.then((answer) => (answer.ok ? sendCounted(command) : answer)) : sendCounted(command);
    lanes.current.set(question.id, answering);
    const answer = await answering;
    if (lanes.current.get(question.id) === answering) lanes.current.delete(question.id);
    dispatch({ type: 'answered', op, question, answer });
  }

  const mayHaveRead = () => performance.now() - choseItselfAt.current >= UNREAD_MS;

  /** The selected question, if it can be decided; one that somebody took meanwhile is left behind with a word. */
  function takeSelected(): QuestionView | null {
    if (!selected) return null;
    const { question } = selected;
    if (selected.state === 'open' || selected.state === 'undo') return question;
    if (selected.state === 'colleague' || selected.state === 'gone') {
      dispatch({ type: 'missed', question, why: selected.state, next: after(rows, question.id) });
    }
    return null;
  }

  function undo(question: QuestionView, select: boolean) {
    const op = ++ops.current;
    dispatch({ type: 'undone', op, question, select });
    void inLane(op, question, { type: 'undo-review', questionId: question.id });
  }

  return {
    rows,
    selected,
    outcome: state.outcome,
    /** The question of `outcome` as it is now; null once its asker withdrew it, so that its text shows nowhere (rule Q6). */
    outcomeOn: questions.find(({ id }) => id === state.outcome?.question.id) ?? null,
    unsent,
    canUndo: state.past.length > 0,
    intentOn: (id: QuestionId) => intentOn(state, id, seq),
    select: (question: QuestionView) => dispatch({ type: 'selected', question }),
    /** Moves on; returns what is selected now, null at either end. */
    step(by: 1 | -1): QuestionView | null {
      const next = step(rows, selected?.question.id, by);
      if (next) dispatch({ type: 'selected', question: next.question });
      return next?.question ?? null;
    },
    /** False for the moment in which nobody can have read what selected itself. */
    mayHaveRead,
    approve() {
      const question = mayHaveRead() ? takeSelected() : null;
      if (!question) return;
      const op = ++ops.current;
      dispatch({ type: 'decided', op, intent: 'approve', question, next: after(rows, question.id) });
      void inLane(op, question, { type: 'approve-question', questionId: question.id });
    },
    /** Of what began once it may have been read: a note that somebody wrote is never dropped for having been written fast. */
    decline(reason: DeclineReason, note: string) {
      const question = takeSelected();
      if (!question) return;
      const op = ++ops.current;
      dispatch({ type: 'decided', op, intent: 'decline', reason, question, next: after(rows, question.id) });
      void inLane(op, question, { type: 'decline-question', questionId: question.id, reason, ...(note && { note }) });
    },
    undo,
    /** False when there is nothing to undo. */
    undoLast(): boolean {
      const last = lastDecision(state, questions, seq);
      if (!last) return false;
      const { question, possible } = last;
      if (possible === 'yes') undo(question, true);
      else dispatch({ type: 'missed', question, why: possible, next: selected?.question ?? null });
      return true;
    },
    send: sendCounted,
  };
}

export type DeskModel = ReturnType<typeof useDesk>;
