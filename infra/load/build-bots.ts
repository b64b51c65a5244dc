import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from './source.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, 'bots');
const units = ['bots.c', 'wire.c'];

/** Compiles the bots against OpenSSL, once for each state of their source. Resolves with the program's path. */
export async function buildBots(): Promise<string> {
  const digest = createHash('sha256').update(process.arch);
  for (const name of [...units, 'wire.h']) digest.update(await readFile(join(folder, name)));
  const target = join(cacheDir(), `bots-${digest.digest('hex').slice(0, 16)}`);
  if (await stat(target).catch(() => null)) return target;
  await mkdir(cacheDir(), { recursive: true });
  const part = `${target}.${process.pid}.part`;
  const sources = units.map((name) => join(folder, name));
  await run('cc', ['-std=gnu17', '-O2', '-Wall', '-Wextra', '-Werror', '-o', part, ...sources, '-lssl', '-lcrypto']);
  await rename(part, target);
  return target;
}
