import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { Decision } from '../session/decide.ts';
import type { Event } from '../session/events.ts';
import type { By } from '../session/policy.ts';
import type { AnyCommand, Play } from './play.ts';

type Asked = {
  author: PersonId;
  voters: Set<PersonId>;
  /** When somebody last took their vote back here. */
  tookBack: Map<PersonId, number>;
  /** Under which question it was put, and when; that may be under another one, and be withdrawn. */
  under: { id: QuestionId; seq: number } | null;
  gone: boolean;
};

/** A vote that was acked, and the log's end then: what the log has of votes is what is to be proved. */
export type Cast = { seq: number; questionId: QuestionId; voter: PersonId; on: boolean };

/** Of a command that was carried out, where it was a vote. */
export const castOf = ({ state }: Play, decision: Decision, by: By, command: AnyCommand): Cast[] =>
  decision.ok && command.type === 'cast-vote' && by.person !== null
    ? [{ seq: state.seq, questionId: command.questionId, voter: by.person, on: command.on }]
    : [];

/**
 * Who votes for what, by what was acked and merged, the slow way (rules V1, D2 to D4): merges make a tree, of which nothing is ever moved. For
 * its root votes whoever votes for it, and whoever voted for or asked anything under it, unless they took that back above it
 * since it came there.
 */
export function votesByHand(events: readonly Event[], casts: readonly Cast[]): Map<QuestionId, Set<PersonId>> {
  const all = new Map<QuestionId, Asked>();
  const at = (id: QuestionId): Asked => {
    const found = all.get(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  const bySeq = Map.groupBy(casts, ({ seq }) => seq);
  for (const { seq, fact } of events) {
    if (fact.type === 'question-submitted')
      all.set(fact.questionId, { author: fact.author, voters: new Set(), tookBack: new Map(), under: null, gone: false });
    if (fact.type === 'question-merged') at(fact.questionId).under = { id: fact.into, seq };
    if (fact.type === 'question-unmerged') at(fact.questionId).under = null;
    // Where it was put stays known: what is under it stays there.
    if (fact.type === 'question-withdrawn') Object.assign(at(fact.questionId), { voters: new Set(), gone: true });
    for (const { questionId, voter, on } of bySeq.get(seq) ?? []) {
      const { voters, tookBack } = at(questionId);
      if (on) voters.add(voter);
      else voters.delete(voter);
      if (!on) tookBack.set(voter, seq);
    }
  }
  const votes = new Map([...all].map(([id, { voters }]) => [id, new Set(voters)]));
  for (const question of all.values()) {
    if (question.under === null || question.gone) continue;
    const brought = new Set([...question.voters, question.author]);
    let root = question.under.id;
    let since = 0;
    for (let under: Asked['under'] = question.under; under; under = at(root).under) {
      root = under.id;
      since = Math.max(since, under.seq);
      for (const [person, seq] of at(root).tookBack) if (seq > since) brought.delete(person);
    }
    for (const person of brought) votes.get(root)?.add(person);
  }
  return votes;
}
