import { limits } from '@bedside/shared/limits.ts';
import type { OwnHand } from '@bedside/shared/view.ts';

export type Ending = 'hand.loweredByStaff' | 'hand.removed' | 'hand.ended';

/** Words for a hand that is gone; null where its owner took it down. `rests`: somebody said no to it. */
export function endingOf({ id, stage }: Pick<OwnHand, 'id' | 'stage'>, meant: string | null, rests: boolean): Ending | null {
  if (id === meant) return null;
  if (stage !== 'on-stage') return 'hand.loweredByStaff';
  return rests ? 'hand.removed' : 'hand.ended';
}

/** Whole minutes until a hand may be raised again, 0 where it may; by a clock that may be a few seconds behind. Milliseconds since 1970. */
export const minutesOfRest = (until: number, now: number): number =>
  Math.max(0, Math.ceil(Math.min(until - now, limits.handRestMs) / 60_000));
