import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf } from '../../shared/screening/red-flags/check.ts';
import { loadPack } from '../../shared/screening/red-flags/schema.ts';

const HELP = `Checks packs of red flags, and the examples in them:

  npm run red-flags                   those that come with Bedside
  npm run red-flags -- my-pack.json   others

shared/screening/red-flags/README.md tells how they are written.`;

const builtIn = ['en.json', 'es.json'].map((name) => path.resolve(import.meta.dirname, '../../shared/screening/red-flags', name));

type Report = { lines: string[]; failed: boolean };

function reportOn(file: string): Report {
  const name = path.relative(process.cwd(), file) || file;
  try {
    const pack = loadPack(JSON.parse(readFileSync(file, 'utf8')));
    const problems = problemsOf(pack);
    const flags = Object.values(pack.flags);
    const count = (part: (flag: (typeof flags)[number]) => readonly string[]) => flags.reduce((sum, flag) => sum + part(flag).length, 0);
    const reviewed =
      pack.reviewed === null ? 'no clinician has reviewed it' : `reviewed on ${pack.reviewed} by ${pack.reviewers.join(', ')}`;
    return {
      lines: [
        ...problems.map((problem) => `${name}: ${problem}`),
        `${name}: version ${pack.version} (${pack.locale}), ${reviewed}: ${flags.length} flags, ` +
          `${count(({ phrases, always }) => [...phrases, ...always])} phrases, ` +
          `${count(({ matches, passes }) => [...matches, ...passes])} examples, ${problems.length} wrong.`,
      ],
      failed: problems.length > 0,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { lines: message.split('\n').map((line) => `${name}: ${line}`), failed: true };
  }
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else {
  const reports = (args.length > 0 ? args.map((file) => path.resolve(file)) : builtIn).map(reportOn);
  for (const { lines } of reports) console.log(lines.join('\n'));
  if (reports.some(({ failed }) => failed)) process.exitCode = 1;
}
