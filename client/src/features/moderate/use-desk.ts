import { useEffect, useReducer, useRef, useState } from 'react';
import type { DeclineReason, SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { isTaken } from './claiming.ts';
import type { Sight } from './desk-filters.ts';
import { after, initialDesk, intentOn, lastDecision, leftAlone, pendingRows, reduce, selectedRow, step, wasBefore } from './desk-state.ts';
import { canDecide } from './review-rules.ts';

type Answer = Ack<{ seq: number }>;
/** A command for which its sender knows of all that was done up to `seen` (rule M17). */
type Knowing = (seen: number) => SessionCommand;
type OneDecision = { intent: 'approve' | 'send' | 'merge' } | { intent: 'decline'; reason: DeclineReason };
type Bulk = { kind: 'approve' } | { kind: 'send-to-clinician' } | { kind: 'decline'; reason: DeclineReason };

// Whoever presses A the moment that something else is selected can't have read it.
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
  const unread = () => void (choseItselfAt.current = performance.now());
  useEffect(() => {
    if (!selected || isChosen) return;
    unread();
    dispatch({ type: 'selected', question: selected.question });
  }, [selected, isChosen]);

  const last = state.past.at(-1);
  const left = leftAlone(state, questions, seq, sight.me);
  useEffect(() => {
    if (last && left !== null) dispatch({ type: 'counted', op: last.op, left });
  }, [last, left]);

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

  /**
   * If what came before was refused, somebody else decided: what was meant to follow must not touch that. What came before of
   * one's own is known.
   */
  function inLane(question: QuestionView, command: Knowing, seen = seq): Promise<Answer> {
    return inLanes([question.id], async (before) => {
      if (before && !before.ok) return before;
      return sendCounted(command(Math.max(seen, before?.seq ?? 0)));
    });
  }

  async function settle(op: number, about: readonly QuestionView[], answering: Promise<Answer>): Promise<Answer> {
    const answer = await answering;
    dispatch({ type: 'answered', op, questions: about, answer });
    return answer;
  }

  /** In parts that one command may hold; those that nobody can decide any more are left alone by the server (rule M9). */
  function sendBulk(about: readonly QuestionView[], decision: Bulk | { kind: 'undo' }, since = seq): Promise<Answer> {
    const ids = about.map(({ id }) => id);
    return inLanes(ids, async (before) => {
      const seen = Math.max(since, before?.ok ? before.seq : 0);
      let done: Answer | null = null;
      for (let at = 0; at < ids.length; at += limits.bulkMax) {
        const answer = await sendCounted({ type: 'review-questions', questionIds: ids.slice(at, at + limits.bulkMax), decision, seen });
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

  /** `seen` is the `seq` of the decision that is taken back, or the present one for any that stands (rule M17). */
  function undo(about: readonly QuestionView[], select: boolean, seen = seq) {
    const [first] = about;
    if (!first) return;
    const op = ++ops.current;
    const isMerge = first.status === 'merged' || intentOn(state, first.id, seq) === 'merge';
    const { id: questionId } = first;
    // What was public before a merge is public again: there is nothing to read among the waiting.
    const waits = !isMerge || isWaiting(wasBefore(state, questionId) ?? first);
    dispatch({ type: 'undone', op, intent: isMerge ? 'unmerge' : 'undo', questions: about, select: select && waits });
    if (select) unread();
    const answering =
      about.length > 1
        ? sendBulk(about, { kind: 'undo' }, seen)
        : inLane(first, (known) => ({ type: isMerge ? 'unmerge-question' : 'undo-review', questionId, seen: known }), seen);
    void settle(op, about, answering);
  }

  /** A decision on one question. */
  function decide(question: QuestionView, decision: OneDecision, next: QuestionView | null, command: Knowing): Promise<Answer> {
    const op = ++ops.current;
    dispatch({ type: 'decided', op, questions: [question], next, ...decision });
    unread();
    return settle(op, [question], inLane(question, command));
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
    /**
     * With an edit, that goes first, and where it is refused nothing is approved. Resolves with what became of the edit; null
     * where there was none, or nothing to approve.
     */
    async approve(edit: { text: string; showName: boolean } | null): Promise<Answer | null> {
      const question = mayHaveRead() ? takeSelected() : null;
      if (!question) return null;
      const { id: questionId } = question;
      const edited = edit && inLane(question, (seen) => ({ type: 'edit-question', questionId, ...edit, seen }));
      void decide(question, { intent: 'approve' }, nextAfter(question), (seen) => ({ type: 'approve-question', questionId, seen }));
      return edited;
    },
    /** Of what began once it may have been read: a note that somebody wrote is never dropped for having been written fast. */
    decline(reason: DeclineReason, note: string) {
      const question = takeSelected();
      if (!question) return;
      void decide(question, { intent: 'decline', reason }, nextAfter(question), (seen) => ({
        ...{ type: 'decline-question', questionId: question.id, reason, seen },
        ...(note && { note }),
      }));
    },
    sendToClinician() {
      const question = mayHaveRead() ? takeSelected() : null;
      if (!question) return;
      const { id: questionId } = question;
      void decide(question, { intent: 'send' }, nextAfter(question), (seen) => ({ type: 'send-to-clinician', questionId, seen }));
    },
    merge(question: QuestionView, into: QuestionId) {
      const next = isSelected(question) ? nextAfter(question) : (selected?.question ?? null);
      const { id: questionId } = question;
      void decide(question, { intent: 'merge' }, next, (seen) => ({ type: 'merge-question', questionId, into, seen }));
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
      unread();
      void settle(op, about, sendBulk(about, decision));
    },
    /** Sends an edit alone, in the question's own order. */
    edit: (question: QuestionView, edit: { text: string; showName: boolean }) =>
      inLane(question, (seen) => ({ type: 'edit-question', questionId: question.id, ...edit, seen })),
    undo: (question: QuestionView, select: boolean) => undo([question], select),
    /** False when there is nothing to undo. */
    undoLast(): boolean {
      const last = lastDecision(state, questions, seq, sight.me);
      const [first] = last?.questions ?? [];
      if (!last || !first) return false;
      if (last.possible === 'yes') undo(last.questions, true, last.ackedSeq ?? seq);
      else dispatch({ type: 'missed', question: first, why: last.possible, next: selected?.question ?? null });
      return true;
    },
    send: sendCounted,
  };
}

export type DeskModel = ReturnType<typeof useDesk>;
