import { compilePack } from './compile.ts';
import { createContext } from './context.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { createFinder, type Span } from './find.ts';
import { FlagCode } from '../../marks.ts';
import { loadPack, type Pack } from './schema.ts';
import { wordsOf } from './words.ts';

/** A place that reads like an emergency: UTF-16 offsets in the text as given. */
export type RedFlag = { flag: FlagCode; start: number; end: number };

/** Those that come with Bedside, for whoever writes in either language or in both. */
export const builtInPacks: readonly Pack[] = [loadPack(en), loadPack(es)];

/** Throws `Error` that quotes a phrase which is not of the language of phrases. */
export function createMatcher(pack: Pack) {
  const compiled = compilePack(pack);
  const find = createFinder(compiled.flags);
  const findUnless = createFinder(compiled.unless);
  const context = createContext(compiled.context);
  return (text: string): RedFlag[] => {
    const words = wordsOf(text);
    const read = { words, readings: words.map(compiled.read) };
    const sentenceOf = ({ from }: Span) => words[from]?.sentence;
    const surroundings = () => ({
      said: context(read),
      unless: new Set(findUnless(read, () => true).flatMap(({ what, parts }) => parts.map((span) => `${what} ${sentenceOf(span)}`))),
    });
    // Most texts have nothing whose surroundings would have to be read.
    let around: ReturnType<typeof surroundings> | undefined;
    const hits = find(read, ({ flag, always }, span) => {
      around ??= surroundings();
      if (around.unless.has(`${flag} ${sentenceOf(span)}`)) return false;
      const { not, past, asked } = around.said(span);
      return !not && (always || (!past && !asked));
    });
    return hits.map(({ what: { flag }, parts }) => ({
      flag,
      start: Math.min(...parts.map(({ from }) => words[from]?.start ?? 0)),
      end: Math.max(...parts.map(({ to }) => words[to - 1]?.end ?? 0)),
    }));
  };
}

// Compiling takes some ten milliseconds: once for each pack.
const matchers = new WeakMap<Pack, ReturnType<typeof createMatcher>>();

function matcherOf(pack: Pack) {
  const made = matchers.get(pack) ?? createMatcher(pack);
  matchers.set(pack, made);
  return made;
}

/** Places of one flag that touch become one. */
function joined(flag: FlagCode, all: readonly RedFlag[]): RedFlag[] {
  const result: RedFlag[] = [];
  for (const place of all.filter((one) => one.flag === flag).toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else result.push({ ...place });
  }
  return result;
}

/**
 * What in a text reads like an emergency that is happening, in order. Every pack is tried, as people mix languages. It marks, and
 * decides nothing: what it doesn't mark may be an emergency all the same. Time is linear in the text's length.
 */
export function findRedFlags(text: string, packs: readonly Pack[] = builtInPacks): RedFlag[] {
  const all = packs.flatMap((pack) => matcherOf(pack)(text));
  return FlagCode.options.flatMap((flag) => joined(flag, all)).toSorted((a, b) => a.start - b.start || a.end - b.end);
}
