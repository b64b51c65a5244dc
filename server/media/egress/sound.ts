import { opusSilence } from './frames.ts';
import type { Timed } from './queue.ts';

const SILENCE_MS = 20;
/** Milliseconds that sound may be late by before silence takes its place. */
const SOUND_LATE_MS = 80;

export type Sound = {
  /** A new reader begins at `at` (milliseconds). The first frame is written at once: it waits for one of each track. */
  begin(at: number): void;
  /** Up to where it is written. */
  until(): number;
  emit(frame: Pick<Timed, 'data' | 'duration'> & { due: number }): void;
  /** Puts silence where nothing has come by now. */
  fill(due: number): void;
};

/** One endless sound: what comes, and silence in between, so that who mixes it with others never waits for it. */
export function createSound(write: (due: number, data: Buffer) => boolean): Sound {
  let soundUntil = -Infinity;

  function silenceUntil(due: number): void {
    while (soundUntil + SILENCE_MS <= due && write(soundUntil, opusSilence)) soundUntil += SILENCE_MS;
  }

  return {
    begin(at) {
      soundUntil = at;
      silenceUntil(at + SILENCE_MS);
    },
    until: () => soundUntil,
    emit({ due: wanted, data, duration }) {
      if (wanted < soundUntil - SILENCE_MS / 2) return;
      silenceUntil(wanted - SILENCE_MS);
      const due = Math.max(wanted, soundUntil);
      if (write(due, data)) soundUntil = due + duration;
    },
    fill: (due) => silenceUntil(due - SOUND_LATE_MS),
  };
}
