import type { AbuseKind } from '../../marks.ts';
import { createCompiler, type Reading } from '../red-flags/compile.ts';
import { createFinder } from '../red-flags/find.ts';
import { type Word, wordsOf } from '../red-flags/words.ts';
import list from './abuse.json' with { type: 'json' };
import { disguisesOf, spelledOut } from './disguise.ts';

/** The gravest first: of two that overlap, the graver one is told. */
const gravest = ['threat', 'slur', 'insult', 'profanity'] as const satisfies readonly AbuseKind[];

/** UTF-16 offsets in the text as given. */
export type Abuse = { kind: AbuseKind; start: number; end: number };

// Nothing misspelt is read as abuse: too many honest words are one letter from it.
const { rule, read, words: known } = createCompiler({ lists: list.lists, typos: false });
const find = createFinder(gravest.flatMap((kind) => list[kind].map((phrase) => rule(kind, phrase))));
const vocabulary = known();

/** The text's words, and what each may stand for. */
function readText(text: string): { words: Word[]; readings: Reading[] } {
  const disguised = disguisesOf(text).flatMap(({ start, end, looksLike }) => {
    const groups = new Set(vocabulary.filter(looksLike).flatMap(({ stem }) => [...read(stem).groups]));
    return groups.size > 0 ? [{ start, end, groups }] : [];
  });
  const entries: { word: Word; reading: Reading }[] = [];
  let next = 0;
  let last: { word: Word; reading: Reading } | undefined;
  for (const word of spelledOut(wordsOf(text), (letters) => read(letters).groups.size > 0)) {
    while ((disguised[next]?.end ?? Infinity) <= word.start) next++;
    const cover = disguised[next];
    if (!cover || cover.start >= word.end) entries.push((last = { word, reading: read(word.text) }));
    else if (last?.word.start !== cover.start) {
      last = { word: { ...word, start: cover.start, end: cover.end }, reading: { groups: cover.groups, number: undefined } };
      entries.push(last);
    }
  }
  return { words: entries.map(({ word }) => word), readings: entries.map(({ reading }) => reading) };
}

/**
 * What in a text may be abuse, for a person to look at: in order, not overlapping. English and Spanish, whoever writes. It refuses
 * nothing. Words of the body, of illness and of sexual health are none of it. Time is linear in the text's length.
 */
export function findAbuse(text: string): Abuse[] {
  const all = readText(text);
  const places = find(all, () => true).flatMap(({ what: kind, parts }) =>
    parts.map(({ from, to }) => ({ kind, start: all.words[from]?.start ?? 0, end: all.words[to - 1]?.end ?? 0 })),
  );
  const rank = ({ kind }: Abuse) => gravest.indexOf(kind);
  const result: Abuse[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || rank(a) - rank(b))) {
    const last = result.at(-1);
    if (!last || place.start >= last.end) {
      result.push(place);
      continue;
    }
    if (rank(place) < rank(last)) last.kind = place.kind;
    last.end = Math.max(last.end, place.end);
  }
  return result;
}
