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

/** Where a step that begins at one of these words may end: each word at most once, so that the work has a bound. */
function ends(step: Step, starts: ReadonlySet<number>, { words, readings }: Read, sentence: number): Set<number> {
  const found = new Set<number>();
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  switch (step.kind) {
    case 'group':
      for (const at of starts) if (inSentence(at) && readings[at]?.groups.has(step.group)) found.add(at + 1);
      return found;
    case 'number':
      for (const at of starts) {
        const number = inSentence(at) ? readings[at]?.number : undefined;
        if (number !== undefined && number >= step.min && number <= step.max) found.add(at + 1);
      }
      return found;
    case 'gap':
      for (const at of starts) {
        found.add(at);
        for (let more = 0; more < step.max && inSentence(at + more); more++) found.add(at + more + 1);
      }
      return found;
    case 'not-after':
      for (const at of starts) if (!readings[at - 1]?.groups.has(step.group)) found.add(at);
      return found;
    case 'maybe':
      return starts.union(ends(step.step, starts, { words, readings }, sentence));
    case 'any':
      for (const one of step.steps) for (const end of ends(one, starts, { words, readings }, sentence)) found.add(end);
      return found;
    case 'all': {
      let at = starts;
      for (const one of step.steps) {
        at = ends(one, at, { words, readings }, sentence);
        if (at.size === 0) break;
      }
      return new Set(at);
    }
  }
}

/** By word group, the rules' parts that may begin with it: most words of a text begin none. */
export function createFinder<What>(rules: readonly Rule<What>[]) {
  type Entry = { rule: Rule<What>; part: number };
  const byGroup = new Map<number, Entry[]>();
  const numeric: Entry[] = [];
  for (const rule of rules) {
    rule.parts.forEach((part: Part, index) => {
      for (const group of new Set(part.groups)) byGroup.set(group, [...(byGroup.get(group) ?? []), { rule, part: index }]);
      if (part.numeric) numeric.push({ rule, part: index });
    });
  }

  /** Every place of every part of a rule that has all its parts somewhere. */
  function spans(read: Read): Map<Rule<What>, Span[][]> {
    const found = new Map<Rule<What>, Span[][]>();
    read.words.forEach((word, from) => {
      const reading = read.readings[from];
      if (!reading) return;
      const entries = new Set<Entry>(reading.number === undefined ? [] : numeric);
      for (const group of reading.groups) for (const entry of byGroup.get(group) ?? []) entries.add(entry);
      for (const { rule, part } of entries) {
        const step = rule.parts[part]?.step;
        const to = step ? Math.min(...ends(step, new Set([from]), read, word.sentence)) : Infinity;
        if (to === Infinity) continue;
        const parts = found.get(rule) ?? rule.parts.map(() => []);
        parts[part]?.push({ from, to });
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
