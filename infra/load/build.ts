import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from './source.ts';

const run = promisify(execFile);

/** Compiles a program in C, once for each state of its source. `sources` begins with what it is named after. Resolves with its path. */
export async function buildProgram(folder: string, sources: readonly [string, ...string[]], libraries: readonly string[]): Promise<string> {
  const digest = createHash('sha256').update(process.arch);
  for (const name of sources) digest.update(await readFile(join(folder, name)));
  const target = join(cacheDir(), `${basename(sources[0], extname(sources[0]))}-${digest.digest('hex').slice(0, 16)}`);
  if (await stat(target).catch(() => null)) return target;
  await mkdir(cacheDir(), { recursive: true });
  const part = `${target}.${process.pid}.part`;
  const units = sources.filter((name) => name.endsWith('.c')).map((name) => join(folder, name));
  await run('cc', ['-std=gnu17', '-O2', '-Wall', '-Wextra', '-Werror', '-o', part, ...units, ...libraries.map((name) => `-l${name}`)]);
  await rename(part, target);
  return target;
}

/** The bots, against OpenSSL. */
export const buildBots = () => buildProgram(join(import.meta.dirname, 'bots'), ['bots.c', 'wire.c', 'wire.h'], ['ssl', 'crypto']);
