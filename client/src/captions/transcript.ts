import type { CaptionLine } from '@bedside/shared/captions/captions.ts';

/** What a page holds of a transcript beside the last lines, which its view has. */
export type Held = {
  /** In their order, all before `last`. */
  older: readonly CaptionLine[];
  /** As the view had them last. */
  last: readonly CaptionLine[];
  /** Whether there are older ones still; null while nobody has asked. */
  more: boolean | null;
};

export const beginHeld = (last: readonly CaptionLine[]): Held => ({ older: [], last, more: null });

/** The view moved on: what leaves it stays held. Where lines between are missing, nothing older is held, and is to be asked for. */
export function follow(held: Held, last: readonly CaptionLine[]): Held {
  const first = last[0]?.id ?? Infinity;
  const before = held.last.at(-1)?.id;
  if (before === undefined) return { ...held, last };
  // Closed in an emergency, or nothing in common: what is held may have been changed since.
  if (last.length === 0 || before < first) return beginHeld(last);
  return { ...held, older: [...held.older, ...held.last.filter(({ id }) => id < first)], last };
}

/** An answer to what is older than everything that is held. */
export function prepend(held: Held, page: { lines: readonly CaptionLine[]; more: boolean }): Held {
  const first = held.older[0]?.id ?? held.last[0]?.id ?? Infinity;
  return { ...held, older: [...page.lines.filter(({ id }) => id < first), ...held.older], more: page.more };
}

/** What was read again takes the place of what was held of it. */
export function replaceOlder(held: Held, lines: readonly CaptionLine[], more: boolean): Held {
  const first = held.last[0]?.id ?? Infinity;
  return { ...held, older: lines.filter(({ id }) => id < first), more };
}

export const firstHeld = ({ older, last }: Held): number | null => older[0]?.id ?? last[0]?.id ?? null;
