import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { Event } from '../../server/session/events.ts';
import { ackOf, isRefused, nameOf, type Operation } from './history.ts';
import { createLedger, type Ledger } from './ledger.ts';

type Vote = { operation: Operation; person: PersonId; questionId: QuestionId; on: boolean };
type Votes = ReadonlyMap<string, Vote[]>;

const keyOf = (person: PersonId, questionId: QuestionId) => `${person} ${questionId}`;
const isOn = ({ person, questionId }: Vote, ledger: Ledger) => ledger.questions.get(questionId)?.voters.has(person) ?? false;

/** Rules V1, V2 and R1: an acked vote is in the log, the last one wins, and nobody else's hand is in it. */
export function judgeVotes(operations: readonly Operation[], events: readonly Event[]): string[] {
  const votes = operations.flatMap((operation): Vote[] => {
    const { command, by } = operation;
    if (command.type !== 'cast-vote') return [];
    const { questionId, on } = command;
    return [{ operation, person: by.person, questionId, on }];
  });
  const byKey = Map.groupBy(votes, ({ person, questionId }) => keyOf(person, questionId));
  return [...atTheirSeq(votes, byKey, events), ...atTheEnd(byKey, events), ...ofNobody(byKey, events)];
}

/**
 * At the `seq` of its ack a vote is what it asked to be, unless the same event holds another of the same person, or one that was
 * sent before that ack, and of which nobody knows what became.
 */
function atTheirSeq(votes: readonly Vote[], byKey: Votes, events: readonly Event[]): string[] {
  const acked = votes.flatMap((vote) => {
    const ack = ackOf(vote.operation);
    return ack ? [{ vote, seq: ack.seq, ackedAt: ack.at }] : [];
  });
  const ledger = createLedger();
  const problems: string[] = [];
  for (const { vote, seq, ackedAt } of acked.toSorted((a, b) => a.seq - b.seq)) {
    if (seq > events.length) {
      problems.push(`acked beyond the log's end at ${events.length}: ${nameOf(vote.operation)}`);
      continue;
    }
    for (const event of events.slice(ledger.seq, seq)) ledger.add(event);
    if (isOn(vote, ledger) === vote.on) continue;
    const others = (byKey.get(keyOf(vote.person, vote.questionId)) ?? []).filter((other) => other !== vote && other.on !== vote.on);
    const explains = ({ answers, calledAt }: Operation) => answers.length === 0 && calledAt < ackedAt;
    if (!others.some(({ operation }) => explains(operation) || ackOf(operation)?.seq === seq))
      problems.push(`an acked vote is lost: ${nameOf(vote.operation)}`);
  }
  return problems;
}

/**
 * At the end a vote is what one of those asked for that may have been the last: acked with none called after its ack, or
 * never answered.
 */
function atTheEnd(byKey: Votes, events: readonly Event[]): string[] {
  const ledger = createLedger();
  for (const event of events) ledger.add(event);
  const problems: string[] = [];
  for (const votes of byKey.values()) {
    const [first] = votes;
    // The votes on a withdrawn question are gone with it (rule Q6).
    if (!first || ledger.questions.get(first.questionId)?.status === 'withdrawn') continue;
    const acked = votes.flatMap((vote) => {
      const ack = ackOf(vote.operation);
      return ack ? [{ ...vote, ackedAt: ack.at }] : [];
    });
    const last = acked.filter(({ ackedAt }) => !acked.some(({ operation }) => operation.calledAt > ackedAt));
    const unknown = votes.filter(({ operation }) => operation.answers.length === 0);
    const possible = new Set([...(acked.length === 0 ? [false] : []), ...[...last, ...unknown].map(({ on }) => on)]);
    const is = isOn(first, ledger);
    if (possible.has(is)) continue;
    const named = (last.length > 0 ? last : votes).map(({ operation }) => nameOf(operation)).join('; ');
    problems.push(`at the end a vote is ${is ? 'on' : 'off'}: ${named}`);
  }
  return problems;
}

/** The log holds no more changes of a vote than were asked for and not refused. */
function ofNobody(byKey: Votes, events: readonly Event[]): string[] {
  const changes = new Map<string, { seqs: number[]; key: string; on: boolean }>();
  for (const { seq, fact } of events) {
    if (fact.type !== 'votes-cast') continue;
    for (const { questionId, voter, on } of fact.votes) {
      const key = keyOf(voter, questionId);
      const change = changes.get(`${key} ${on}`) ?? { seqs: [], key, on };
      changes.set(`${key} ${on}`, change);
      change.seqs.push(seq);
    }
  }
  return [...changes.values()].flatMap(({ seqs, key, on }) => {
    const meant = (byKey.get(key) ?? []).filter((vote) => vote.on === on).map(({ operation }) => operation);
    if (meant.filter((operation) => !isRefused(operation)).length >= seqs.length) return [];
    const refused = meant.filter(isRefused);
    const where = `a vote ${on ? 'on' : 'off'} at seq ${seqs.join(' and ')}`;
    if (refused.length > 0) return [`${where}, though refused: ${refused.map(nameOf).join('; ')}`];
    return [meant.length > 0 ? `${where}, counted twice: ${meant.map(nameOf).join('; ')}` : `${where} of ${key} was cast by nobody`];
  });
}
