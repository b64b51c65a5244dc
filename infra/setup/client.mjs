import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, toolEnv } from './paths.mjs';
import { Problem, usualProblem } from './problem.mjs';
import { run } from './run.mjs';

const client = join(root, 'client');
const stamp = join(client, 'dist/.built-from');

/**
 * A digest of every file below some paths: names and contents, so that neither a clone nor a checkout counts as a change.
 * @param {string} base
 * @param {string[]} paths files or folders below it; what does not exist counts as empty
 * @param {(name: string) => boolean} [skip]
 */
export function digest(base, paths, skip = () => false) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const full = join(base, path);
    const entries = existsSync(full) ? list(full) : [];
    if (!entries) hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(full)).digest());
    else for (const name of entries) if (!skip(name)) add(join(path, name));
  };
  paths.forEach(add);
  return hash.digest('hex');
}

/** @param {string} path @returns {string[] | undefined} undefined for a file */
function list(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}

const sources = () =>
  digest(
    root,
    ['client', 'shared', 'package-lock.json', 'tsconfig.json'],
    (name) => name === 'dist' || name === 'node_modules' || /\.test\.tsx?$/.test(name),
  );

/** @param {import('./progress.mjs').Step} step @param {number} place */
export async function ensureClient(step, place) {
  const now = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await step(place, 'Building the pages', async () => {
    const { code, output } = await run(node24(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: client,
      env: toolEnv({ NODE_ENV: 'production' }),
    });
    if (code !== 0) {
      throw usualProblem(output, client) ?? new Problem('The pages could not be built (vite build in client/):', output.trim());
    }
    writeFileSync(stamp, now);
  });
}
