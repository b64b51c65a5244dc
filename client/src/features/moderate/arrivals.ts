/** Milliseconds between two announcements of new questions: a busy queue must not talk without end. */
export const ANNOUNCE_EVERY_MS = 10_000;

export type Arrivals = { seen: ReadonlySet<string>; unsaid: ReadonlySet<string>; saidAt: number };

/** Whatever waits when the desk opens is in the page's heading and needs no announcement. */
export function beginArrivals(waiting: readonly string[]): Arrivals {
  return { seen: new Set(waiting), unsaid: new Set(), saidAt: Number.NEGATIVE_INFINITY };
}

/** Counts what came since. One that came back by an undo was seen before and is no arrival; one that left needs no word. */
export function arrive(arrivals: Arrivals, waiting: readonly string[]): Arrivals {
  const { seen, unsaid } = arrivals;
  const fresh = waiting.filter((id) => !seen.has(id));
  const still = waiting.filter((id) => unsaid.has(id));
  if (fresh.length === 0 && still.length === unsaid.size) return arrivals;
  return { ...arrivals, seen: fresh.length > 0 ? new Set([...seen, ...fresh]) : seen, unsaid: new Set([...still, ...fresh]) };
}

/** When to speak next, in milliseconds from `now`; null when there is nothing to say. */
export function sayIn({ unsaid, saidAt }: Arrivals, now: number): number | null {
  return unsaid.size === 0 ? null : Math.max(0, saidAt + ANNOUNCE_EVERY_MS - now);
}

export function said(arrivals: Arrivals, now: number): Arrivals {
  return { ...arrivals, unsaid: new Set(), saidAt: now };
}
