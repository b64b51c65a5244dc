import type { QuestionView } from '@bedside/shared/view.ts';

export type HeldList = {
  rows: readonly { row: QuestionView; gone: boolean }[];
  /** Rows that wait to be shown. */
  fresh: number;
  /** Whether showing the present order would change anything. */
  stale: boolean;
};

/**
 * What a list shows while a finger or pointer is on it: every row stays where it was, with its newest
 * content; one that left keeps its place as `gone`; new ones wait. A row that is no longer in `view`, all
 * that this page may see, keeps its place without its words (rules Q6 and M4).
 */
export function holdList(shown: readonly QuestionView[], next: readonly QuestionView[], view: readonly QuestionView[]): HeldList {
  const present = new Map(next.map((row) => [row.id, row]));
  const seen = new Set(view.map(({ id }) => id));
  const known = new Set(shown.map(({ id }) => id));
  return {
    rows: shown.map((row) => ({
      row: present.get(row.id) ?? (seen.has(row.id) ? row : withoutWords(row)),
      gone: !present.has(row.id),
    })),
    fresh: next.filter(({ id }) => !known.has(id)).length,
    stale: shown.length !== next.length || shown.some(({ id }, place) => id !== next[place]?.id),
  };
}

export function freeList(next: readonly QuestionView[]): HeldList {
  return { rows: next.map((row) => ({ row, gone: false })), fresh: 0, stale: false };
}

/** Blanks of a digit's width, which wrap where the words did: what stands below stays under the pointer. */
function withoutWords({ id, status, votes, askedAt, answeredAt, text }: QuestionView): QuestionView {
  return { id, status, votes, askedAt, answeredAt, name: '', text: text?.replaceAll(/\S/gu, '\u2007') ?? null };
}
