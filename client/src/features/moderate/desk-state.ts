import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { isWaiting, pendingQueue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type Decision = 'approve' | 'decline' | 'send' | 'merge';
/** `unmerge` gives a question back the status that it had before; `undo` makes it wait. */
export type Intent = Decision | 'undo' | 'unmerge';

/** What one's own last command will make of a question; it counts until the view has caught up with its ack. */
type Mark = { op: number; intent: Intent; ackedSeq: number | null; question: QuestionView };

/** An own decision, on one question or many, that may be undone: by the `seq` of its ack, once there is one (rule M17). */
type Past = { op: number; decision: Decision; ids: readonly QuestionId[]; ackedSeq: number | null };

/** `question` is the first of `count`; `left` are those of them that colleagues were faster with, once that is known. */
type About = { op: number; question: QuestionView; count: number; left: number | null };

/** The one line that says what became of the last thing one did. */
export type Outcome =
  | (About & { kind: 'approved' | 'sent' | 'merged' | 'undone' | 'unmerged' })
  | (About & { kind: 'declined'; reason: DeclineReason })
  /** Someone else was first (rule M2), or the question was taken back by its asker. */
  | { kind: 'colleague' | 'gone'; question: QuestionView }
  /** Being answered or answered (rule M4). */
  | { kind: 'too-late'; question: QuestionView }
  | { kind: 'failed'; question: QuestionView; code: ErrorCode };

export type DeskState = {
  /** As it was when it was selected: shown on where it stood if somebody else takes it away. */
  selected: QuestionView | null;
  marks: ReadonlyMap<QuestionId, Mark>;
  past: readonly Past[];
  outcome: Outcome | null;
};

export const initialDesk: DeskState = { selected: null, marks: new Map(), past: [], outcome: null };

type Decided = { type: 'decided'; op: number; questions: readonly QuestionView[]; next: QuestionView | null };

export type DeskAction =
  | { type: 'selected'; question: QuestionView | null }
  | (Decided & { intent: Exclude<Decision, 'decline'> })
  | (Decided & { intent: 'decline'; reason: DeclineReason })
  /** `select` puts the first back under the keys; one taken back elsewhere on the desk leaves the selection alone. */
  | { type: 'undone'; op: number; intent: 'undo' | 'unmerge'; questions: readonly QuestionView[]; select: boolean }
  | { type: 'answered'; op: number; questions: readonly QuestionView[]; answer: Ack<{ seq: number }> }
  /** The view has caught up with `op`, and shows that so many of what it was for were left alone. */
  | { type: 'counted'; op: number; left: number }
  | { type: 'missed'; question: QuestionView; why: 'colleague' | 'gone' | 'too-late'; next: QuestionView | null };

const outcomes = { approve: 'approved', send: 'sent', merge: 'merged' } as const;

export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'selected':
      return { ...state, selected: action.question };
    case 'decided': {
      const { op, questions, intent } = action;
      const [question] = questions;
      if (!question) return state;
      const ids = questions.map(({ id }) => id);
      const count = ids.length;
      return {
        selected: action.next,
        marks: mark(state, op, intent, questions),
        past: [...without(state.past, ids), { op, decision: intent, ids, ackedSeq: null }],
        outcome: {
          ...{ op, question, count, left: null },
          ...(action.intent === 'decline' ? { kind: 'declined', reason: action.reason } : { kind: outcomes[action.intent] }),
        },
      };
    }
    case 'undone': {
      const { op, intent, questions } = action;
      const [question] = questions;
      if (!question) return state;
      const ids = questions.map(({ id }) => id);
      return {
        selected: action.select ? question : state.selected,
        marks: mark(state, op, intent, questions),
        past: without(state.past, ids),
        outcome: { kind: intent === 'undo' ? 'undone' : 'unmerged', op, question, count: ids.length, left: null },
      };
    }
    case 'answered': {
      const { op, questions, answer } = action;
      return answer.ok ? acked(state, op, questions, answer.seq) : refused(state, op, questions, answer.error.code);
    }
    case 'counted': {
      const { outcome } = state;
      return outcome && 'op' in outcome && outcome.op === action.op ? { ...state, outcome: { ...outcome, left: action.left } } : state;
    }
    case 'missed':
      return {
        ...state,
        selected: action.next,
        past: without(state.past, [action.question.id]),
        outcome: { kind: action.why, question: action.question },
      };
  }
}

