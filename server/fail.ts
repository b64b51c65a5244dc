import { StartError } from './env.ts';
import { errorFields } from './log.ts';

/** Ends the process with one sentence where that is what is known, else with where it happened. */
export function fail(error: unknown): never {
  const text = error instanceof StartError ? error.message : JSON.stringify(errorFields(error));
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
