import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

/** Bytes that may wait for an ffmpeg that does not read: more than it ever falls behind by while it works. */
const BACKLOG = 8 * 1024 * 1024;
/** Characters of what it complains of that are kept to be judged. */
const COMPLAINTS = 2000;
/** Of 19: it gives way to the media workers, and still has its share where the machine is busy. */
const NICE = 5;
/** Milliseconds that it has to end by itself once nothing more comes. */
const END_MS = 5000;

export type Ffmpeg = {
  /** False where it does not keep up, or has ended: what was given is not written. */
  write(bytes: Buffer): boolean;
  /** Closes its input and waits until it has written the rest, for some seconds at most. Resolves when it is gone. */
  end(): Promise<void>;
  kill(): void;
};

/**
 * One ffmpeg that reads its standard input, so that it ends with us, however we end. `ended` is told once, with what it complained of:
 * that may name addresses and keys, and must be neither logged nor shown. A lower priority than ours: a picture that is late for
 * viewers elsewhere must not make one late here.
 */
export function startFfmpeg(
  program: string,
  args: readonly string[],
  on: { output?: (bytes: Buffer) => void; ended: (code: number | null, complaints: string) => void },
  /** Lines of a file that it is given as descriptor 3: what must not be in its arguments, which every user of the machine can read. */
  secret?: string,
): Ffmpeg {
  const third = secret === undefined ? null : unnamed(secret);
  const child = spawn(program, ['-hide_banner', '-nostats', '-loglevel', 'error', ...args], {
    stdio: ['pipe', on.output ? 'pipe' : 'ignore', 'pipe', third ?? 'ignore'],
    env: { PATH: process.env['PATH'] ?? '', AV_LOG_FORCE_NOCOLOR: '1' },
  });
  let complaints = '';
  let gone = false;
  const { promise: exited, resolve } = Promise.withResolvers<void>();
  const end = (code: number | null) => {
    if (gone) return;
    gone = true;
    resolve();
    on.ended(code, complaints);
  };
  child.once('error', () => end(null));
  child.once('close', end);
  child.stdout?.on('data', (bytes: Buffer) => on.output?.(bytes));
  child.stderr?.on('data', (bytes: Buffer) => (complaints = (complaints + bytes.toString()).slice(-COMPLAINTS)));
  // Its end is told by the process.
  child.stdin?.on('error', () => {});
  lower(child);
  if (third !== null) closeSync(third);
  const input: Writable | null = child.stdin;
  return {
    write(bytes) {
      if (gone || !input || input.writableEnded || input.writableLength > BACKLOG) return false;
      input.write(bytes);
      return true;
    },
    async end() {
      input?.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await exited;
      clearTimeout(timer);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** A file that has no name any more, open, with this in it. (What Node calls a pipe can't be opened again by its number.) */
function unnamed(text: string): number {
  const path = join(tmpdir(), `bedside-${randomBytes(12).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path);
  writeSync(file, text);
  return file;
}

function lower({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, NICE);
  } catch {
    // It has ended already.
  }
}
