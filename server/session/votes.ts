import { type Ack, type Failure, refuse } from '@bedside/shared/errors.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import type { Fact } from './events.ts';
import { type By, find, whileIn } from './policy.ts';
import type { Question, State } from './state.ts';

export type Vote = { by: By; questionId: QuestionId; on: boolean };

/** What becomes of votes gathered by a node: at most one fact, and each refused vote by itself (rule V4). */
export type VotesDecision<T extends Vote> = { facts: Fact[]; accepted: T[]; refused: { vote: T; error: Failure }[] };

/**
 * Decides gathered votes in their order, each seeing those before it; one that changes nothing is accepted (rule V2).
 * `now` is in milliseconds since 1970.
 */
export function decideVotes<T extends Vote>(state: State, votes: readonly T[], now: number): VotesDecision<T> {
  const changes: Extract<Fact, { type: 'votes-cast' }>['votes'] = [];
  const accepted: T[] = [];
  const refused: { vote: T; error: Failure }[] = [];
  const decided = new Map<string, boolean>();
  for (const vote of votes) {
    const { by, questionId, on } = vote;
    const allowed = mayVote(state, by, questionId, now);
    if (!allowed.ok) {
      refused.push({ vote, error: allowed.error });
      continue;
    }
    accepted.push(vote);
    const { voter } = allowed;
    const key = `${questionId} ${voter}`;
    const before = decided.get(key) ?? (allowed.question.voters.has(voter) && !isBrought(state, allowed.question, voter, on));
    decided.set(key, on);
    if (before !== on) changes.push({ questionId, voter, on });
  }
  return { facts: changes.length === 0 ? [] : [{ type: 'votes-cast', votes: changes }], accepted, refused };
}

/** Whether a vote is there only since another question brought it, and is now cast (rule D3). */
const isBrought = ({ questions }: State, { children }: Question, voter: PersonId, on: boolean) =>
  on && [...children].some((id) => questions.get(id)?.merged?.carried.has(voter));

/** Rule V3. */
function mayVote(state: State, by: By, questionId: QuestionId, now: number): Ack<{ voter: PersonId; question: Question }> {
  if (!can(by.role, 'cast-vote')) return refuse('forbidden', `${by.role} may not vote`);
  if (by.person === null) return refuse('no-identity', 'a vote needs a person');
  const within = whileIn(state, by, now);
  if (!within.ok) return within;
  if (state.phase === 'ended') return refuse('session-ended', 'the session has ended');
  if (state.closed) return refuse('wrong-state', 'the session is closed');
  const found = find(state, by, questionId, ['approved', 'skipped', 'answering']);
  return found.ok ? { ok: true, voter: by.person, question: found.question } : found;
}
