import type { PersonalKind } from '@bedside/shared/marks.ts';

/** A stretch of what is being written that may tell who somebody is, by its words, so that it is found again after typing went on. */
export type Mark = { kind: PersonalKind; start: number; words: string };

type Span = { kind: PersonalKind; start: number; end: number };

export function marksOf(text: string, spans: readonly Span[]): Mark[] {
  return spans.map(({ kind, start, end }) => ({ kind, start, words: text.slice(start, end) }));
}

/** Where the words of a mark stand now: of several places the one nearest to where they stood. -1 where they are gone. */
function placeOf(text: string, { start, words }: Mark): number {
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  if (before === -1 || after === -1) return Math.max(before, after);
  return start - before <= after - start ? before : after;
}

/** The marks whose words are still there. */
export function stillThere(text: string, marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => placeOf(text, mark) !== -1);
}

/** A text in which words were replaced; `swaps` by where they stand in it. */
export type Replaced = { text: string; swaps: readonly Swap[] };
type Swap = { at: number; words: string; instead: string };

/** The text with other words in place of those of marks (rule G3: a person asked for it). Marks whose words are gone change nothing. */
export function replaceMarks(text: string, marks: readonly Mark[], insteadOf: (kind: PersonalKind) => string): Replaced {
  let left = text;
  let swaps: Swap[] = [];
  // From the last one on, so that the places of those before hold.
  for (const mark of marks.toSorted((a, b) => b.start - a.start)) {
    const at = placeOf(left, mark);
    if (at === -1) continue;
    const { words } = mark;
    const instead = insteadOf(mark.kind);
    const longer = instead.length - words.length;
    swaps = [{ at, words, instead }, ...swaps.map((swap) => (swap.at > at ? { ...swap, at: swap.at + longer } : swap))];
    left = left.slice(0, at) + instead + left.slice(at + words.length);
  }
  return { text: left, swaps };
}

/** What was written since with the replaced words back in their places; null where one of these can't be told any more. */
export function putBack({ text, swaps }: Replaced, now: string): string | null {
  const places = swaps.map((swap) => ({ ...swap, at: placeSince(text, swap, now) }));
  if (places.some(({ at }) => at === -1)) return null;
  return places
    .toSorted((a, b) => b.at - a.at)
    .reduce((left, { at, words, instead }) => left.slice(0, at) + words + left.slice(at + instead.length), now);
}

/** Before all that has changed since, or behind all of it, or the only such words in both. */
function placeSince(text: string, { at, instead }: Swap, now: string): number {
  if (at + instead.length <= sameStart(text, now)) return at;
  const shift = now.length - text.length;
  if (at >= text.length - sameEnd(text, now)) return at + shift;
  const only = now.indexOf(instead);
  const alone = (inText: string) => inText.indexOf(instead) === inText.lastIndexOf(instead);
  return alone(text) && alone(now) ? only : -1;
}

function sameStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
}

function sameEnd(a: string, b: string): number {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

const SHOWN = 28;

/** Enough of a mark's words to know it by. */
export function excerptOf({ words }: Mark): string {
  const letters = Array.from(words.replaceAll(/\s+/g, ' '));
  return letters.length <= SHOWN ? letters.join('') : `${letters.slice(0, SHOWN).join('')}…`;
}
