import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { ReportReason } from '@bedside/shared/commands.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { By, FactOf } from './events.ts';
import { dropVotes, leave } from './evolve-votes.ts';
import { recount } from './counts.ts';
import { touchOwn, countWaiting, personIn, questionIn, setClaim, setStatus, touch, touchForAll } from './folding.ts';
import type { LastAct, OwnedState } from './state.ts';

const NEVER: LastAct = { by: null, seq: 0, before: 0 };
const NO_MARKS = { redFlags: [], personal: [], abuse: [] };

export function submit(state: OwnedState, at: number, by: By, fact: FactOf<'question-submitted'>): void {
  const { redFlags, personal, abuse } = fact.marks ?? NO_MARKS;
  const { seq } = state;
  state.questions.set(fact.questionId, {
    id: fact.questionId,
    author: fact.author,
    text: fact.text.id,
    name: fact.name?.id ?? null,
    edit: null,
    originalErased: false,
    objected: false,
    status: 'pending',
    askedAt: at,
    answeredAt: null,
    reason: null,
    note: null,
    reply: null,
    answer: null,
    marks: { redFlags: [...redFlags], personal: [...personal], abuse: [...abuse] },
    emergencyRead: false,
    claim: null,
    reviewedBy: null,
    acts: { judged: { by: by.person, seq, before: 0 }, replied: NEVER, answered: NEVER },
    clinical: null,
    reporters: new Set(),
    reports: new Map(),
    voters: new Set(),
    merged: null,
    children: new Set(),
    changed: { public: seq, presenter: seq, staff: seq, own: seq },
    voted: 0,
    left: { public: 0, presenter: 0, staff: 0 },
  });
  const person = personIn(state, fact.author);
  person.number ??= ++state.askers;
  person.asked.push(fact.questionId);
  countWaiting(state, 1);
  recount(state, (counts) => counts.received++);
}

/** Nothing is left of it but that it was withdrawn (rule Q6). */
export function withdraw(state: OwnedState, id: QuestionId): void {
  const question = questionIn(state, id);
  leave(state, question);
  setStatus(state, id, 'withdrawn', { reason: null, note: null, answer: null, objected: false });
  dropVotes(state, question);
  question.reports.clear();
  Object.assign(question, { name: null, edit: null, reply: null, emergencyRead: false, reviewedBy: null, clinical: null });
  question.marks = { redFlags: [], personal: [], abuse: [] };
}

/** Rule M7: whoever sends it again is not who sent it. */
export function sendToClinician(state: OwnedState, by: By, id: QuestionId): void {
  setStatus(state, id, 'in-review');
  questionIn(state, id).clinical ??= { sentBy: by.person };
}

/** Rules M4 and M7. */
export function undoReview(state: OwnedState, by: By, id: QuestionId): void {
  const question = questionIn(state, id);
  const isTheirs = question.status === 'in-review' && by.person !== null && question.clinical?.sentBy === by.person;
  if (isTheirs || by.role === 'reviewer') question.clinical = null;
  setStatus(state, id, 'pending', { reason: null, note: null });
}

/** Rule M10: the asker's own text with the name shown is no edit any more. */
export function edit(state: OwnedState, { questionId, text, showName }: FactOf<'question-edited'>): void {
  const question = questionIn(state, questionId);
  question.edit = text === null && showName ? null : { text: text?.id ?? null, showName };
  question.objected = false;
  touchForAll(state, questionId);
}

/** Rule M11: what the asker wrote where something else is shown, and a name that is not. */
export function eraseOriginal(state: OwnedState, id: QuestionId): void {
  const question = questionIn(state, id);
  if (question.edit && question.edit.text !== null) question.originalErased = true;
  if (question.edit && !question.edit.showName) question.name = null;
  touch(state, id, 'staff', 'own');
}

/** Rule M12. */
export function object(state: OwnedState, id: QuestionId): void {
  const question = questionIn(state, id);
  const takenBack = question.status === 'approved' || question.status === 'skipped';
  if (takenBack) setStatus(state, id, 'pending', { objected: true });
  question.objected = true;
  touch(state, id, 'staff', 'own');
}

/** Rule M8: a person's claim on another question ends with it. */
export function claim(state: OwnedState, id: QuestionId, by: PersonId | null, until: number): void {
  const question = questionIn(state, id);
  const before = by === null ? null : personIn(state, by).claiming;
  if (before !== null && before !== id) {
    setClaim(state, questionIn(state, before), null);
    touch(state, before, 'staff');
  }
  setClaim(state, question, by === null ? null : { by, until });
  touch(state, id, 'staff');
}

/** Rule M14. What was answered before keeps the time of that. */
export function publishAnswer(state: OwnedState, at: number, { questionId, text }: FactOf<'answer-published'>): void {
  const question = questionIn(state, questionId);
  if (question.status === 'answered') question.answer = text.id;
  else setStatus(state, questionId, 'answered', { answeredAt: at, answer: text.id });
  touchForAll(state, questionId);
}

export function report(state: OwnedState, id: QuestionId, by: PersonId, reason: ReportReason): void {
  const question = questionIn(state, id);
  personIn(state, by);
  question.reporters.add(by);
  question.reports.set(reason, (question.reports.get(reason) ?? 0) + 1);
  touch(state, id, 'staff');
}

/** Rule H6: every question leaves the public view at once. */
export function close(state: OwnedState): void {
  for (const question of state.questions.values()) {
    if (!isPublicStatus(question.status)) continue;
    question.left.public = state.seq;
    touchOwn(state, question);
  }
}

export function reopen(state: OwnedState): void {
  for (const question of state.questions.values()) {
    if (!isPublicStatus(question.status)) continue;
    question.changed.public = state.seq;
    touchOwn(state, question);
  }
}
