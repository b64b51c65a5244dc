import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { personIn, questionIn, setStatus, touchForAll } from './folding.ts';
import { Mergeable, type OwnedQuestion, type OwnedState } from './state.ts';

export function castVote(state: OwnedState, id: QuestionId, voter: PersonId, on: boolean): void {
  const question = questionIn(state, id);
  if (on) addVote(state, question, voter);
  else {
    removeVote(state, question, voter);
    // Taken back here, it is no longer one that came with another question (rule D3).
    for (const child of question.children) questionIn(state, child).merged?.carried.delete(voter);
  }
}

/** The votes of a question that is gone for good. */
export function dropVotes(state: OwnedState, question: OwnedQuestion): void {
  for (const voter of question.voters) removeVote(state, question, voter);
}

/** Rule D2. What had been merged into it goes into the other, with its own votes. */
export function merge(state: OwnedState, id: QuestionId, into: QuestionId): void {
  const [question, target] = [questionIn(state, id), questionIn(state, into)];
  const { status } = question;
  const children = [...question.children].map((child) => questionIn(state, child));
  const were = children.map((child) => child.merged?.was ?? 'pending');
  for (const child of children) detach(state, child);
  setStatus(state, id, 'merged');
  attach(state, question, target, Mergeable.parse(status));
  for (const [at, child] of children.entries()) {
    attach(state, child, target, were[at] ?? 'pending');
    touchForAll(state, child.id);
  }
}

/** Rule D3. */
export function unmerge(state: OwnedState, id: QuestionId): void {
  const question = questionIn(state, id);
  const was = question.merged?.was ?? 'pending';
  detach(state, question);
  setStatus(state, id, was);
}

/** Whoever voted for it, and its asker, votes for the target: those who did not already are remembered. */
function attach(state: OwnedState, question: OwnedQuestion, target: OwnedQuestion, was: Mergeable): void {
  const carried = new Set<PersonId>();
  for (const voter of [...question.voters, question.author]) {
    if (target.voters.has(voter)) continue;
    addVote(state, target, voter);
    carried.add(voter);
  }
  question.merged = { into: target.id, was, carried };
  target.children.add(question.id);
  touchForAll(state, target.id);
}

/**
 * Takes from the target the votes that came with a question and were neither cast nor taken back since. A vote that another
 * question would have brought as well stays, and is that one's from then on.
 */
export function detach(state: OwnedState, question: OwnedQuestion): void {
  if (!question.merged) return;
  const { into, carried } = question.merged;
  const target = questionIn(state, into);
  target.children.delete(question.id);
  question.merged = null;
  const others = [...target.children].map((id) => questionIn(state, id));
  for (const voter of carried) {
    const other = others.find(({ voters, author }) => voters.has(voter) || author === voter);
    if (other) other.merged?.carried.add(voter);
    else removeVote(state, target, voter);
  }
  touchForAll(state, target.id);
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
