import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { Event } from '../session/events.ts';

type Told = { on: boolean; seq: number };
type Asked = { author: PersonId; told: Map<PersonId, Told>; merged: { into: QuestionId; seq: number } | null; gone: boolean };

/**
 * Who votes for what, read off the log the slow way (rules V1, D2 to D4): whoever said so last, and whoever voted for
 * or asked a question that is merged into it, unless they took it back since that came.
 */
export function votesByHand(events: readonly Event[]): Map<QuestionId, Set<PersonId>> {
  const all = new Map<QuestionId, Asked>();
  const at = (id: QuestionId): Asked => {
    const found = all.get(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  for (const { seq, fact } of events) {
    if (fact.type === 'question-submitted') all.set(fact.questionId, { author: fact.author, told: new Map(), merged: null, gone: false });
    if (fact.type === 'votes-cast') for (const { questionId, voter, on } of fact.votes) at(questionId).told.set(voter, { on, seq });
    if (fact.type === 'question-merged') {
      const { questionId, into } = fact;
      for (const each of all.values()) if (each.merged?.into === questionId) each.merged = { into, seq };
      at(questionId).merged = { into, seq };
    }
    if (fact.type === 'question-unmerged') at(fact.questionId).merged = null;
    if (fact.type === 'question-withdrawn') Object.assign(at(fact.questionId), { told: new Map(), merged: null, gone: true });
  }
  const said = ({ told }: Asked) => [...told].flatMap(([person, { on }]) => (on ? [person] : []));
  return new Map(
    [...all].map(([id, question]) => {
      const voters = new Set(said(question));
      for (const child of all.values()) {
        if (child.merged?.into !== id) continue;
        for (const person of [...said(child), child.author]) {
          const told = question.told.get(person);
          if (told === undefined || told.on || told.seq < child.merged.seq) voters.add(person);
        }
      }
      return [id, voters];
    }),
  );
}
