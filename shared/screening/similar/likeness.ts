import type { Meaning } from './meaning.ts';

/** How much a term or gram tells: the rarer among the questions, the more. */
export type Weights = { ofTerm(term: string): number; ofGram(gram: string): number };

/**
 * In what two questions are alike, each number from 0 to 1: the weight of the terms that both have, by the weight of the one that
 * says more; the cosine of their grams; of what they want to know, the part in common; whether both have numbers and none in
 * common; whether one denies and the other does not; how many terms both have, up to six.
 */
export function likeness(a: Meaning, b: Meaning, weights: Weights): number[] {
  let [inA, inB, shared, count] = [0, 0, 0, 0];
  for (const [term, part] of a.terms) {
    const weight = weights.ofTerm(term);
    inA += part * weight;
    const other = b.terms.get(term);
    if (other === undefined) continue;
    shared += Math.min(part, other) * weight;
    count++;
  }
  for (const [term, part] of b.terms) inB += part * weights.ofTerm(term);

  const squares = (grams: Iterable<string>) => {
    let sum = 0;
    for (const gram of grams) sum += weights.ofGram(gram) ** 2;
    return sum;
  };
  const asked = common(a.asks.kinds, b.asks.kinds).length;

  return [
    ratio(shared, Math.max(inA, inB)),
    ratio(squares(common(a.grams, b.grams)), Math.sqrt(squares(a.grams) * squares(b.grams))),
    ratio(asked, a.asks.kinds.size + b.asks.kinds.size - asked),
    a.numbers.size > 0 && b.numbers.size > 0 && common(a.numbers, b.numbers).length === 0 ? 1 : 0,
    a.asks.negated === b.asks.negated ? 0 : 1,
    Math.min(count, MOST_COUNTED) / MOST_COUNTED,
  ];
}

const MOST_COUNTED = 6;

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((one) => b.has(one));

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

/** What each number of `likeness` adds, and where all of them begin: see `scoreOf`. */
export type Model = { factors: readonly number[]; base: number };

/** From 0 to 1. Logistic: an estimate of how likely a doctor would say that the two ask the same. */
export function scoreOf(alike: readonly number[], { factors, base }: Model): number {
  return 1 / (1 + Math.exp(-alike.reduce((sum, value, index) => sum + value * (factors[index] ?? 0), base)));
}
