import { accessSync, constants, existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, node24, root } from './paths.mjs';
import { Problem, usualProblem } from './problem.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Locked one entry of a package-lock.json, as far as we look
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 *
 * @typedef {{ os: string, cpu: string, libc: string | undefined }} Platform
 */

/** @param {string | string[] | undefined} allowed @param {string | undefined} have */
const fits = (allowed, have) => allowed === undefined || have === undefined || [allowed].flat().includes(have);

/**
 * Compares the lockfile with npm's own record of what it installed (node_modules/.package-lock.json), which npm writes last:
 * so an interrupted install counts as none. npm silently leaves out optional native packages whose `engines` do not fit
 * the Node it runs on, or whose download failed: those count as missing too.
 * @param {Record<string, Locked>} lock
 * @param {Record<string, Locked>} installed
 * @param {Platform} platform
 * @param {(path: string) => boolean} exists
 * @returns {string[]} paths like node_modules/vite
 */
export function missingPackages(lock, installed, platform, exists) {
  return Object.entries(lock)
    .filter(([path, { link, optional, os, cpu, libc }]) => {
      if (!path.includes('node_modules/') || link) return false;
      if (!fits(os, platform.os) || !fits(cpu, platform.cpu) || !fits(libc, platform.libc)) return false;
      // An optional one for any platform may hang on one that does not fit ours.
      return !optional || os !== undefined || cpu !== undefined;
    })
    .filter(([path, { version, integrity }]) => {
      const there = installed[path];
      return !there || there.version !== version || there.integrity !== integrity || !exists(join(path, 'package.json'));
    })
    .map(([path]) => path);
}

/** @param {string} path @returns {Record<string, Locked>} */
function readLock(path) {
  try {
    /** @type {{ packages?: Record<string, Locked> }} */
    const lock = JSON.parse(readFileSync(join(root, path), 'utf8'));
    return lock.packages ?? {};
  } catch {
    return {};
  }
}

function missing() {
  const libc = process.platform === 'linux' ? (existsSync('/etc/alpine-release') ? 'musl' : 'glibc') : undefined;
  return missingPackages(
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
    { os: process.platform, cpu: process.arch, libc },
    (path) => existsSync(join(root, path)),
  );
}

/** @param {import('./progress.mjs').Step} step @param {number} place */
export async function ensurePackages(step, place) {
  if (missing().length === 0 && findNode()) return;
  checkFolder();
  await step(place, 'Installing packages', async (tell) => {
    await npmCi(tell);
    const still = missing();
    if (still.length > 0) {
      if (freeMb() < 50) throw diskFull();
      throw new Problem(
        `npm left out ${still.slice(0, 5).join(', ')}${still.length > 5 ? ` and ${still.length - 5} more` : ''}.`,
        'The network may have failed in between: start again. If that does not help: rm -rf node_modules',
      );
    }
    await checkNode();
  });
}

/** What the packages take, with room for the pages and the data. */
const neededMb = 700;

function freeMb() {
  const { bavail, bsize } = statfsSync(root);
  return (bavail * bsize) / 1e6;
}

const diskFull = () =>
  new Problem(
    `The disk is full: the packages need ${neededMb} MB, ${Math.round(freeMb())} MB are free in ${root}.`,
    'Free some space and start again.',
  );

/** Before npm empties node_modules, and because npm has no clear words for these. */
function checkFolder() {
  accessSync(root, constants.W_OK);
  if (!existsSync(join(root, 'node_modules')) && freeMb() < neededMb) throw diskFull();
}

/** npm as a script, so that Node can be given something to load before it. */
function npmScript() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own) && existsSync(own)) return own;
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const npm = join(folder, 'npm');
    if (existsSync(npm) && realpathSync(npm).endsWith('.js')) return realpathSync(npm);
  }
  throw new Problem('npm was not found.', 'Install it (it comes with Node from https://nodejs.org; on Debian: sudo apt-get install npm).');
}

/** @param {import('./progress.mjs').Tell} tell */
async function npmCi(tell) {
  const flags = [
    '--loglevel=error',
    '--no-progress',
    '--ignore-scripts',
    '--engine-strict=false',
    '--include=dev',
    '--include=optional',
    // npm's own waits (10 s, then 60 s) look like a hang on a machine without network.
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000',
  ];
  // npm says nothing until it gives up, which takes it more than a minute.
  const ping = async () => {
    const { code } = await run(process.execPath, [npmScript(), 'ping', '--fetch-retries=0', '--fetch-timeout=10000'], { cwd: root });
    if (code !== 0) tell.note('the npm registry does not answer; npm keeps trying for some minutes (Ctrl-C ends it)');
  };
  // A Node that npm is just replacing can't be started: then npm is at work.
  const doubt = setTimeout(() => void ping().catch(() => {}), 8000);
  const preload = join(root, 'infra/setup/npm-for-node24.cjs');
  const { code, output } = await run(process.execPath, ['--require', preload, npmScript(), 'ci', ...flags], { cwd: root });
  clearTimeout(doubt);
  if (code !== 0) throw npmProblem(output);
}

/**
 * Exported for its test.
 * @param {string} output
 */
export function npmProblem(output) {
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ''))
    .filter((line) => line && !/complete log of this run|_logs|^(code|syscall|errno|path|dest) /.test(line));
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/.test(output)) {
    return new Problem(
      'The npm registry could not be reached, so the packages are not installed.',
      'Check the network and start again. Behind a proxy or with a registry of your own, tell npm:',
      '  npm config set proxy http://…      npm config set registry https://…',
      ...lines.slice(0, 2).map((line) => `npm says: ${line}`),
    );
  }
  if (/\bSELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_/.test(output)) {
    return new Problem(
      'The npm registry shows a certificate that npm does not trust (a proxy that inspects traffic?).',
      "Give npm your organisation's certificate: npm config set cafile /path/to/ca.pem",
    );
  }
  if (/\bEUSAGE\b/.test(output)) {
    return new Problem(
      'package.json and package-lock.json do not agree.',
      'If you changed package.json: run npm install, then start again.',
    );
  }
  return usualProblem(output, root) ?? new Problem('npm could not install the packages.', ...lines.slice(0, 12));
}

async function checkNode() {
  const node = node24();
  const { code, output } = await run(node, ['--version']);
  if (code === 0) return;
  throw new Problem(
    `Node 24 does not run on this system: ${output.trim().split('\n')[0]}`,
    'Its builds need Linux with glibc 2.28 or newer (Debian 10, Ubuntu 20.04, RHEL 8), or macOS 13.5 or newer.',
  );
}
