import { describeEnv, readEnv } from './env.ts';
import { fail, start, stopOnSignals } from './run.ts';

// Production: configuration from the environment, nothing seeded, the log on standard output.
try {
  if (process.argv.includes('--help')) process.stdout.write(`Bedside reads these variables:\n${describeEnv(process.env)}\n`);
  else stopOnSignals(await start(readEnv(process.env)));
} catch (error) {
  fail(error);
}
