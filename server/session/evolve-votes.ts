import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { personIn, questionIn, setStatus, touchForAll } from './folding.ts';
import { Mergeable, type Merged, type OwnedQuestion, type OwnedState } from './state.ts';

type Child = { question: OwnedQuestion; merged: Merged };

export function castVote(state: OwnedState, id: QuestionId, voter: PersonId, on: boolean): void {
  const question = questionIn(state, id);
  if (on && !question.voters.has(voter)) addVote(state, question, voter);
  if (!on) removeVote(state, question, voter);
  for (const child of childrenOf(state, question)) {
    // Cast here, or taken back, it is no longer one that came with another question (rule D3).
    child.merged.carried.delete(voter);
    if (!on && brings(child.question, voter)) child.merged.off.add(voter);
  }
}

/** The votes of a question that is gone for good. */
export function dropVotes(state: OwnedState, question: OwnedQuestion): void {
  for (const voter of question.voters) removeVote(state, question, voter);
}

/** Rule D2. What had been merged into it goes into the other, with its own votes. */
export function merge(state: OwnedState, id: QuestionId, into: QuestionId): void {
  const [question, target] = [questionIn(state, id), questionIn(state, into)];
  const was = Mergeable.parse(question.status);
  const children = childrenOf(state, question);
  for (const child of children) detach(state, child.question);
  setStatus(state, id, 'merged');
  attach(state, question, target, { was, off: new Set(), via: [] });
  for (const { question: child, merged } of children) {
    attach(state, child, target, { was: merged.was, off: new Set(merged.off), via: [...merged.via, { id, off: merged.off }] });
    touchForAll(state, child.id);
  }
}

/** Rule D3. What had been merged into it comes with it. `to` is where it comes back to, if not where it was. */
export function unmerge(state: OwnedState, id: QuestionId, to?: 'pending'): void {
  const question = questionIn(state, id);
  const { merged } = question;
  if (!merged) return;
  const own = childrenOf(state, questionIn(state, merged.into)).filter((child) => child.merged.via.some((each) => each.id === id));
  for (const child of own) detach(state, child.question);
  detach(state, question);
  setStatus(state, id, to ?? merged.was);
  for (const { question: child, merged: before } of own) {
    const at = before.via.findIndex((each) => each.id === id);
    attach(state, child, question, { was: before.was, off: before.via[at]?.off ?? new Set(), via: before.via.slice(0, at) });
    touchForAll(state, child.id);
  }
}

/** One that is merged goes for good: what had been merged into it stays where it is now. */
export function leave(state: OwnedState, question: OwnedQuestion): void {
  if (!question.merged) return;
  for (const { merged } of childrenOf(state, questionIn(state, question.merged.into)))
    merged.via = merged.via.filter(({ id }) => id !== question.id);
  detach(state, question);
}

/** Whoever votes for it, and its asker, votes for the target, unless they took that back: those who did not already are remembered. */
function attach(state: OwnedState, question: OwnedQuestion, target: OwnedQuestion, how: Pick<Merged, 'was' | 'off' | 'via'>): void {
  const carried = new Set<PersonId>();
  for (const voter of [...question.voters, question.author]) {
    if (target.voters.has(voter) || how.off.has(voter)) continue;
    addVote(state, target, voter);
    carried.add(voter);
  }
  question.merged = { into: target.id, carried, ...how };
  target.children.add(question.id);
  touchForAll(state, target.id);
}

/**
 * Takes from the target the votes that came with a question and were neither cast nor taken back since. A vote that another
 * question would have brought as well stays, and is that one's from then on.
 */
function detach(state: OwnedState, question: OwnedQuestion): void {
  if (!question.merged) return;
  const { into, carried } = question.merged;
  const target = questionIn(state, into);
  target.children.delete(question.id);
  question.merged = null;
  const others = childrenOf(state, target);
  for (const voter of carried) {
    const other = others.find((each) => brings(each.question, voter) && !each.merged.off.has(voter));
    if (other) other.merged.carried.add(voter);
    else removeVote(state, target, voter);
  }
  touchForAll(state, target.id);
}

const brings = ({ voters, author }: OwnedQuestion, voter: PersonId) => author === voter || voters.has(voter);

function childrenOf(state: OwnedState, { children }: OwnedQuestion): Child[] {
  return [...children].flatMap((id) => {
    const question = questionIn(state, id);
    return question.merged ? [{ question, merged: question.merged }] : [];
  });
}

function addVote(state: OwnedState, question: OwnedQuestion, voter: PersonId): void {
  const person = personIn(state, voter);
  question.voters.add(voter);
  person.votedFor.add(question.id);
  question.voted = state.seq;
  person.votesTouched = state.seq;
}

function removeVote(state: OwnedState, question: OwnedQuestion, voter: PersonId): void {
  const person = personIn(state, voter);
  question.voters.delete(voter);
  person.votedFor.delete(question.id);
  question.voted = state.seq;
  person.votesTouched = state.seq;
}
