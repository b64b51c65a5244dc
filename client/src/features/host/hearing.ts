import { SPEECH } from '../../media/level.ts';

/** What can be said of a microphone after listening for a while. */
export type Hearing = 'hear' | 'quiet' | 'loud' | 'speak' | 'silent';

export type Heard = {
  /** Milliseconds, any clock: since when it is listened to, and when it last gave something, and something like speech. */
  since: number;
  soundAt: number;
  speechAt: number;
  /** The same for something too loud, and for what may be speech from afar, with how often in a row that came. */
  loudAt: number;
  quietAt: number;
  quietLooks: number;
};

/** Above -4 dB on average, peaks are cut off; between a room and speech is a voice that is too far away, if it goes on. */
const LOUD = 0.93;
const QUIET = 0.2;
const QUIET_LOOKS = 5;
const MEMORY_MS = 4000;

export function startHearing(now: number): Heard {
  return { since: now, soundAt: -Infinity, speechAt: -Infinity, loudAt: -Infinity, quietAt: -Infinity, quietLooks: 0 };
}

/** `level` is 0 to 1. A device that is muted in hardware gives exact silence, an open one always a little noise. */
export function listen(heard: Heard, level: number, now: number): Heard {
  const at = (is: boolean, before: number) => (is ? now : before);
  const quietLooks = level >= QUIET ? heard.quietLooks + 1 : 0;
  return {
    since: heard.since,
    soundAt: at(level > 0, heard.soundAt),
    speechAt: at(level >= SPEECH, heard.speechAt),
    loudAt: at(level >= LOUD, heard.loudAt),
    quietAt: at(quietLooks >= QUIET_LOOKS, heard.quietAt),
    quietLooks,
  };
}

export function hearingOf(heard: Heard, now: number): Hearing {
  if (now - heard.loudAt < MEMORY_MS / 2) return 'loud';
  if (now - heard.speechAt < MEMORY_MS) return 'hear';
  if (now - heard.quietAt < MEMORY_MS) return 'quiet';
  if (now - heard.soundAt < MEMORY_MS || now - heard.since < MEMORY_MS) return 'speak';
  return 'silent';
}
