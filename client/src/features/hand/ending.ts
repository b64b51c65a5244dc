import type { OwnHand } from '@bedside/shared/view.ts';

export type Ending = 'hand.loweredByStaff' | 'hand.ended';

/** Words for a hand that is gone; null where its owner took it down. */
export function endingOf({ id, stage }: Pick<OwnHand, 'id' | 'stage'>, meant: string | null): Ending | null {
  if (id === meant) return null;
  return stage === 'on-stage' ? 'hand.ended' : 'hand.loweredByStaff';
}
