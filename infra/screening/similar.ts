import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { likeness, scoreOf } from '../../shared/screening/similar/likeness.ts';
import { type Meaning, meaningOf } from '../../shared/screening/similar/meaning.ts';
import { createPool, createSimilarIndex, similarModel, similarThreshold } from '../../shared/screening/similar/similar.ts';
import { readCsv } from './csv.ts';
import { type Example, fitModel } from './fit.ts';

const Pair = z.object({ question_1: z.string(), question_2: z.string(), same: z.enum(['0', '1']) });
const Health = z.object({ question: z.string() });
type Pair = { first: string; second: string; same: boolean };

/** Questions in the pool that is searched, and in the one that is timed. */
const POOL = 500;
const LARGE_POOL = 5000;
const QUESTION_MAX = 500;

/**
 * How good suggestions are, on pairs that doctors labelled as asking the same or not. The model was fitted and the threshold chosen
 * on the pairs whose first question's hash is even (`tuning`); the others (`held out`) have had no part in it. A data set that has
 * the same columns is measured in both parts.
 */
export const similar = {
  name: 'similar',
  async run(folder: string): Promise<void> {
    const pairs = await read(folder, 'medical-question-pairs.csv', Pair);
    const health = await read(folder, 'consumer-health-questions.csv', Health);
    const others = health.map(({ question }) => question.slice(0, QUESTION_MAX));
    const all = pairs.map(({ question_1, question_2, same }) => ({ first: question_1, second: question_2, same: same === '1' }));
    const parts = { tuning: all.filter(({ first }) => isTuning(first)), 'held out': all.filter(({ first }) => !isTuning(first)) };
    for (const [name, part] of Object.entries(parts)) {
      console.log(`\n${name}: ${part.length} pairs, ${part.filter(({ same }) => same).length} of them the same`);
      const close = part.filter(({ same }) => !same).map(({ second }) => second);
      printSearch('close pool', part, [...close, ...others]);
      printSearch('mixed pool', part, others);
      printPairs(part);
    }
    printTimes([...new Set(all.flatMap(({ first, second }) => [first, second])), ...others]);
    const { factors, base } = fitModel(examplesOf(parts.tuning));
    console.log(`\na fit on the tuning part: [${factors.map(rounded).join(', ')}], base ${rounded(base)}`);
  },
};

async function read<T>(folder: string, name: string, shape: z.ZodType<T>): Promise<T[]> {
  return readCsv(await readFile(path.join(folder, name), 'utf8')).map((row) => shape.parse(row));
}

const isTuning = (question: string) => createHash('sha256').update(question).digest().readUInt8(0) % 2 === 0;

/** The first questions, up to the pool's size with some of the others. */
function fill(pairs: readonly Pair[], others: readonly string[]): string[] {
  return [...new Set([...pairs.map(({ first }) => first), ...others])].slice(0, POOL);
}

/** Each second question that is the same as its first one is searched in a pool where that is the only right answer. */
function printSearch(name: string, pairs: readonly Pair[], others: readonly string[]): void {
  const pool = fill(pairs, others);
  const index = createSimilarIndex();
  for (const question of pool) index.put(question, question);
  const queries = pairs.filter(({ first, same }) => same && pool.includes(first));
  let [first, third, reciprocal, shown, right] = [0, 0, 0, 0, 0];
  for (const query of queries) {
    const found = index.find(query.second, { most: POOL, threshold: 0 });
    const place = found.findIndex(({ id }) => id === query.first) + 1;
    if (place === 1) first++;
    if (place >= 1 && place <= 3) third++;
    if (place >= 1) reciprocal += 1 / place;
    const suggested = found.slice(0, 3).filter(({ score }) => score >= similarThreshold);
    shown += suggested.length;
    if (suggested.some(({ id }) => id === query.first)) right++;
  }
  const of = (count: number) => percent(count, queries.length);
  console.log(`${name} of ${pool.length}, ${queries.length} queries, one right answer each:`);
  console.log(`  whatever the score: precision at 1 ${of(first)}, right one among 3 (recall at 3) ${of(third)},`);
  console.log(
    `    precision at 3 ${percent(third, queries.length * 3)} (of 33.3 % that is possible), mean reciprocal rank ${of(reciprocal)}`,
  );
  console.log(`  as shown, 3 at most from ${similarThreshold} on: precision ${percent(right, shown)}, recall ${of(right)}`);
}

/** Whether a pair's score tells the doctor's label, with the weights of the pool of first questions. */
function printPairs(pairs: readonly Pair[]): void {
  const { put, weights } = createPool();
  for (const question of fill(pairs, [])) put(question, question);
  const scored = pairs.map(({ first, second, same }) => ({
    same,
    score: scoreOf(likeness(meaningOf(second), meaningOf(first), weights), similarModel),
  }));
  console.log('labelled pairs, where those that are not the same are close to each other in words:');
  for (const threshold of new Set([0.2, 0.3, similarThreshold, 0.5, 0.6])) {
    const shown = scored.filter(({ score }) => score >= threshold);
    const right = shown.filter(({ same }) => same).length;
    const shownAt = threshold === similarThreshold ? ' (shown)' : '';
    const recall = percent(right, scored.filter(({ same }) => same).length);
    console.log(`  from ${threshold} on${shownAt}: precision ${percent(right, shown.length)}, recall ${recall}`);
  }
}

function printTimes(questions: readonly string[]): void {
  const index = createSimilarIndex();
  const begun = performance.now();
  for (let count = 0; count < LARGE_POOL; count++) {
    const question = questions[count % questions.length] ?? '';
    // What there is, and then again with its words in another order.
    const turned = question.split(' ').toReversed().join(' ');
    index.put(String(count), count < questions.length ? question : turned);
  }
  const putMs = (performance.now() - begun) / LARGE_POOL;
  const times = questions.slice(0, POOL).map((question) => {
    const start = performance.now();
    index.find(question);
    return performance.now() - start;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2);
  console.log(`\n${LARGE_POOL} questions: ${at(0.5)} ms a query (p50), ${at(0.99)} ms (p99); ${putMs.toFixed(2)} ms to put one in`);
}

/** The labelled pairs, and with less weight what else is near in the pool, which nobody labelled: nearly all of it is not the same. */
function examplesOf(pairs: readonly Pair[]): Example[] {
  const { put, weights, candidates, held } = createPool();
  for (const question of fill(
    pairs,
    pairs.map(({ second, same }) => (same ? '' : second)),
  ))
    put(question, question);
  const example = (a: Meaning, b: Meaning, same: boolean, weight: number) => ({ alike: likeness(a, b, weights), same, weight });
  return pairs.flatMap(({ first, second, same }) => {
    const asked = meaningOf(second);
    const near = same ? candidates(asked).filter(({ id }) => id !== first) : [];
    return [
      example(asked, held.get(first)?.meaning ?? meaningOf(first), same, 1),
      ...near.slice(0, 4).map(({ meaning }) => example(asked, meaning, false, 0.25)),
    ];
  });
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const rounded = (value: number) => value.toFixed(2);
