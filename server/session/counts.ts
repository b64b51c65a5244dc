import { DeclineReason } from '@bedside/shared/commands.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { Counts } from '@bedside/shared/view.ts';
import type { OwnedState, State } from './state.ts';

/**
 * The counts as everybody sees them (rule E1). A reason with few declines is left out, since those few might be told apart; by a count
 * that moves with each, every decline would be.
 */
export function shownCounts({ received, approved, answered, merged, declined }: State['counts']): Counts {
  const all = DeclineReason.options.map((reason) => [reason, declined.get(reason) ?? 0] as const);
  return {
    received,
    approved,
    answered,
    merged,
    declined: Object.fromEntries(
      all.flatMap(([reason, count]) => (count < limits.smallCount ? [] : [[reason, count - (count % limits.smallCount)]])),
    ),
    declinedForOthers: all.some(([, count]) => count > 0 && count < limits.smallCount),
  };
}

/** Changes the counts, and notes where that shows. */
export function recount(state: OwnedState, change: (counts: OwnedState['counts']) => void): void {
  const before = JSON.stringify(shownCounts(state.counts));
  change(state.counts);
  if (JSON.stringify(shownCounts(state.counts)) !== before) state.countsChanged = state.seq;
}

/** One more or one fewer for a reason; none is no entry, so that states are equal whose counts are. */
export function countDeclined({ declined }: OwnedState['counts'], reason: DeclineReason, by: 1 | -1): void {
  const count = (declined.get(reason) ?? 0) + by;
  if (count > 0) declined.set(reason, count);
  else declined.delete(reason);
}
