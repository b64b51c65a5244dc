import type { PersonId, QuestionId, TargetId } from '@bedside/shared/ids.ts';
import { isPublicStatus, isWaiting } from '@bedside/shared/ordering.ts';
import type { Voice } from '@bedside/shared/commands.ts';
import { Audience } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { countDeclined, recount } from './counts.ts';
import type { By } from './events.ts';
import { isShown, type OwnedPerson, type OwnedQuestion, type OwnedState, type OwnedVoice, type Part, type Reader } from './state.ts';

/** What `evolve` and its parts change a state with, so that each change is noted for whom it shows. */

/** Changes the session's own row for everyone. */
export function change(state: OwnedState, to: Partial<OwnedState>): void {
  Object.assign(state, to);
  for (const audience of Audience.options) state.changed[audience] = state.seq;
}

export function changeForStaff(state: OwnedState, to: Partial<OwnedState> = {}): void {
  Object.assign(state, to);
  state.changed.staff = state.seq;
}

/** What of it everybody but the public sees, and the public from the first moment live on (rule S21). */
export function changeBackstage(state: OwnedState, to: Partial<OwnedState>): void {
  Object.assign(state, to);
  for (const audience of Audience.options) if (audience !== 'public' || state.liveAt !== null) state.changed[audience] = state.seq;
}

/** What of it names a question: nothing that the public sees while the session is closed. */
export function changeQueue(state: OwnedState, to: Partial<Pick<OwnedState, 'answeringId' | 'pinnedId'>>): void {
  Object.assign(state, to);
  for (const audience of Audience.options) if (audience !== 'public' || !state.closed) state.changed[audience] = state.seq;
}

/** A voice's own row, which everybody sees. */
export function changeVoice(state: OwnedState, voice: Voice, to: Partial<OwnedVoice>): void {
  change(state, voiceOf(state, voice, to));
}

/** Some of one voice, as `change` and its like take it. */
export const voiceOf = ({ voices }: OwnedState, voice: Voice, to: Partial<OwnedVoice>): Pick<OwnedState, 'voices'> => ({
  voices: { ...voices, [voice]: { ...voices[voice], ...to } },
});

export function countWaiting(state: OwnedState, by: number): void {
  state.waiting += by;
  state.changed.presenter = state.seq;
  state.changed.staff = state.seq;
}

/** Notes that more than the votes of a question changed. */
export function touch(state: OwnedState, id: QuestionId, ...readers: Reader[]): void {
  const { changed } = questionIn(state, id);
  for (const reader of readers) changed[reader] = state.seq;
}

export function touchForAll(state: OwnedState, id: QuestionId): void {
  touch(state, id, ...Audience.options, 'own');
}

/** Notes that somebody changed what others may be about to judge or to replace (rule M17). */
export function noteAct(state: OwnedState, { person }: By, id: QuestionId, part: Part): void {
  const { acts } = questionIn(state, id);
  const { by, seq, before } = acts[part];
  acts[part] = { by: person, seq: state.seq, before: by === person ? before : seq };
}

type Details = Partial<Pick<OwnedQuestion, 'reason' | 'note' | 'answeredAt' | 'answer' | 'objected'>>;

/** A person sees their votes on what the public sees only, and into what of that theirs was merged. */
export function touchOwn(state: OwnedState, { voters, children }: OwnedQuestion): void {
  for (const voter of voters) personIn(state, voter).votesTouched = state.seq;
  for (const child of children) touch(state, child, 'own');
}

/** Moves a question on, and everything that hangs on its status. Colleagues' claims end with it (rule M8). */
export function setStatus(state: OwnedState, id: QuestionId, status: QuestionStatus, details: Details = {}): void {
  const question = questionIn(state, id);
  const { status: was, reason: declinedFor } = question;
  if (isWaiting({ status: was }) !== isWaiting({ status })) countWaiting(state, isWaiting({ status }) ? 1 : -1);
  const wasEverPublic = isPublicStatus(was) || question.left.presenter > 0;
  for (const audience of Audience.options) {
    if (isShown(state, was, audience) && !isShown(state, status, audience)) question.left[audience] = state.seq;
  }
  if (state.answeringId === id && status !== 'answering') changeQueue(state, { answeringId: null });
  if (state.pinnedId === id && !isPublicStatus(status)) changeQueue(state, { pinnedId: null });
  if (isPublicStatus(was) !== isPublicStatus(status)) {
    touchOwn(state, question);
  }
  setClaim(state, question, null);
  Object.assign(question, details, { status });
  touchForAll(state, id);
  recount(state, (counts) => {
    if (!wasEverPublic && isPublicStatus(status)) counts.approved++;
    counts.answered += Number(status === 'answered') - Number(was === 'answered');
    counts.merged += Number(status === 'merged') - Number(was === 'merged');
    if (was === 'declined' && declinedFor) countDeclined(counts, declinedFor, -1);
    if (status === 'declined' && question.reason) countDeclined(counts, question.reason, 1);
  });
}

/** One claim a person, one a question (rule M8). */
export function setClaim(state: OwnedState, question: OwnedQuestion, claim: OwnedQuestion['claim']): void {
  if (question.claim) personIn(state, question.claim.by).claiming = null;
  question.claim = claim;
  if (claim) personIn(state, claim.by).claiming = question.id;
}

export function questionIn(state: OwnedState, id: QuestionId): OwnedQuestion {
  const question = state.questions.get(id);
  if (!question) throw new Error(`event ${state.seq} names an unknown question`);
  return question;
}

export function targetIn({ seq, outputs }: OwnedState, id: TargetId): NonNullable<ReturnType<OwnedState['outputs']['targets']['get']>> {
  const target = outputs.targets.get(id);
  if (!target) throw new Error(`event ${seq} names an unknown server`);
  return target;
}

export function personIn(state: OwnedState, id: PersonId): OwnedPerson {
  let person = state.people.get(id);
  if (!person) {
    person = {
      asked: [],
      votedFor: new Set(),
      number: null,
      out: null,
      muted: false,
      claiming: null,
      toldNoAt: null,
      votesTouched: 0,
      restTouched: 0,
    };
    state.people.set(id, person);
  }
  return person;
}

/** Who did it, where the server itself never does. */
export function doer(state: OwnedState, { person }: By): PersonId {
  if (person === null) throw new Error(`event ${state.seq} was nobody’s doing`);
  return person;
}
