import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findAbuse } from '../../shared/screening/abuse/find.ts';
import { findRedFlags, type RedFlag } from '../../shared/screening/red-flags/match.ts';
import { FlagCode } from '../../shared/marks.ts';
import { readCsv } from './csv.ts';
import { type Phrasing, phrasings } from './red-flag-phrasings.ts';

const share = (part: number, all: number) => `${part} of ${all} (${((100 * part) / Math.max(1, all)).toFixed(1)} %)`;
const has = ({ text, flag }: Phrasing) => findRedFlags(text).some((mark) => mark.flag === flag);

function reportPhrasings(show: boolean): void {
  for (const set of ['first', 'later', 'voices', 'last', 'fresh', 'unseen'] as const) {
    for (const locale of ['en', 'es'] as const) {
      const emergencies = phrasings.filter((one) => one.flag && one.set === set && one.locale === locale);
      console.log(`  emergencies, ${set}, ${locale}: found ${share(emergencies.filter(has).length, emergencies.length)}`);
    }
  }
  const ordinary = phrasings.filter(({ flag }) => !flag);
  const marked = ordinary.filter(({ text }) => findRedFlags(text).length > 0);
  for (const set of ['first', 'voices', 'fresh'] as const) {
    const of = (all: readonly Phrasing[]) => all.filter((one) => one.set === set).length;
    console.log(`  hard ordinary ones, ${set}: marked ${share(of(marked), of(ordinary))}`);
  }
  for (const flag of FlagCode.options) {
    const all = phrasings.filter((one) => one.flag === flag);
    console.log(`  ${flag}: found ${share(all.filter(has).length, all.length)}`);
  }
  if (!show) return;
  // Those of the last sets stay unseen: they would be held out no longer.
  const isSeen = ({ set }: Phrasing) => set !== 'last' && set !== 'fresh' && set !== 'unseen';
  for (const one of phrasings) if (one.flag && isSeen(one) && !has(one)) console.log(`  missed ${one.flag}: ${one.text}`);
  for (const { text } of marked.filter(isSeen)) console.log(`  marked wrongly: ${text}`);
}

const told = (text: string, marks: readonly RedFlag[]) =>
  marks.map(({ flag, start, end }) => `${flag} “${text.slice(start, end)}”`).join(', ');

function reportQuestions(name: string, questions: readonly string[], show: boolean): void {
  const start = performance.now();
  const marks = questions.map((text) => findRedFlags(text));
  const took = (performance.now() - start) / Math.max(1, questions.length);
  const marked = questions.flatMap((text, index) => (marks[index]?.length ? [{ text, marks: marks[index] }] : []));
  console.log(`  ${name}: red flags in ${share(marked.length, questions.length)}, ${took.toFixed(2)} ms each`);
  const abuse = questions.filter((text) => findAbuse(text).length > 0);
  console.log(`  ${name}: held as abuse ${share(abuse.length, questions.length)}`);
  if (!show) return;
  for (const one of marked) console.log(`    ${told(one.text, one.marks).replaceAll('\n', ' ')}`);
  for (const text of abuse) console.log(`    abuse: ${text.replaceAll('\n', ' ')}`);
}

/**
 * How many emergencies are found, of phrasings written by hand; and how many ordinary questions are marked. Among the latter are
 * real emergencies: `show` prints each, to be judged by a person.
 */
async function run(folder: string, { show }: { show: boolean }): Promise<void> {
  reportPhrasings(show);
  const rows = (file: string) => readCsv(readFileSync(path.join(folder, file), 'utf8'));
  const consumer = rows('consumer-health-questions.csv').map(({ question = '' }) => question);
  const pairs = rows('medical-question-pairs.csv').flatMap(({ question_1 = '', question_2 = '' }) => [question_1, question_2]);
  reportQuestions('consumer-health-questions', consumer, show);
  reportQuestions('medical-question-pairs', [...new Set(pairs)], show);
}

export const redFlags = { name: 'red-flags', run };
