import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { describe, expect, it } from 'vitest';
import {
  after,
  type DeskState,
  initialDesk,
  intentOn,
  isUndoable,
  lastDecision,
  leftAlone,
  pendingRows,
  reduce,
  selectedRow,
  step,
} from './desk-state.ts';

const all = () => true;
const row = (n: number, status: QuestionStatus = 'pending'): QuestionView => ({
  id: QuestionId.parse(`question-${n}`),
  text: `Question ${n}`,
  name: null,
  status,
  votes: 0,
  askedAt: n,
  answeredAt: null,
});
const [q1, q2, q3] = [row(1), row(2), row(3)];
const refusal = (code: 'wrong-state' | 'rate-limited') => ({ ok: false as const, error: { code, message: '' } });
const states = (state: DeskState, questions: readonly QuestionView[], seq: number) =>
  pendingRows(state, questions, seq, all).map(({ question, state: what }) => `${question.id.slice(9)} ${what}`);
const approved = (state: DeskState, question: QuestionView, next: QuestionView | null, op = 1) =>
  reduce(state, { type: 'decided', op, intent: 'approve', questions: [question], next });

describe('what waits', () => {
  it('stands the oldest first, and the oldest is selected', () => {
    const rows = pendingRows(initialDesk, [q3, q1, row(4, 'approved'), q2], 10, all);
    expect(rows.map(({ question }) => question.id)).toEqual([q1.id, q2.id, q3.id]);
    expect(selectedRow(initialDesk, rows)?.question).toBe(q1);
  });

  it('shows a decision at once, and until the view has caught up with its ack', () => {
    let state = approved(initialDesk, q1, q2);
    expect(states(state, [q1, q2], 10)).toEqual(['1 approve', '2 open']);
    expect(state.selected).toBe(q2);
    state = reduce(state, { type: 'answered', op: 1, questions: [q1], answer: { ok: true, seq: 11 } });
    expect(states(state, [q1, q2], 10)).toEqual(['1 approve', '2 open']);
    expect(intentOn(state, q1.id, 11)).toBeNull();
    expect(states(state, [row(1, 'approved'), q2], 11)).toEqual(['2 open']);
  });

  it('keeps the selected one in its place when a colleague takes it, so that no key hits another', () => {
    const state = reduce(initialDesk, { type: 'selected', question: q2 });
    expect(states(state, [q1, row(2, 'approved'), q3], 10)).toEqual(['1 open', '2 colleague', '3 open']);
    const rows = pendingRows(state, [q1, row(2, 'approved'), q3], 10, all);
    expect(selectedRow(state, rows)?.state).toBe('colleague');
    const missed = reduce(state, { type: 'missed', question: q2, why: 'colleague', next: after(rows, q2.id) });
    expect(missed).toMatchObject({ selected: q3, outcome: { kind: 'colleague' } });
  });

  it('[Q6] says that the asker took the selected one back', () => {
    const state = reduce(initialDesk, { type: 'selected', question: q2 });
    const rows = pendingRows(state, [q1, q3], 10, ({ text }) => text !== '');
    expect(rows.map((each) => each.state)).toEqual(['open', 'gone', 'open']);
    expect(rows[1]?.question).toMatchObject({ id: q2.id, text: '', name: '' });
  });

  it('[M6] holds what is with a clinician, red flags first', () => {
    const flagged: QuestionView = { ...row(4, 'in-review'), redFlags: ['stroke'] };
    expect(states(initialDesk, [q1, q2, flagged], 10)).toEqual(['4 open', '1 open', '2 open']);
  });

  it('keeps the selected one although it stopped to match, so that no key hits another', () => {
    const state = reduce(initialDesk, { type: 'selected', question: q1 });
    const rows = pendingRows(state, [row(1, 'in-review'), q2], 10, ({ status }) => status === 'pending');
    expect(rows.map(({ question }) => question.status)).toEqual(['in-review', 'pending']);
    expect(selectedRow(state, rows)?.question.id).toBe(q1.id);
  });

  it('is filtered, the selection with it', () => {
    const state = reduce(initialDesk, { type: 'selected', question: q1 });
    const rows = pendingRows(state, [q1, q2, q3], 10, ({ text }) => text === 'Question 3');
    expect(selectedRow(state, rows)?.question).toBe(q3);
  });
});

