import type { CaptionLine } from '@bedside/shared/captions/captions.ts';

/** How many lines show at a time, as television has it. */
const LINES = 2;
const MS_A_CHARACTER = 1000 / 15;
const LEAST_MS = 4000;
const MOST_MS = 10_000;

/** Which captions are on the screen, and the last one that there was. */
export type OnScreen = { ids: readonly number[]; seen: number };

/** Who begins to read sees what was said just before, and no more. */
export function beginOnScreen(lines: readonly CaptionLine[], now: number): OnScreen {
  const recent = lines.filter(({ at }) => at > now - MOST_MS).slice(-LINES);
  return { ids: recent.map(({ id }) => id), seen: lines.at(-1)?.id ?? 0 };
}

/** What is new comes below what still shows; the same object where nothing is. */
export function arrive(screen: OnScreen, lines: readonly CaptionLine[]): OnScreen {
  const fresh = lines.flatMap(({ id }) => (id > screen.seen ? [id] : []));
  const seen = fresh.at(-1);
  return seen === undefined ? screen : { ids: [...screen.ids, ...fresh].slice(-LINES), seen };
}

export const cleared = ({ seen }: OnScreen): OnScreen => ({ ids: [], seen });

/** Milliseconds for which lines stay after the last one came. */
export const staysMs = (lines: readonly CaptionLine[]): number =>
  Math.min(MOST_MS, Math.max(LEAST_MS, lines.reduce((sum, { text }) => sum + text.length, 0) * MS_A_CHARACTER));
