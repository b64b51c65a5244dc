import { parseArgs } from 'node:util';
import { asksForHelp } from '../setup/program.mjs';
import { personalData } from './personal-data.ts';
import { redFlags } from './red-flags.ts';
import { similar } from './similar.ts';

/** One of the things that are measured: prints its figures, from the files of a folder that is not the project's. */
type Measurement = { name: string; run(folder: string, options: { show: boolean }): Promise<void> };

const measurements: readonly Measurement[] = [personalData, redFlags, similar];

const HELP = `How good what marks questions for people is, on real questions:

  npm run screening -- --data <folder>            everything
  npm run screening -- --data <folder> --only <name>   ${measurements.map(({ name }) => name).join(', ')}
  npm run screening -- --data <folder> --show     also what was missed and what was marked wrongly

The folder holds consumer-health-questions.csv (question,summary), with [NAME], [LOCATION], [DATE] and [CONTACT] for what was taken out,
and medical-question-pairs.csv (question_1,question_2,same).`;

const { data, only, show } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    show: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
}).values;
const chosen = measurements.filter(({ name }) => only === undefined || only.split(',').includes(name));
if (asksForHelp(process.argv) || data === undefined || chosen.length === 0) {
  console.log(HELP);
  process.exit(asksForHelp(process.argv) ? 0 : 2);
}
for (const { name, run } of chosen) {
  console.log(`\n${name}`);
  await run(data, { show });
}
