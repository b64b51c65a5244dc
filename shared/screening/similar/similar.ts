import { likeness, type Model, scoreOf, type Weights } from './likeness.ts';
import { type Meaning, meaningOf } from './meaning.ts';

export type Similar = { id: string; /** 0 to 1: an estimate of how likely the two ask the same. */ score: number };

export type SimilarIndex = {
  /** Adds a question, or what it says now. */
  put(id: string, text: string): void;
  remove(id: string): void;
  /** The most similar first: at most `most` (3), none below `threshold` (`similarThreshold`), never `except`. */
  find(text: string, options?: { most?: number; threshold?: number; except?: string }): Similar[];
};

/** See infra/screening/similar.ts for how it was chosen and what it gives. */
export const similarThreshold = 0.4;

/**
 * Fitted by logistic regression on half of the pairs that doctors labelled (McCreery et al., 2020), and on what is found in a
 * pool besides the right one: `npm run screening -- --only similar` prints what the data at hand would give.
 */
export const similarModel: Model = { factors: [2.14, 2.88, 0.83, -0.67, -0.3, 2.1], base: -4.07 };

/**
 * Weights are as if the index held this many questions more, that share no term among them and each gram with a tenth: in a
 * session's first minutes nothing is known yet of what is rare.
 */
const PRIOR = 300;
const PRIOR_WITH_TERM = 1;
const PRIOR_WITH_GRAM = 30;

/** How many are compared closely. The right one of a pool of 500 is among them in 99 of 100. */
const CANDIDATES = 40;

/** `sum` is what a search has found in it so far, 0 between searches. */
type Held = { id: string; meaning: Meaning; sum: number };

/** Questions by what they ask, kept in memory: a suggestion, never a decision (rule D1). Pure: for browsers and servers. */
export function createSimilarIndex(): SimilarIndex {
  const { put, remove, candidates, weights } = createPool();
  return {
    put,
    remove,
    find(text, { most = 3, threshold = similarThreshold, except } = {}) {
      const meaning = meaningOf(text);
      return candidates(meaning)
        .filter(({ id }) => id !== except)
        .map((one) => ({ id: one.id, score: scoreOf(likeness(meaning, one.meaning, weights), similarModel) }))
        .filter(({ score }) => score >= threshold)
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, most);
    },
  };
}

/** What `createSimilarIndex` is made of, for measuring. */
export function createPool() {
  const held = new Map<string, Held>();
  const byTerm = new Map<string, Set<Held>>();
  const byGram = new Map<string, Set<Held>>();
  const rarity = (having: number) => Math.log((held.size + PRIOR + 1) / having);
  const weights: Weights = {
    ofTerm: (term) => rarity((byTerm.get(term)?.size ?? 0) + PRIOR_WITH_TERM),
    ofGram: (gram) => rarity((byGram.get(gram)?.size ?? 0) + PRIOR_WITH_GRAM),
  };

  function remove(id: string): void {
    const one = held.get(id);
    if (!one) return;
    held.delete(id);
    for (const term of one.meaning.terms.keys()) takeOut(byTerm, term, one);
    for (const gram of one.meaning.grams) takeOut(byGram, gram, one);
  }

  function put(id: string, text: string): void {
    remove(id);
    const one: Held = { id, meaning: meaningOf(text), sum: 0 };
    held.set(id, one);
    for (const term of one.meaning.terms.keys()) putIn(byTerm, term, one);
    for (const gram of one.meaning.grams) putIn(byGram, gram, one);
  }

  /** Those that share most, roughly. */
  function candidates({ terms, grams }: Meaning): Held[] {
    const touched: Held[] = [];
    // Most of a search's time: hence a number in place, and no map of them.
    const add = (one: Held, amount: number) => {
      if (one.sum === 0) touched.push(one);
      one.sum += amount;
    };
    for (const [term, part] of terms) {
      const weight = part * weights.ofTerm(term) ** 2;
      for (const one of byTerm.get(term) ?? [])
        add(one, (weight * (one.meaning.terms.get(term) ?? 0)) / Math.sqrt(1 + one.meaning.terms.size));
    }
    for (const gram of grams) {
      const weight = GRAM_PART * weights.ofGram(gram) ** 2;
      for (const one of byGram.get(gram) ?? []) add(one, weight / Math.sqrt(1 + one.meaning.grams.size));
    }
    const best = touched.toSorted((a, b) => b.sum - a.sum).slice(0, CANDIDATES);
    for (const one of touched) one.sum = 0;
    return best;
  }

  return { put, remove, candidates, weights, held };
}

const GRAM_PART = 0.5;

function putIn(places: Map<string, Set<Held>>, key: string, one: Held): void {
  const there = places.get(key);
  if (there) there.add(one);
  else places.set(key, new Set([one]));
}

function takeOut(places: Map<string, Set<Held>>, key: string, one: Held): void {
  const there = places.get(key);
  there?.delete(one);
  if (there?.size === 0) places.delete(key);
}