describe('moving', () => {
  it('steps over what is on its way', () => {
    const state = approved(initialDesk, q2, q3);
    const rows = pendingRows(state, [q1, q2, q3], 10, all);
    expect(step(rows, q1.id, 1)?.question).toBe(q3);
    expect(step(rows, q3.id, -1)?.question).toBe(q1);
    expect(step(rows, q3.id, 1)).toBeNull();
  });

  it('goes to the next after a decision, at the end to the one before, and nowhere from the last', () => {
    const rows = pendingRows(initialDesk, [q1, q2], 10, all);
    expect(after(rows, q1.id)).toBe(q2);
    expect(after(rows, q2.id)).toBe(q1);
    expect(after(rows.slice(0, 1), q1.id)).toBeNull();
  });

  it('goes first to what no colleague is on', () => {
    const rows = pendingRows(initialDesk, [q1, q2, q3], 10, all);
    const free = (question: QuestionView) => question.id !== q2.id;
    expect(after(rows, q1.id, free)).toBe(q3);
    expect(after(rows, q3.id, free)).toBe(q1);
    expect(after(rows.slice(0, 2), q1.id, free)).toBe(q2);
    expect(selectedRow(initialDesk, rows, (question) => question.id === q3.id)?.question).toBe(q3);
  });

  it('stays where it is when questions arrive', () => {
    const state = reduce(initialDesk, { type: 'selected', question: q2 });
    expect(selectedRow(state, pendingRows(state, [q1, q2, q3, row(4)], 11, all))?.question).toBe(q2);
  });
});

describe('answers', () => {
  it('[M2] tells plainly that a colleague was first, and forgets the decision', () => {
    const state = reduce(approved(initialDesk, q1, q2), { type: 'answered', op: 1, questions: [q1], answer: refusal('wrong-state') });
    expect(state).toMatchObject({ outcome: { kind: 'colleague', question: q1 }, past: [], selected: q2 });
    expect(states(state, [row(1, 'declined'), q2], 10)).toEqual(['2 open']);
  });

  it('lets a question wait again after any other refusal', () => {
    const state = reduce(approved(initialDesk, q1, q2), { type: 'answered', op: 1, questions: [q1], answer: refusal('rate-limited') });
    expect(state.outcome).toMatchObject({ kind: 'failed', code: 'rate-limited' });
    expect(states(state, [q1, q2], 10)).toEqual(['1 open', '2 open']);
  });

  it('of an earlier command leave the mark of a later one', () => {
    let state = reduce(approved(initialDesk, q1, q2), { type: 'undone', intent: 'undo', op: 2, questions: [q1], select: true });
    state = reduce(state, { type: 'answered', op: 1, questions: [q1], answer: { ok: true, seq: 11 } });
    expect(intentOn(state, q1.id, 11)).toBe('undo');
  });
});

