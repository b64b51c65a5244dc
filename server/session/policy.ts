import { type Ack, refuse } from '@bedside/shared/errors.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { type Actor, isStaff } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { isShown, type Part, type Question, restrictionOf, type State } from './state.ts';

/** Who commands: `person` is null for the server itself. */
export type By = { role: Actor; person: PersonId | null };

/** As in commands: undefined for one who knows of everything. */
type Seen = number | undefined;

/** The question a command names, if the actor may know of it and it is in one of the statuses. */
export function find(state: State, by: By, id: QuestionId, statuses: readonly QuestionStatus[]): Ack<{ question: Question }> {
  const question = state.questions.get(id);
  // Not even a refusal tells of a question that the actor never could see (rule M1).
  if (!question || !knows(state, by, question)) return refuse('not-found', 'no such question');
  if (statuses.includes(question.status)) return { ok: true, question };
  return refuse('wrong-state', seesStatus(state, by, question) ? `the question is ${question.status}` : 'not possible now');
}

/** The same, where nobody else has changed that part of it since the sender knew of it (rule M17). */
export function findSeen(
  state: State,
  by: By,
  id: QuestionId,
  statuses: readonly QuestionStatus[],
  part: Part,
  seen: Seen,
): ReturnType<typeof find> {
  const found = find(state, by, id, statuses);
  if (!found.ok || seen === undefined) return found;
  const { by: last, seq, before } = found.question.acts[part];
  return (last === by.person ? before : seq) > seen ? refuse('wrong-state', 'somebody has changed it since') : found;
}

/** The same, of one's own question. */
export function findOwn(state: State, by: By, id: QuestionId, statuses: readonly QuestionStatus[]): Ack<{ question: Question }> {
  const found = find(state, by, id, statuses);
  const author = state.questions.get(id)?.author;
  if (author !== by.person && (found.ok || found.error.code === 'wrong-state')) return refuse('forbidden', 'only for the asker');
  return found;
}

/** Rule M7: whether a clinician reviewer alone approves it, and edits it while it is public. */
export function needsClinician({ clinician }: Pick<State, 'clinician'>, { marks, clinical }: Question): boolean {
  return clinical !== null || clinician === 'all' || (clinician === 'flagged' && marks.redFlags.length > 0);
}

/** Refuses whoever is out of the session (rules H2, H7). */
export function whileIn(state: State, by: By, now: number): Ack {
  const restriction = by.role === 'viewer' ? restrictionOf(state, by.person, now) : null;
  if (restriction === null || restriction.kind === 'mute') return { ok: true };
  return refuse('removed', 'moderators have taken this person out', waitUntil(restriction.until, now));
}

/** How long to wait, where not for good. */
export const waitUntil = (until: number | null, now: number) => (until === null ? {} : { retryAfterMs: Math.max(0, until - now) });

const audienceOf = (role: Actor) => (role === 'host' || role === 'cohost' ? 'presenter' : 'public');

/** That there is such a question: of one that once was in their view everybody knows. */
const knows = (state: State, by: By, question: Question) => seesStatus(state, by, question) || question.left[audienceOf(by.role)] > 0;

const seesStatus = (state: State, by: By, question: Question) =>
  isStaff(by.role) || isShown(state, question.status, audienceOf(by.role)) || (by.person !== null && question.author === by.person);