function mark(state: DeskState, op: number, intent: Intent, questions: readonly QuestionView[]): DeskState['marks'] {
  const marks = new Map(state.marks);
  for (const question of questions) marks.set(question.id, { op, intent, ackedSeq: null, question });
  return marks;
}

function without(past: readonly Past[], ids: readonly QuestionId[]): Past[] {
  return past.flatMap((entry) => {
    const left = entry.ids.filter((id) => !ids.includes(id));
    return left.length === entry.ids.length ? [entry] : left.length > 0 ? [{ ...entry, ids: left }] : [];
  });
}

function acked(state: DeskState, op: number, questions: readonly QuestionView[], seq: number): DeskState {
  const marks = new Map(state.marks);
  for (const { id } of questions) {
    const was = marks.get(id);
    // A later command on the same question has its own mark, which its own ack settles.
    if (was?.op === op) marks.set(id, { ...was, ackedSeq: seq });
  }
  return { ...state, marks, past: state.past.map((entry) => (entry.op === op ? { ...entry, ackedSeq: seq } : entry)) };
}

function refused(state: DeskState, op: number, questions: readonly QuestionView[], code: ErrorCode): DeskState {
  const [question] = questions;
  if (!question) return state;
  const marks = new Map(state.marks);
  const mine = questions.filter(({ id }) => marks.get(id)?.op === op);
  const wasUndo = mine.some(({ id }) => isBack(marks.get(id)?.intent));
  for (const { id } of mine) marks.delete(id);
  const outcome: Outcome =
    code === 'wrong-state' || code === 'not-found'
      ? { kind: wasUndo ? 'too-late' : 'colleague', question }
      : { kind: 'failed', question, code };
  return {
    // An undo that failed had selected what is not waiting after all.
    selected: wasUndo && state.selected?.id === question.id ? null : state.selected,
    marks,
    past: state.past.filter((entry) => entry.op !== op),
    outcome,
  };
}

const isBack = (intent: Intent | undefined) => intent === 'undo' || intent === 'unmerge';

/** The intent on its way for a question, null once the view shows what came of it. */
export function intentOn(state: DeskState, id: QuestionId, seq: number): Intent | null {
  const found = state.marks.get(id);
  if (!found || (found.ackedSeq !== null && found.ackedSeq <= seq)) return null;
  return found.intent;
}

export type PendingRow = {
  question: QuestionView;
  /** `open` waits; an intent is on its way; the others were selected when they left. */
  state: 'open' | Intent | 'colleague' | 'gone';
};

type Matches = (question: QuestionView) => boolean;

/**
 * The waiting questions as this desk shows them: with what is on its way, and the selected one even if it just left,
 * or just stopped to match, so that no key ever hits another one in its place.
 */
export function pendingRows(
  state: DeskState,
  questions: readonly QuestionView[],
  seq: number,
  matches: Matches,
  order: (rows: readonly QuestionView[]) => QuestionView[] = pendingQueue,
): PendingRow[] {
  const rows = new Map<QuestionId, PendingRow>();
  for (const question of questions) {
    if (isWaiting(question)) rows.set(question.id, { question, state: intentOn(state, question.id, seq) ?? 'open' });
    else if (intentOn(state, question.id, seq) === 'undo')
      rows.set(question.id, { question: { ...question, status: 'pending' }, state: 'undo' });
  }
  const { selected } = state;
  if (selected && !rows.has(selected.id) && intentOn(state, selected.id, seq) === null) {
    const there = questions.some(({ id }) => id === selected.id);
    rows.set(selected.id, { question: { ...selected, status: 'pending' }, state: there ? 'colleague' : 'gone' });
  }
  const isKept = ({ id }: QuestionView) => selected !== null && id === selected.id && matches(selected);
  const shown = [...rows.values()].map(({ question }) => question).filter((question) => matches(question) || isKept(question));
  return order(shown).flatMap((question) => {
    const row = rows.get(question.id);
    if (!row) return [];
    // Nothing is shown of what its asker took back (rule Q6).
    return row.state === 'gone' ? [{ ...row, question: { ...question, text: '', name: '' } }] : [row];
  });
}

