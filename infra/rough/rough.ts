import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import * as z from 'zod';
import { removeLater } from '../chaos/keeper.ts';
import { buildProgram } from '../load/build.ts';

const ip = (...args: string[]) => promisify(execFile)('ip', args);
const Line = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready'), name: z.string() }),
  z.object({ event: z.literal('shaped') }),
]);

/** Of each way. */
export type Shape = {
  /** Milliseconds that each packet takes longer: half of what a round trip does. */
  delayMs: number;
  lossPercent: number;
  /** Kilobits a second; 0 for as many as come. */
  kbits: number;
};
export const smooth: Shape = { delayMs: 0, lossPercent: 0, kbits: 0 };

/** Milliseconds of packets that wait for their turn before more are dropped: a home router's, without active queue management. */
const QUEUE_MS = 300;

/** A machine of its own (network_namespaces(7)) at the end of a line that is as bad as one likes: see link.c. */
export type Rough = {
  /** At which what is there reaches this machine. */
  outside: string;
  shape(shape: Shape): Promise<void>;
  /** A program that runs another there: a browser's path. */
  launcher(program: string): Promise<string>;
  close(): Promise<void>;
};

/** Of 198.18.0.0/15, which is for such trials (RFC 2544 appendix C.2.2); chaos and the ward have lower and other ones. */
const subnet = `198.18.${245 + (process.pid % 10)}`;
const [outside, inside] = [`${subnet}.1`, `${subnet}.2`];
const space = `bedside-rough-${process.pid}`;

/** Needs root on Linux: `whyNoMachines` tells. */
export async function openRough(): Promise<Rough> {
  const program = await buildProgram(path.join(import.meta.dirname), ['link.c'], []);
  const remove = removeLater([space], []);
  await ip('netns', 'add', space);
  const folder = await mkdtemp(path.join(tmpdir(), 'bedside-rough-'));
  const link = spawn(program, [space], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(link, 'exit');
  const lines = createInterface(link.stdout)[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the line is gone');
    return Line.parse(JSON.parse(value));
  };
  async function close(): Promise<void> {
    link.stdin.end();
    await gone;
    await remove();
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const ready = await next();
    if (ready.event !== 'ready') throw new Error('the line is not ready');
    await ip('addr', 'add', outside, 'peer', inside, 'dev', ready.name);
    await ip('link', 'set', ready.name, 'up');
    await ip('-n', space, 'addr', 'add', inside, 'peer', outside, 'dev', ready.name);
    for (const each of [ready.name, 'lo']) await ip('-n', space, 'link', 'set', each, 'up');
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return {
    outside,
    async shape({ delayMs, lossPercent, kbits }) {
      link.stdin.write(`shape ${delayMs} ${lossPercent} ${kbits} ${QUEUE_MS}\n`);
      await next();
    },
    async launcher(browser) {
      const file = path.join(folder, 'inside');
      await writeFile(file, `#!/bin/sh\nexec ip netns exec ${space} '${browser}' "$@"\n`);
      await chmod(file, 0o755);
      return file;
    },
    close,
  };
}
