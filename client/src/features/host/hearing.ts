/** What can be said of a microphone after listening for a while. */
export type Hearing = 'hear' | 'speak' | 'silent';

export type Heard = {
  /** Milliseconds, any clock: since when it is listened to, and when it last gave something, and something like speech. */
  since: number;
  soundAt: number;
  speechAt: number;
};

/** Speech into a laptop is about -30 dB of full scale, 0.5 on the meter; a quiet room stays below 0.15. */
export const SPEECH = 0.35;
const MEMORY_MS = 4000;

export function startHearing(now: number): Heard {
  return { since: now, soundAt: -Infinity, speechAt: -Infinity };
}

/** `level` is 0 to 1. A device that is muted in hardware gives exact silence, an open one always a little noise. */
export function listen(heard: Heard, level: number, now: number): Heard {
  return { since: heard.since, soundAt: level > 0 ? now : heard.soundAt, speechAt: level >= SPEECH ? now : heard.speechAt };
}

export function hearingOf(heard: Heard, now: number): Hearing {
  if (now - heard.speechAt < MEMORY_MS) return 'hear';
  if (now - heard.soundAt < MEMORY_MS || now - heard.since < MEMORY_MS) return 'speak';
  return 'silent';
}
