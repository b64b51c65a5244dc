import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { pendingQueue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type Intent = 'approve' | 'decline' | 'undo';

/** What one's own last command will make of a question; it counts until the view has caught up with its ack. */
type Mark = { op: number; intent: Intent; ackedSeq: number | null; question: QuestionView };

/** An own decision that may be undone. */
type Past = { op: number; questionId: QuestionId };

/** The one line that says what became of the last thing one did. */
export type Outcome =
  | { kind: 'approved' | 'undone'; question: QuestionView }
  | { kind: 'declined'; question: QuestionView; reason: DeclineReason }
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

export type DeskAction =
  | { type: 'selected'; question: QuestionView | null }
  | { type: 'decided'; op: number; intent: 'approve'; question: QuestionView; next: QuestionView | null }
  | { type: 'decided'; op: number; intent: 'decline'; reason: DeclineReason; question: QuestionView; next: QuestionView | null }
  /** `select` puts it back under the keys; one taken back elsewhere on the desk leaves the selection alone. */
  | { type: 'undone'; op: number; question: QuestionView; select: boolean }
  | { type: 'answered'; op: number; question: QuestionView; answer: Ack<{ seq: number }> }
  | { type: 'missed'; question: QuestionView; why: 'colleague' | 'gone' | 'too-late'; next: QuestionView | null };

export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'selected':
      return { ...state, selected: action.question };
    case 'decided': {
      const { op, question } = action;
      return {
        selected: action.next,
        marks: mark(state, op, action.intent, question),
        past: [...without(state.past, question.id), { op, questionId: question.id }],
        outcome: action.intent === 'approve' ? { kind: 'approved', question } : { kind: 'declined', question, reason: action.reason },
      };
    }
    case 'undone':
      return {
        selected: action.select ? action.question : state.selected,
        marks: mark(state, action.op, 'undo', action.question),
        past: without(state.past, action.question.id),
        outcome: { kind: 'undone', question: action.question },
      };
    case 'answered':
      return action.answer.ok
        ? acked(state, action.op, action.question.id, action.answer.seq)
        : refused(state, action, action.answer.error.code);
    case 'missed':
      return {
        ...state,
        selected: action.next,
        past: without(state.past, action.question.id),
        outcome: { kind: action.why, question: action.question },
      };
  }
}

function mark(state: DeskState, op: number, intent: Intent, question: QuestionView): DeskState['marks'] {
  return new Map(state.marks).set(question.id, { op, intent, ackedSeq: null, question });
}

function without(past: readonly Past[], questionId: QuestionId): Past[] {
  return past.filter((entry) => entry.questionId !== questionId);
}

function acked(state: DeskState, op: number, id: QuestionId, seq: number): DeskState {
  const was = state.marks.get(id);
  // A later command on the same question has its own mark, which its own ack settles.
  if (was?.op !== op) return state;
  return { ...state, marks: new Map(state.marks).set(id, { ...was, ackedSeq: seq }) };
}

function refused(state: DeskState, { op, question }: { op: number; question: QuestionView }, code: ErrorCode): DeskState {
  const was = state.marks.get(question.id);
  const marks = new Map(state.marks);
  if (was?.op === op) marks.delete(question.id);
  const wasUndo = was?.op === op && was.intent === 'undo';
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
  /** `open` waits; `approve`, `decline` and `undo` are on their way; the others were selected when they left. */
  state: 'open' | Intent | 'colleague' | 'gone';
};

/** The waiting questions as this desk shows them: with what is on its way, and the selected one even if it just left. */
export function pendingRows(
  state: DeskState,
  questions: readonly QuestionView[],
  seq: number,
  matches: (question: QuestionView) => boolean,
): PendingRow[] {
  const rows = new Map<QuestionId, PendingRow>();
  for (const question of questions) {
    if (question.status === 'pending') rows.set(question.id, { question, state: intentOn(state, question.id, seq) ?? 'open' });
    else if (intentOn(state, question.id, seq) === 'undo')
      rows.set(question.id, { question: { ...question, status: 'pending' }, state: 'undo' });
  }
  const { selected } = state;
  if (selected && !rows.has(selected.id) && intentOn(state, selected.id, seq) === null) {
    const there = questions.some(({ id }) => id === selected.id);
    rows.set(selected.id, { question: { ...selected, status: 'pending' }, state: there ? 'colleague' : 'gone' });
  }
  const order = pendingQueue([...rows.values()].map(({ question }) => question));
  return order.flatMap((question) => {
    const row = rows.get(question.id);
    if (!row || !matches(question)) return [];
    // Nothing is shown of what its asker took back (rule Q6).
    return row.state === 'gone' ? [{ ...row, question: { ...question, text: '', name: '' } }] : [row];
  });
}

// What is on its way out can't be decided again; what comes back can.
const canSelect = (row: PendingRow) => row.state === 'open' || row.state === 'undo';

/** The row that the keys act on: the chosen one, else the oldest. */
export function selectedRow(state: DeskState, rows: readonly PendingRow[]): PendingRow | null {
  const chosen = rows.find(({ question }) => question.id === state.selected?.id);
  return chosen ?? rows.find(canSelect) ?? null;
}

/** The row `by` steps on among those that can be decided; the last there is at either end. */
export function step(rows: readonly PendingRow[], from: QuestionId | undefined, by: 1 | -1): PendingRow | null {
  const at = rows.findIndex(({ question }) => question.id === from);
  if (at === -1) return rows.find(canSelect) ?? null;
  const ahead = by === 1 ? rows.slice(at + 1) : rows.slice(0, at).toReversed();
  return ahead.find(canSelect) ?? null;
}

/** What is selected once `from` is decided: the one after it, else the one before. */
export function after(rows: readonly PendingRow[], from: QuestionId): QuestionView | null {
  return (step(rows, from, 1) ?? step(rows, from, -1))?.question ?? null;
}

/** The last own decision, and whether it can still be taken back (rule M4). Null when there is none. */
export function lastDecision(
  state: DeskState,
  questions: readonly QuestionView[],
  seq: number,
): { question: QuestionView; possible: 'yes' | 'gone' | 'too-late' } | null {
  const last = state.past.at(-1);
  if (!last) return null;
  const known = state.marks.get(last.questionId)?.question;
  const question = questions.find(({ id }) => id === last.questionId);
  if (question && intentOn(state, question.id, seq) !== null) return { question, possible: 'yes' };
  if (question) return { question, possible: isUndoable(question) ? 'yes' : 'too-late' };
  return known ? { question: known, possible: 'gone' } : null;
}

/** Rule M4. */
export function isUndoable({ status }: Pick<QuestionView, 'status'>): boolean {
  return status === 'approved' || status === 'skipped' || status === 'declined';
}
