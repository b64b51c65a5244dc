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

/** The text with `instead` in place of a mark's words (rule G3: a person asked for it); unchanged where they are gone. */
export function replaceMark(text: string, mark: Mark, instead: string): string {
  const at = placeOf(text, mark);
  return at === -1 ? text : text.slice(0, at) + instead + text.slice(at + mark.words.length);
}

/** All at once. From the last one on, so that the places of those before hold. */
export function replaceMarks(text: string, marks: readonly Mark[], insteadOf: (kind: PersonalKind) => string): string {
  return marks.toSorted((a, b) => b.start - a.start).reduce((left, mark) => replaceMark(left, mark, insteadOf(mark.kind)), text);
}

const SHOWN = 28;

/** Enough of a mark's words to know it by. */
export function excerptOf({ words }: Mark): string {
  const letters = Array.from(words.replaceAll(/\s+/g, ' '));
  return letters.length <= SHOWN ? letters.join('') : `${letters.slice(0, SHOWN).join('')}…`;
}
