import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { isWaiting, pendingQueue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type Decision = 'approve' | 'decline' | 'send' | 'merge';
export type Intent = Decision | 'undo';

/** What one's own last command will make of a question; it counts until the view has caught up with its ack. */
type Mark = { op: number; intent: Intent; ackedSeq: number | null; question: QuestionView };

/** An own decision, on one question or many, that may be undone. */
type Past = { op: number; decision: Decision; ids: readonly QuestionId[] };

/** The one line that says what became of the last thing one did. `question` is the first of `count`. */
export type Outcome =
  | { kind: 'approved' | 'sent' | 'merged' | 'undone'; question: QuestionView; count: number }
  | { kind: 'declined'; question: QuestionView; count: number; reason: DeclineReason }
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
  | { type: 'undone'; op: number; questions: readonly QuestionView[]; select: boolean }
  | { type: 'answered'; op: number; questions: readonly QuestionView[]; answer: Ack<{ seq: number }> }
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
        past: [...without(state.past, ids), { op, decision: intent, ids }],
        outcome:
          action.intent === 'decline'
            ? { kind: 'declined', question, count, reason: action.reason }
            : { kind: outcomes[action.intent], question, count },
      };
    }
    case 'undone': {
      const { op, questions } = action;
      const [question] = questions;
      if (!question) return state;
      const ids = questions.map(({ id }) => id);
      return {
        selected: action.select ? question : state.selected,
        marks: mark(state, op, 'undo', questions),
        past: without(state.past, ids),
        outcome: { kind: 'undone', question, count: ids.length },
      };
    }
    case 'answered': {
      const { op, questions, answer } = action;
      return answer.ok ? acked(state, op, questions, answer.seq) : refused(state, op, questions, answer.error.code);
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
  return { ...state, marks };
}

function refused(state: DeskState, op: number, questions: readonly QuestionView[], code: ErrorCode): DeskState {
  const [question] = questions;
  if (!question) return state;
  const marks = new Map(state.marks);
  const mine = questions.filter(({ id }) => marks.get(id)?.op === op);
  const wasUndo = mine.some(({ id }) => marks.get(id)?.intent === 'undo');
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

export type LastDecision = { decision: Decision; questions: readonly QuestionView[]; possible: 'yes' | 'gone' | 'too-late' };

/** The last own decision, and whether it can still be taken back (rules M4 and D3): of many, those that can. */
export function lastDecision(state: DeskState, questions: readonly QuestionView[], seq: number): LastDecision | null {
  const last = state.past.at(-1);
  if (!last) return null;
  const { decision, ids } = last;
  const known = ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const canUndo = (question: QuestionView) => intentOn(state, question.id, seq) !== null || isUndoable(question);
  const possible = known.filter(canUndo);
  if (possible.length > 0) return { decision, questions: possible, possible: 'yes' };
  if (known.length > 0) return { decision, questions: known, possible: 'too-late' };
  const was = ids.flatMap((id) => state.marks.get(id)?.question ?? []);
  return was.length > 0 ? { decision, questions: was, possible: 'gone' } : null;
}

const undoable: ReadonlySet<QuestionView['status']> = new Set(['approved', 'skipped', 'declined', 'in-review', 'merged']);

/** Rules M4 and, for a merged one, D3. */
export function isUndoable({ status }: Pick<QuestionView, 'status'>): boolean {
  return undoable.has(status);
}