describe('undo', () => {
  it('[M4] takes decisions back, the last first', () => {
    let state = approved(approved(initialDesk, q1, q2), q2, q3, 2);
    const questions = [row(1, 'approved'), row(2, 'approved'), q3];
    expect(lastDecision(state, questions, 10, 1)).toMatchObject({ decision: 'approve', questions: [questions[1]], possible: 'yes' });
    state = reduce(state, { type: 'undone', intent: 'undo', op: 3, questions: [row(2, 'approved')], select: true });
    expect(states(state, questions, 10)).toEqual(['2 undo', '3 open']);
    expect(state.selected?.id).toBe(q2.id);
    expect(lastDecision(state, questions, 10, 1)?.questions[0]?.id).toBe(q1.id);
  });

  it('[M4] is not offered for what is being answered or answered', () => {
    const state = reduce(approved(initialDesk, q1, null), { type: 'answered', op: 1, questions: [q1], answer: { ok: true, seq: 11 } });
    expect(lastDecision(state, [row(1, 'answering')], 12, 1)?.possible).toBe('too-late');
    expect(lastDecision(state, [], 12, 1)?.possible).toBe('gone');
    expect(['approved', 'skipped', 'declined'].every((status) => isUndoable({ status: status as QuestionStatus }))).toBe(true);
    expect(isUndoable(row(1, 'answered'))).toBe(false);
  });

  it('that is refused gives the selection back', () => {
    let state = reduce(initialDesk, { type: 'undone', intent: 'undo', op: 1, questions: [row(1, 'approved')], select: true });
    state = reduce(state, { type: 'answered', op: 1, questions: [q1], answer: refusal('wrong-state') });
    expect(state).toMatchObject({ selected: null, outcome: { kind: 'too-late' } });
  });

  it('[M9] takes many back at once, but for those that can not be', () => {
    let state = reduce(initialDesk, { type: 'decided', op: 1, intent: 'approve', questions: [q1, q2, q3], next: null });
    expect(state.outcome).toMatchObject({ kind: 'approved', count: 3 });
    expect(states(state, [q1, q2, q3], 10)).toEqual(['1 approve', '2 approve', '3 approve']);
    state = reduce(state, { type: 'answered', op: 1, questions: [q1, q2, q3], answer: { ok: true, seq: 11 } });
    const now = [row(1, 'approved'), row(2, 'answering'), row(3, 'approved')];
    expect(lastDecision(state, now, 11, 1)).toEqual({ decision: 'approve', questions: [now[0], now[2]], possible: 'yes', ackedSeq: 11 });
    state = reduce(state, { type: 'undone', intent: 'undo', op: 2, questions: [row(1, 'approved'), row(3, 'approved')], select: true });
    expect(states(state, now, 11)).toEqual(['1 undo', '3 undo']);
    // The second can't be taken back by it: it is left for an undo of its own, which says why.
    expect(lastDecision(state, now, 11, 1)?.possible).toBe('too-late');
  });

  it('[M7] [D3] is for what went to a clinician, and for what was merged', () => {
    let state = reduce(initialDesk, { type: 'decided', op: 1, intent: 'merge', questions: [q1], next: q2 });
    state = reduce(state, { type: 'answered', op: 1, questions: [q1], answer: { ok: true, seq: 11 } });
    expect(lastDecision(state, [row(1, 'merged')], 11, 1)).toMatchObject({ decision: 'merge', possible: 'yes' });
    expect(isUndoable(row(1, 'in-review'))).toBe(true);
  });

  it('[M17] leaves alone what colleagues decided since', () => {
    let state = reduce(initialDesk, { type: 'decided', op: 1, intent: 'decline', reason: 'other', questions: [q1, q2], next: null });
    state = reduce(state, { type: 'answered', op: 1, questions: [q1, q2], answer: { ok: true, seq: 11 } });
    const mine = { ...row(1, 'declined'), reviewedBy: 1 };
    const theirs = { ...row(2, 'declined'), reviewedBy: 2 };
    expect(lastDecision(state, [mine, theirs], 11, 1)).toMatchObject({ questions: [mine], possible: 'yes' });
    expect(lastDecision(state, [theirs], 11, 1)?.possible).toBe('too-late');
    expect(lastDecision(state, [{ ...row(1, 'approved'), reviewedBy: 1 }], 11, 1)?.possible).toBe('too-late');
    expect(leftAlone(state, [mine, theirs], 10, 1)).toBeNull();
    expect(leftAlone(state, [mine, theirs], 11, 1)).toBe(1);
    expect(reduce(state, { type: 'counted', op: 1, left: 1 }).outcome).toMatchObject({ count: 2, left: 1 });
    expect(reduce(state, { type: 'counted', op: 9, left: 1 })).toBe(state);
  });

  it('[D3] of a merge gives back what was public to the public', () => {
    const state = reduce(initialDesk, { type: 'undone', op: 1, intent: 'unmerge', questions: [row(1, 'merged')], select: false });
    expect(states(state, [row(1, 'merged'), q2], 10)).toEqual(['2 open']);
    expect(states(state, [row(1, 'approved'), q2], 11)).toEqual(['2 open']);
    expect(state).toMatchObject({ selected: null, outcome: { kind: 'unmerged' } });
  });

  it('elsewhere on the desk leaves the selection alone', () => {
    const state = reduce(
      { ...initialDesk, selected: q3 },
      { type: 'undone', intent: 'undo', op: 1, questions: [row(1, 'declined')], select: false },
    );
    expect(state.selected).toBe(q3);
  });
});
