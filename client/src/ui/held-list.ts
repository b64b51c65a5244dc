type Row = { id: string };

export type HeldList<T> = {
  rows: readonly { row: T; gone: boolean }[];
  /** Rows that wait to be shown. */
  fresh: number;
  /** Whether showing the present order would change anything. */
  stale: boolean;
};

/**
 * What a list shows while a finger or pointer is on it: every row stays where it was, with its newest
 * content; one that left keeps its place as `gone`; new ones wait.
 */
export function holdList<T extends Row>(shown: readonly T[], next: readonly T[]): HeldList<T> {
  const present = new Map(next.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  return {
    rows: shown.map((row) => ({ row: present.get(row.id) ?? row, gone: !present.has(row.id) })),
    fresh: next.filter(({ id }) => !known.has(id)).length,
    stale: shown.length !== next.length || shown.some(({ id }, place) => id !== next[place]?.id),
  };
}

export function freeList<T extends Row>(next: readonly T[]): HeldList<T> {
  return { rows: next.map((row) => ({ row, gone: false })), fresh: 0, stale: false };
}
