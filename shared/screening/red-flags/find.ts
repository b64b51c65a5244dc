import type { Part, Reading, Rule, Step } from './compile.ts';
import type { Word } from './words.ts';

/** A text's words with what a pack knows of each. */
export type Read = { words: readonly Word[]; readings: readonly Reading[] };
/** From the word `from` up to, not with, the word `to`. */
export type Span = { from: number; to: number };
export type Hit<What> = { what: What; parts: readonly Span[] };

/** Between the parts of a phrase with `&`. */
const WORDS_APART = 25;
const SENTENCES_APART = 1;

/** Words that one phrase may go over: as many as there are bits, but for the sign. */
const LONGEST = 30;

/** Where one phrase is looked for: from this word, in so many words to the end of its sentence or `LONGEST`. */
type Place = Read & { from: number; left: number };

/**
 * Where a step may end that begins at one of these places. Places are bits, the lowest for the word at which the phrase begins:
 * each word is looked at once for each step, however many ways lead to it, so that the work has a bound.
 */
function ends(step: Step, starts: number, place: Place): number {
  const { readings, from, left } = place;
  const inside = 2 ** left - 1;
  switch (step.kind) {
    case 'gap': {
      let found = starts;
      let inGap = starts;
      for (let more = 0; more < step.max; more++) {
        inGap = (inGap & inside) << 1;
        found |= inGap;
      }
      return found;
    }
    case 'maybe':
      return starts | ends(step.step, starts, place);
    case 'any':
      return step.steps.reduce((found, one) => found | ends(one, starts, place), 0);
    case 'all': {
      let at = starts;
      for (const one of step.steps) {
        if (at === 0) break;
        at = ends(one, at, place);
      }
      return at;
    }
    case 'not-after': {
      let found = starts;
      for (let rest = starts; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if (readings[from + lowest(rest) - 1]?.groups.has(step.group)) found &= ~bit;
      }
      return found;
    }
    case 'group':
    case 'number': {
      let found = 0;
      for (let rest = starts & inside; rest !== 0; rest &= rest - 1) {
        const reading = readings[from + lowest(rest)];
        if (reading && fits(step, reading)) found |= (rest & -rest) << 1;
      }
      return found;
    }
  }
}

const lowest = (bits: number) => 31 - Math.clz32(bits & -bits);

function fits(step: Extract<Step, { kind: 'group' | 'number' }>, { groups, number }: Reading): boolean {
  if (step.kind === 'group') return groups.has(step.group);
  return number !== undefined && number >= step.min && number <= step.max;
}

/** By word group, the rules' parts that may begin with it: most words of a text begin none. */
export function createFinder<What>(rules: readonly Rule<What>[]) {
  type Entry = { rule: Rule<What>; part: number };
  const byGroup = new Map<number, Entry[]>();
  const numeric: Entry[] = [];
  for (const rule of rules) {
    rule.parts.forEach((part: Part, index) => {
      const entry = { rule, part: index };
      for (const group of new Set(part.groups)) {
        const entries = byGroup.get(group);
        if (entries) entries.push(entry);
        else byGroup.set(group, [entry]);
      }
      if (part.numeric) numeric.push(entry);
    });
  }

  /** Every place of every part of a rule that has all its parts somewhere. */
  function spans(read: Read): Map<Rule<What>, Span[][]> {
    const found = new Map<Rule<What>, Span[][]>();
    const { words, readings } = read;
    let end = 0;
    words.forEach((word, from) => {
      const reading = readings[from];
      if (!reading || (reading.groups.size === 0 && reading.number === undefined)) return;
      end = Math.max(end, from);
      while (words[end]?.sentence === word.sentence) end++;
      const place = { words, readings, from, left: Math.min(LONGEST, end - from) };
      const tried = new Map<Step, number>();
      const entries = new Set<Entry>(reading.number === undefined ? [] : numeric);
      for (const group of reading.groups) for (const entry of byGroup.get(group) ?? []) entries.add(entry);
      for (const { rule, part } of entries) {
        const step = rule.parts[part]?.step;
        if (!step) continue;
        // A list that is a part by itself is one of many rules.
        const to = tried.get(step) ?? ends(step, 1, place);
        tried.set(step, to);
        if (to === 0) continue;
        const parts = found.get(rule) ?? rule.parts.map(() => []);
        parts[part]?.push({ from, to: from + lowest(to) });
        found.set(rule, parts);
      }
    });
    return found;
  }

  /** The hits, of parts that `counts` lets count, for each first part the nearest of each other. */
  return (read: Read, counts: (what: What, span: Span) => boolean): Hit<What>[] => {
    const hits: Hit<What>[] = [];
    for (const [rule, all] of spans(read)) {
      if (all.some((part) => part.length === 0)) continue;
      const [firsts = [], ...others] = all.map((part) => part.filter((span) => counts(rule.what, span)));
      for (const first of firsts) {
        const near = others.map((part) => nearest(read, first, part));
        const parts = [first, ...near.filter((span) => span !== undefined)];
        if (parts.length === rule.parts.length) hits.push({ what: rule.what, parts });
      }
    }
    return hits;
  };
}

function nearest({ words }: Read, first: Span, others: readonly Span[]): Span | undefined {
  // In order of their beginnings: those before the window are skipped by halves.
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.from ?? 0) < first.from - WORDS_APART) low = middle + 1;
    else high = middle;
  }
  let best: Span | undefined;
  const distance = (span: Span) => Math.abs(span.from - first.from);
  for (let at = low; at < others.length; at++) {
    const other = others[at];
    if (!other || other.from > first.to + WORDS_APART) break;
    const apart = Math.abs((words[other.from]?.sentence ?? 0) - (words[first.from]?.sentence ?? 0));
    if (apart <= SENTENCES_APART && (!best || distance(other) < distance(best))) best = other;
  }
  return best;
}
