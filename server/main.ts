import { describeEnv, readEnv } from './env.ts';
import { fail } from './fail.ts';
import { start, stopOnSignals } from './run.ts';

// Production: configuration from the environment, nothing seeded, the log on standard output.
try {
  if (process.argv.includes('--help')) process.stdout.write(`Bedside reads these variables:\n${describeEnv(process.env)}\n`);
  else {
    const app = await start(readEnv(process.env));
    stopOnSignals(app);
    if ((await app.sessions.summaries()).length === 0)
      process.stderr.write('There is no session yet. npm run invite -- organiser prints a link to schedule one.\n');
  }
} catch (error) {
  fail(error);
}
