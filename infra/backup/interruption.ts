import { execFile, type ExecFileOptions } from 'node:child_process';
import { promisify } from 'node:util';

/** Stopped by whoever started it, before it was done. */
class Interrupted extends Error {
  readonly code: number;

  constructor(code: number) {
    super('Stopped before it was done.');
    this.code = code;
  }
}

const controller = new AbortController();
/** Aborted by the first SIGINT or SIGTERM after `heedSignals`. */
export const interruption = controller.signal;

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** From now on a signal ends what runs by an exception, so that all that was begun is taken back. A second one ends at once. */
export function heedSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Interrupted(CODES[signal])));
}

/** Ends the process as one that a signal has ended; returns where it was none. */
export function exitIfInterrupted(error: unknown): void {
  if (!(error instanceof Interrupted)) return;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.code);
}

const running = promisify(execFile);

/**
 * What a program said on its standard output. It is ended with this one, and has ended when this settles; unless it is to clean
 * up, for which there is always time.
 */
export async function run(
  command: string,
  args: readonly string[],
  { input = '', cleansUp = false, ...options }: ExecFileOptions & { input?: string; cleansUp?: boolean } = {},
): Promise<string> {
  if (!cleansUp) interruption.throwIfAborted();
  const program = running(command, args, { ...options, encoding: 'utf8' });
  const end = () => void (cleansUp || program.child.kill());
  interruption.addEventListener('abort', end);
  try {
    // One that ends before it has read says so by its code.
    program.child.stdin?.on('error', () => {}).end(input);
    return (await program).stdout;
  } catch (error) {
    if (!cleansUp) interruption.throwIfAborted();
    throw error;
  } finally {
    interruption.removeEventListener('abort', end);
  }
}