// What is on its way out can't be decided again; what comes back can.
export const canSelect = (row: PendingRow) => row.state === 'open' || row.state === 'undo';

type Wanted = (question: QuestionView) => boolean;
const any: Wanted = () => true;

/** The row that the keys act on: the chosen one, else the first that is wanted, else the first. */
export function selectedRow(state: DeskState, rows: readonly PendingRow[], wanted: Wanted = any): PendingRow | null {
  const chosen = rows.find(({ question }) => question.id === state.selected?.id);
  return chosen ?? rows.find((row) => canSelect(row) && wanted(row.question)) ?? rows.find(canSelect) ?? null;
}

/** The row `by` steps on among those that can be decided; null at either end. */
export function step(rows: readonly PendingRow[], from: QuestionId | undefined, by: 1 | -1, wanted: Wanted = any): PendingRow | null {
  const at = rows.findIndex(({ question }) => question.id === from);
  if (at === -1) return rows.find((row) => canSelect(row) && wanted(row.question)) ?? null;
  const ahead = by === 1 ? rows.slice(at + 1) : rows.slice(0, at).toReversed();
  return ahead.find((row) => canSelect(row) && wanted(row.question)) ?? null;
}

/** What is selected once `from` is decided: the wanted one after it, else before it, else any. */
export function after(rows: readonly PendingRow[], from: QuestionId, wanted: Wanted = any): QuestionView | null {
  const found = step(rows, from, 1, wanted) ?? step(rows, from, -1, wanted) ?? step(rows, from, 1) ?? step(rows, from, -1);
  return found?.question ?? null;
}

const made: Record<Decision, readonly QuestionView['status'][]> = {
  approve: ['approved', 'skipped'],
  decline: ['declined'],
  send: ['in-review'],
  merge: ['merged'],
};

/** Whether a question is as `decision` made it, and nobody else decided on it since. `me` is one's number, once there is one. */
function isMade(decision: Decision, { status, reviewedBy }: QuestionView, me: number | undefined): boolean {
  return made[decision].includes(status) && (me === undefined || reviewedBy === undefined || reviewedBy === me);
}

export type LastDecision = {
  decision: Decision;
  questions: readonly QuestionView[];
  possible: 'yes' | 'gone' | 'too-late';
  /** Of its ack; null where there is none yet. */
  ackedSeq: number | null;
};

/** The last own decision, and whether it can still be taken back (rules M4, M17 and D3): of many, those that can. */
export function lastDecision(
  state: DeskState,
  questions: readonly QuestionView[],
  seq: number,
  me: number | undefined,
): LastDecision | null {
  const last = state.past.at(-1);
  if (!last) return null;
  const { decision, ids, ackedSeq } = last;
  const known = ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const possible = known.filter((question) => intentOn(state, question.id, seq) !== null || isMade(decision, question, me));
  if (possible.length > 0) return { decision, questions: possible, possible: 'yes', ackedSeq };
  if (known.length > 0) return { decision, questions: known, possible: 'too-late', ackedSeq };
  const was = ids.flatMap((id) => state.marks.get(id)?.question ?? []);
  return was.length > 0 ? { decision, questions: was, possible: 'gone', ackedSeq } : null;
}

/** How many of the last decision's questions it left alone (rule M9); null while the view has not caught up with it, and once it is told. */
export function leftAlone(state: DeskState, questions: readonly QuestionView[], seq: number, me: number | undefined): number | null {
  const last = state.past.at(-1);
  const { outcome } = state;
  if (!last || !outcome || !('op' in outcome) || outcome.op !== last.op || outcome.left !== null) return null;
  if (last.ackedSeq === null || last.ackedSeq > seq) return null;
  const ids = new Set(last.ids);
  return last.ids.length - questions.filter((question) => ids.has(question.id) && isMade(last.decision, question, me)).length;
}

/** What a question was before the own command that its last mark is of. */
export const wasBefore = (state: DeskState, id: QuestionId): QuestionView | null => state.marks.get(id)?.question ?? null;

const undoable: ReadonlySet<QuestionView['status']> = new Set(['approved', 'skipped', 'declined', 'in-review', 'merged']);

/** Rules M4 and, for a merged one, D3. */
export function isUndoable({ status }: Pick<QuestionView, 'status'>): boolean {
  return undoable.has(status);
}
