import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as z from 'zod';
import type { PersonalKind } from '../../shared/marks.ts';
import { findPersonalData } from '../../shared/screening/personal-data/find.ts';
import { isListedName } from '../../shared/screening/personal-data/lexicon.ts';
import { seeded } from '../chaos/random.ts';
import { readCsv } from './csv.ts';
import { type Expected, type Filled, filled, withSentence } from './fill.ts';
import { emptyTally, percent, tally, type Tally } from './tally.ts';
import { type Half, halfOf } from './values.ts';
import { family, given } from './values-people.ts';

const Health = z.object({ question: z.string() });
const Pair = z.object({ question_1: z.string(), question_2: z.string() });
const SEED = 20;
const ROUNDS = 4;

/**
 * How well personal data is found: in questions whose personal data was taken out, with made-up values in its place; and in the others,
 * where each mark is counted as false although some are real. Rows, values and sentences are halved by hash; rules were written while
 * looking at one half.
 */
export const personalData = {
  name: 'personal-data',
  async run(folder: string, { show }: { show: boolean }): Promise<void> {
    const questions = (await read(folder, 'consumer-health-questions.csv', Health)).map(({ question }) => question);
    const pairs = (await read(folder, 'medical-question-pairs.csv', Pair)).flatMap((pair) => [pair.question_1, pair.question_2]);
    for (const half of ['written on', 'held out'] satisfies Half[]) {
      const own = questions.filter((question) => halfOf(question) === half);
      const clean = own.filter((question) => !/\[[A-Z]+\]/.test(question));
      const blanks = own.filter((question) => /\[[A-Z]+\]/.test(question));
      // The values of the other half are never shown.
      const shown = show && half === 'written on';
      console.log(`\n${half}: ${blanks.length} questions with blanks, filled ${ROUNDS} times; ${clean.length} without`);
      const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
      report(
        'blanks of the data set',
        rounds.flatMap((round) => blanks.map((text, row) => filled(text, half, seeded(SEED + round * 7919 + row)))),
        shown,
      );
      report(
        'sentences of ours, put into questions without blanks',
        rounds.flatMap((round) => clean.map((text, row) => withSentence(text, half, seeded(SEED + round * 104_729 + row)))),
        shown,
      );
      falseMarks('questions without blanks', clean, shown);
      falseMarks(
        "doctors' own questions",
        pairs.filter((question) => halfOf(question) === half),
        shown,
      );
    }
    const share = (values: readonly string[]) => percent(values.filter((value) => !isListedName(value)).length, values.length);
    console.log(
      `\nOf the names that were filled in, ${share(given)} of the given and ${share(family)} of the family names are in none of the product's lists.`,
    );
    speed(questions);
  },
};

async function read<T>(folder: string, file: string, row: z.ZodType<T>): Promise<T[]> {
  return readCsv(await readFile(path.join(folder, file), 'utf8')).map((one) => row.parse(one));
}

function report(title: string, texts: readonly Filled[], show: boolean): void {
  const sums: Tally = emptyTally();
  for (const { text, expected } of texts) {
    const { missed, extra } = tally(sums, text, expected, findPersonalData(text));
    if (show) for (const one of missed) console.log(`    missed ${one.kind} <${text.slice(one.start, one.end)}> in: ${around(text, one)}`);
    if (show) for (const one of extra) console.log(`    extra  ${one.kind} <${text.slice(one.start, one.end)}> in: ${around(text, one)}`);
  }
  console.log(`  ${title}: ${percent(sums.right, sums.marks)} of ${sums.marks} marks are on a filled value`);
  for (const [kind, { count, found, rightKind, whole }] of [...sums.kinds].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(
      `    ${kind.padEnd(14)} ${String(count).padStart(5)}  found ${percent(found, count)}  of the right kind ${percent(rightKind, count)}  wholly marked ${percent(whole, count)}`,
    );
  }
}

const around = (text: string, { start, end }: Expected) => text.slice(Math.max(0, start - 40), end + 25).replaceAll('\n', '⏎');

function falseMarks(title: string, texts: readonly string[], show: boolean): void {
  const kinds = new Map<PersonalKind, number>();
  let marks = 0;
  let marked = 0;
  for (const text of texts) {
    const spans = findPersonalData(text);
    marks += spans.length;
    if (spans.length > 0) marked++;
    for (const span of spans) {
      kinds.set(span.kind, (kinds.get(span.kind) ?? 0) + 1);
      if (show) console.log(`    mark ${span.kind} <${text.slice(span.start, span.end)}> in: ${around(text, span)}`);
    }
  }
  const each = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(
    `  ${title}: ${((marks * 100) / texts.length).toFixed(1)} marks in 100, in ${marked} of ${texts.length} (${each}); some are of real people and places`,
  );
}

function speed(questions: readonly string[]): void {
  const texts = questions.map((question) => question.slice(0, 500));
  for (const text of texts) findPersonalData(text);
  // The best of three: what else runs on the machine is not measured.
  const times = texts.map((text) => {
    let best = Infinity;
    for (let round = 0; round < 3; round++) {
      const begun = performance.now();
      findPersonalData(text);
      best = Math.min(best, performance.now() - begun);
    }
    return best;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  console.log(`At most 500 characters of each question: median ${at(0.5)} ms, 99% within ${at(0.99)} ms.`);
}
