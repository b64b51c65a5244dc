import type { SessionId, PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import type { Event, Fact } from './events.ts';
import { isPublic, type OwnedPerson, type OwnedQuestion, type OwnedState } from './state.ts';

/**
 * Folds one event into a state that the caller owns, in place: 10,000 votes a second into sets of thousands leave
 * no room for copies. Throws if the event does not follow the state: a log with a hole must not be folded.
 */
export function evolve(state: OwnedState, event: Event): void {
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`);
  state.seq = event.seq;
  fold(state, event.seq, event.at, event.fact);
}

/** The state after a log, or null for an empty one. */
export function replay(id: SessionId, events: readonly Event[]): OwnedState | null {
  const [first, ...rest] = events;
  if (!first) return null;
  const state = begin(id, first);
  for (const event of rest) evolve(state, event);
  return state;
}

/** The state after a session's first event (rule S1). */
export function begin(id: SessionId, event: Event): OwnedState {
  const { fact } = event;
  if (event.seq !== 1 || fact.type !== 'session-scheduled') throw new Error('a log begins with session-scheduled');
  return {
    id,
    seq: 1,
    title: fact.title,
    description: fact.description,
    host: { ...fact.host },
    phase: 'scheduled',
    startsAt: fact.startsAt,
    liveAt: null,
    endedAt: null,
    stream: { epoch: 0, status: 'off', onStage: [], node: null },
    muted: { camera: false, microphone: false },
    answeringId: null,
    pinnedId: null,
    pending: 0,
    touched: 1,
    pendingTouched: 1,
    questions: new Map(),
    people: new Map(),
  };
}

function fold(state: OwnedState, seq: number, at: number, fact: Fact): void {
  switch (fact.type) {
    case 'session-scheduled':
      throw new Error('a session is scheduled once');
    case 'session-opened':
      return change(state, { phase: 'open' });
    case 'session-went-live':
      return change(state, { phase: 'live', liveAt: state.liveAt ?? at });
    case 'session-paused':
      return change(state, { phase: 'paused' });
    case 'session-ended':
      return change(state, { phase: 'ended', endedAt: at });
    case 'question-submitted':
      return submit(state, seq, at, fact);
    case 'question-approved':
      return setStatus(state, fact.questionId, 'approved');
    case 'question-declined':
      return setStatus(state, fact.questionId, 'declined', { reason: fact.reason, note: fact.note?.id ?? null });
    case 'review-undone':
      return setStatus(state, fact.questionId, 'pending', { reason: null, note: null });
    case 'question-withdrawn':
      setStatus(state, fact.questionId, 'withdrawn');
      return dropVotes(state, fact.questionId);
    case 'answer-started':
      change(state, { answeringId: fact.questionId });
      return setStatus(state, fact.questionId, 'answering');
    case 'answer-finished':
      return setStatus(state, fact.questionId, 'answered', { answeredAt: at });
    case 'question-skipped':
      return setStatus(state, fact.questionId, 'skipped');
    case 'question-requeued':
      return setStatus(state, fact.questionId, 'approved', { answeredAt: null });
    case 'question-pinned':
      return change(state, { pinnedId: fact.questionId });
    case 'question-unpinned':
      return change(state, { pinnedId: null });
    case 'votes-cast':
      for (const vote of fact.votes) castVote(state, vote.questionId, vote.voter, vote.on);
      return;
    case 'track-set':
      return change(state, { muted: { ...state.muted, [fact.source]: fact.muted } });
    case 'stream-started':
      return change(state, { stream: { epoch: fact.epoch, status: 'on', onStage: [...fact.tracks], node: fact.node ?? null } });
    case 'stream-lost':
      return change(state, { stream: { ...state.stream, status: 'lost', node: null } });
    case 'stream-stopped':
      return change(state, { stream: { epoch: fact.epoch, status: 'off', onStage: [], node: null } });
  }
}

/** Changes the session's own row, the one that everyone sees. */
function change(state: OwnedState, to: Partial<OwnedState>): void {
  Object.assign(state, to);
  state.touched = state.seq;
}

function submit(state: OwnedState, seq: number, at: number, fact: Extract<Fact, { type: 'question-submitted' }>): void {
  state.questions.set(fact.questionId, {
    id: fact.questionId,
    author: fact.author,
    text: fact.text.id,
    name: fact.name?.id ?? null,
    status: 'pending',
    askedAt: at,
    answeredAt: null,
    reason: null,
    note: null,
    voters: new Set(),
    touched: seq,
    changed: seq,
    leftPublic: 0,
  });
  personIn(state, fact.author).asked.push(fact.questionId);
  countPending(state, 1);
}

type Details = Partial<Pick<OwnedQuestion, 'reason' | 'note' | 'answeredAt'>>;

function setStatus(state: OwnedState, id: QuestionId, status: QuestionStatus, details: Details = {}): void {
  const question = questionIn(state, id);
  const wasPublic = isPublic(question.status);
  if (question.status === 'pending') countPending(state, -1);
  if (status === 'pending') countPending(state, 1);
  if (state.answeringId === id && status !== 'answering') change(state, { answeringId: null });
  if (wasPublic && !isPublic(status)) {
    question.leftPublic = state.seq;
    if (state.pinnedId === id) change(state, { pinnedId: null });
  }
  // A person sees their votes on public questions only, so each voter's own view changes with it.
  if (wasPublic !== isPublic(status)) for (const voter of question.voters) personIn(state, voter).votesTouched = state.seq;
  Object.assign(question, details, { status, touched: state.seq, changed: state.seq });
}

function dropVotes(state: OwnedState, id: QuestionId): void {
  const question = questionIn(state, id);
  for (const voter of question.voters) personIn(state, voter).votedFor.delete(id);
  question.voters.clear();
}

function castVote(state: OwnedState, id: QuestionId, voter: PersonId, on: boolean): void {
  const question = questionIn(state, id);
  const person = personIn(state, voter);
  if (on) {
    question.voters.add(voter);
    person.votedFor.add(id);
  } else {
    question.voters.delete(voter);
    person.votedFor.delete(id);
  }
  question.touched = state.seq;
  person.votesTouched = state.seq;
}

function countPending(state: OwnedState, by: 1 | -1): void {
  state.pending += by;
  state.pendingTouched = state.seq;
}

function questionIn(state: OwnedState, id: QuestionId): OwnedQuestion {
  const question = state.questions.get(id);
  if (!question) throw new Error(`event ${state.seq} names an unknown question`);
  return question;
}

function personIn(state: OwnedState, id: PersonId): OwnedPerson {
  let person = state.people.get(id);
  if (!person) state.people.set(id, (person = { asked: [], votedFor: new Set(), votesTouched: 0 }));
  return person;
}
