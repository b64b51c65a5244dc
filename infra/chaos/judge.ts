import { type End, type History, sightingName } from './history.ts';
import { judgeActs, judgeAnswers, judgeQuestions } from './judge-commands.ts';
import { judgeRefusals } from './judge-refusals.ts';
import { judgeViews } from './judge-views.ts';
import { judgeVotes } from './judge-votes.ts';
import { createLedger } from './ledger.ts';

/**
 * Everything in which a history and what is there at its end break what is promised (rules S2, Q6, M1 to M3, V1 to V3, R1, R2, R5, A5, A9),
 * in words that name the operations and pages; empty where it holds.
 *
 * - What was acked is in the log once, at the `seq` that the ack told; what was refused is not there; what was never
 *   answered is there at most once; and nothing is there that nobody sent.
 * - What was refused could not be done at some moment from its call to its answer; nothing is answered `internal`.
 * - Whoever is acked before another calls comes before it in the log.
 * - A vote is, at the `seq` of its ack and at the end, what it was asked to be.
 * - A page's views never go back, and each shows what the log says at its `seq`, whichever node it came through; at the end
 *   every node is at the log's end.
 */
export function judge(history: History, end: End): string[] {
  const ledger = createLedger();
  const problems = end.events.flatMap((event) => ledger.add(event));
  if (end.brokenAt !== null) problems.push(`the log's chain is broken at seq ${end.brokenAt}`);
  return [
    ...problems,
    ...judgeAnswers(history.operations),
    ...judgeQuestions(history.operations, end, ledger),
    ...judgeActs(history.operations, end.events),
    ...judgeRefusals(history, end.events),
    ...judgeVotes(history.operations, end.events),
    ...judgeViews(history, end),
    ...history.excesses.map((excess) => `${excess.name} tells more than the protocol names: ${sightingName(excess)}`),
  ];
}
