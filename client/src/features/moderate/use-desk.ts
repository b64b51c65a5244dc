import { useEffect, useReducer, useRef, useState } from 'react';
import type { DeclineReason, SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { isTaken } from './claiming.ts';
import type { Sight } from './desk-filters.ts';
import { after, initialDesk, intentOn, lastDecision, pendingRows, reduce, selectedRow, step } from './desk-state.ts';
import { canDecide } from './review-rules.ts';

type Answer = Ack<{ seq: number }>;
type Bulk = { kind: 'approve' } | { kind: 'send-to-clinician' } | { kind: 'decline'; reason: DeclineReason };

// Whoever presses A the moment that something appears in an empty list can't have read it.
const UNREAD_MS = 400;

type Options = {
  matches: (question: QuestionView) => boolean;
  order: (rows: readonly QuestionView[]) => QuestionView[];
  sight: Sight;
};

/**
 * What waits, what is selected, and what one can do with it. A decision shows at once and is sent by the outbox;
 * commands on one question go one after the other, so that an undo never overtakes what it undoes.
 */
export function useDesk(view: View, { matches, order, sight }: Options) {
  const send = useSend();
  const [state, dispatch] = useReducer(reduce, initialDesk);
  const [unsent, setUnsent] = useState(0);
  const ops = useRef(0);
  const lanes = useRef(new Map<QuestionId, Promise<Answer>>());

  const { seq, questions } = view;
  const rows = pendingRows(state, questions, seq, matches, order);
  const isFree = (question: QuestionView) => canDecide(question, sight) && !isTaken(question, sight);
  const selected = selectedRow(state, rows, isFree);

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

  /** Runs after all that is on its way for these questions, and before all that follows. */
  function inLanes(ids: readonly QuestionId[], run: (before: Answer | null) => Promise<Answer>): Promise<Answer> {
    const before = ids.flatMap((id) => lanes.current.get(id) ?? []);
    const running = Promise.all(before).then((answers) => run(answers.at(-1) ?? null));
    for (const id of ids) lanes.current.set(id, running);
    void running.then(() => {
      for (const id of ids) if (lanes.current.get(id) === running) lanes.current.delete(id);
    });
    return running;
  }

  /** If what came before was refused, somebody else decided: what was meant to follow must not touch that. */
  function inLane(question: QuestionView, commands: readonly SessionCommand[]): Promise<Answer> {
    return inLanes([question.id], async (before) => {
      let answer = before;
      for (const command of commands) if (!answer || answer.ok) answer = await sendCounted(command);
      return answer ?? { ok: true, seq };
    });
  }

  async function settle(op: number, about: readonly QuestionView[], answering: Promise<Answer>): Promise<Answer> {
    const answer = await answering;
    dispatch({ type: 'answered', op, questions: about, answer });
    return answer;
  }

  /** In parts that one command may hold; those that nobody can decide any more are left alone by the server (rule M9). */
  function sendBulk(about: readonly QuestionView[], decision: Bulk | { kind: 'undo' }): Promise<Answer> {
    const ids = about.map(({ id }) => id);
    return inLanes(ids, async () => {
      let done: Answer | null = null;
      for (let at = 0; at < ids.length; at += limits.bulkMax) {
        const answer = await sendCounted({ type: 'review-questions', questionIds: ids.slice(at, at + limits.bulkMax), decision });
        if (answer.ok || !done?.ok) done = answer;
      }
      return done ?? { ok: true, seq };
    });
  }

  const mayHaveRead = () => performance.now() - choseItselfAt.current >= UNREAD_MS;

  /** The selected question, if it can be decided; one that somebody took meanwhile is left behind with a word. */
  function takeSelected(): QuestionView | null {
    if (!selected) return null;
    const { question } = selected;
    if (selected.state === 'open' || selected.state === 'undo') return question;
    if (selected.state === 'colleague' || selected.state === 'gone') {
      dispatch({ type: 'missed', question, why: selected.state, next: after(rows, question.id, isFree) });
    }
    return null;
  }

  const nextAfter = (question: QuestionView) => after(rows, question.id, isFree);
  const isSelected = (question: QuestionView) => question.id === selected?.question.id;

  function undo(about: readonly QuestionView[], select: boolean) {
    const [first] = about;
    if (!first) return;
    const op = ++ops.current;
    dispatch({ type: 'undone', op, questions: about, select });
    const type = first.status === 'merged' || intentOn(state, first.id, seq) === 'merge' ? 'unmerge-question' : 'undo-review';
    const answering = about.length > 1 ? sendBulk(about, { kind: 'undo' }) : inLane(first, [{ type, questionId: first.id }]);
    void settle(op, about, answering);
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
    /** With an edit, that goes first, and where it is refused nothing is approved. Null where there was nothing to approve. */
    async approve(edit: { text: string; showName: boolean } | null): Promise<Answer | null> {
      const question = mayHaveRead() ? takeSelected() : null;
      if (!question) return null;
      const op = ++ops.current;
      dispatch({ type: 'decided', op, intent: 'approve', questions: [question], next: nextAfter(question) });
      const questionId = question.id;
      const edits: SessionCommand[] = edit ? [{ type: 'edit-question', questionId, ...edit }] : [];
      return settle(op, [question], inLane(question, [...edits, { type: 'approve-question', questionId }]));
    },
    /** Of what began once it may have been read: a note that somebody wrote is never dropped for having been written fast. */
    decline(reason: DeclineReason, note: string) {
      const question = takeSelected();
      if (!question) return;
      const op = ++ops.current;
      dispatch({ type: 'decided', op, intent: 'decline', reason, questions: [question], next: nextAfter(question) });
      const command = { type: 'decline-question', questionId: question.id, reason, ...(note && { note }) } as const;
      void settle(op, [question], inLane(question, [command]));
    },
    sendToClinician() {
      const question = mayHaveRead() ? takeSelected() : null;
      if (!question) return;
      const op = ++ops.current;
      dispatch({ type: 'decided', op, intent: 'send', questions: [question], next: nextAfter(question) });
      void settle(op, [question], inLane(question, [{ type: 'send-to-clinician', questionId: question.id }]));
    },
    merge(question: QuestionView, into: QuestionId) {
      const op = ++ops.current;
      const next = isSelected(question) ? nextAfter(question) : (selected?.question ?? null);
      dispatch({ type: 'decided', op, intent: 'merge', questions: [question], next });
      void settle(op, [question], inLane(question, [{ type: 'merge-question', questionId: question.id, into }]));
    },
    /** One decision on many; the selection goes on to the first that is not among them. */
    bulk(decision: Bulk, about: readonly QuestionView[]) {
      if (about.length === 0) return;
      const ids = new Set(about.map(({ id }) => id));
      const from = selected?.question.id;
      const next =
        from && !ids.has(from)
          ? (selected?.question ?? null)
          : (rows.find(({ question, state: is }) => is === 'open' && !ids.has(question.id) && isFree(question))?.question ?? null);
      const op = ++ops.current;
      if (decision.kind === 'decline')
        dispatch({ type: 'decided', op, intent: 'decline', reason: decision.reason, questions: about, next });
      else dispatch({ type: 'decided', op, intent: decision.kind === 'approve' ? 'approve' : 'send', questions: about, next });
      void settle(op, about, sendBulk(about, decision));
    },
    /** Sends an edit alone, in the question's own order. */
    edit: (question: QuestionView, edit: { text: string; showName: boolean }) =>
      inLane(question, [{ type: 'edit-question', questionId: question.id, ...edit }]),
    undo: (question: QuestionView, select: boolean) => undo([question], select),
    /** False when there is nothing to undo. */
    undoLast(): boolean {
      const last = lastDecision(state, questions, seq);
      const [first] = last?.questions ?? [];
      if (!last || !first) return false;
      if (last.possible === 'yes') undo(last.questions, true);
      else dispatch({ type: 'missed', question: first, why: last.possible, next: selected?.question ?? null });
      return true;
    },
    send: sendCounted,
  };
}

export type DeskModel = ReturnType<typeof useDesk>;
