import { type RefObject, useEffect } from 'react';

/** How loud the original is behind an interpreter: heard that somebody speaks, and not in the way. */
const BEHIND = 0.15;

/** Makes the doctor's sound soft. */
export function useSofter(player: RefObject<HTMLMediaElement | null>, soft: boolean, muted: boolean): void {
  useEffect(() => (soft && player.current ? soften(player.current, muted) : undefined), [player, soft, muted]);
}

/** Apple's phones let no page set a volume: there it is silent. Returns how to take it back. */
export function soften(player: Pick<HTMLMediaElement, 'volume' | 'muted'>, muted: boolean): () => void {
  player.volume = BEHIND;
  // What was made silent before came back with the press that muted it.
  if (muted) player.muted = true;
  const isFixed = player.volume !== BEHIND && !muted;
  if (isFixed) player.muted = true;
  return () => {
    player.volume = 1;
    if (isFixed) player.muted = false;
  };
}
