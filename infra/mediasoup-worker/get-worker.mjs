// Puts mediasoup's native worker where mediasoup looks for it. In order: what is there already; what this machine
// has in its cache; upstream's prebuilt one (from GitHub); a build with Debian's packages (minutes, once), whose SRTP is
// OpenSSL's where Debian's source of libsrtp can be had, as it is in the prebuilt one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aptInstall, hasApt, missingDebs } from '../setup/apt.mjs';
import { digest } from '../setup/client.mjs';
import { node24, root, toolEnv } from '../setup/paths.mjs';
import { Problem, usualProblem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';

const here = import.meta.dirname ?? join(root, 'infra/mediasoup-worker');
const mediasoup = join(root, 'node_modules/mediasoup');
const binary = join(mediasoup, 'worker/out/Release/mediasoup-worker');

const debs = ['g++', 'make', 'pkg-config', 'libssl-dev', 'libuv1-dev', 'libsrtp2-dev', 'libflatbuffers-dev', 'flatbuffers-compiler'];

/** For build-srtp.sh: unpacks and patches a source package. */
const sourceDebs = ['dpkg-dev'];

/** What encrypts in a built worker: OpenSSL, or Debian's libsrtp with NSS, which takes twice as long for a packet. */
const srtpKinds = /** @type {const} */ (['openssl', 'nss']);
/** @typedef {typeof srtpKinds[number]} SrtpKind */

/** Not started by mediasoup's Node library, a sound worker exits with 41. @param {string} path */
function works(path) {
  return existsSync(path) && spawnSync(path, [], { env: {}, stdio: 'ignore', timeout: 10_000 }).status === 41;
}

/**
 * What a built worker depends on: mediasoup's version, the libraries of this release of the system, our recipe, its SRTP.
 * @param {SrtpKind} srtp
 */
function cacheKey(srtp) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  const os = existsSync('/etc/os-release')
    ? readFileSync('/etc/os-release', 'utf8')
        .split('\n')
        .filter((line) => /^(ID|VERSION_ID)=/.test(line))
        .join(' ')
    : `${process.platform} ${release().split('.')[0]}`;
  const recipe = digest(here, ['build-worker.sh', 'build-srtp.sh', 'shim']);
  return createHash('sha256').update(`${version}\n${os}\n${recipe}\n${srtp}`).digest('hex').slice(0, 16);
}

/** @param {SrtpKind} srtp */
function cachedPath(srtp) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(base, 'bedside/mediasoup-worker', `${process.arch}-${cacheKey(srtp)}`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return join(folder, 'mediasoup-worker');
  } catch {
    // A home that cannot be written to (a service account): keep it with the packages.
    return join(root, 'node_modules/.cache/mediasoup-worker', cacheKey(srtp), 'mediasoup-worker');
  }
}

/** Never leaves half a file under the final name. @param {string} from @param {string} to */
function place(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const part = `${to}.${process.pid}.part`;
  try {
    copyFileSync(from, part);
    chmodSync(part, 0o755);
    renameSync(part, to);
  } finally {
    rmSync(part, { force: true });
  }
}

/** @param {import('../setup/progress.mjs').Step} step @param {number} at */
export async function ensureWorker(step, at) {
  if (process.env.MEDIASOUP_WORKER_BIN) {
    if (works(process.env.MEDIASOUP_WORKER_BIN)) return;
    throw new Problem(
      `MEDIASOUP_WORKER_BIN (${process.env.MEDIASOUP_WORKER_BIN}) is no working mediasoup-worker.`,
      'Correct it, or unset it.',
    );
  }
  if (works(binary)) return;
  const cached = srtpKinds.map(cachedPath).find(works);
  if (cached !== undefined) {
    place(cached, binary);
    return;
  }
  await step(at, 'Getting the media worker', async (tell) => {
    tell('downloading');
    if (await download()) {
      place(binary, cachedPath('openssl'));
      return;
    }
    place(await build(tell), binary);
  });
}

/**
 * Upstream's own installer. When its download fails it would go on to build with tools from PyPI; a python that fails
 * at once keeps it from that.
 */
async function download() {
  await run(node24(), ['npm-scripts.mjs', 'postinstall'], { cwd: mediasoup, env: toolEnv({ PYTHON: 'false' }), timeout: 60_000 });
  return works(binary);
}

/**
 * libsrtp with OpenSSL, where Debian's source of it can be had: without deb-src lines, a mirror that has sources, or
 * dpkg-dev, the worker is built with Debian's own.
 * @param {string} folder where it is made @param {import('../setup/progress.mjs').Tell} tell
 * @returns {Promise<string | undefined>} the library's path
 */
async function buildSrtp(folder, tell) {
  tell("building libsrtp from Debian's source");
  if ((await missingDebs(sourceDebs)).length > 0) {
    const installed = await aptInstall(sourceDebs, 'to build libsrtp', tell).then(
      () => true,
      () => false,
    );
    if (!installed) return undefined;
  }
  const { code } = await run(join(here, 'build-srtp.sh'), [folder], { timeout: 300_000 });
  return code === 0 ? join(folder, 'libsrtp2.a') : undefined;
}

/** @param {import('../setup/progress.mjs').Tell} tell @returns {Promise<string>} where it is */
async function build(tell) {
  if (!(await hasApt())) {
    throw new Problem(
      'The media worker (mediasoup-worker) could neither be downloaded nor be built here.',
      'Either let this machine reach github.com (over HTTPS) and start again;',
      'or start Bedside once on a Debian 12 machine, where it can be built from Debian packages;',
      'or put one that fits this system into place yourself: MEDIASOUP_WORKER_BIN=/path/to/mediasoup-worker npm start',
    );
  }
  const lacking = await missingDebs(debs);
  if (lacking.length > 0) await aptInstall(lacking, 'to build the media worker, because it could not be downloaded from github.com', tell);
  // A cached one may only have lacked its libraries.
  const cached = srtpKinds.map(cachedPath).find(works);
  if (cached !== undefined) return cached;

  tell.note('none can be downloaded here (github.com), so it is built: minutes, once per machine');
  const folder = mkdtempSync(join(tmpdir(), 'bedside-srtp-'));
  try {
    const srtp = await buildSrtp(folder, tell);
    if (srtp === undefined) tell.note("Debian's source of libsrtp can't be had here: with Debian's own a core carries fewer viewers");
    const target = cachedPath(srtp === undefined ? 'nss' : 'openssl');
    await compile(target, srtp === undefined ? [] : [srtp], tell);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} target @param {string[]} libraries @param {import('../setup/progress.mjs').Tell} tell */
async function compile(target, libraries, tell) {
  let total = 0;
  let begun = 0;
  const { code, output } = await run(join(here, 'build-worker.sh'), [mediasoup, target, ...libraries], {
    onLine: (line) => {
      if (line === 'waiting') tell.note('another start on this machine is building it already: waiting for that');
      else if (line.startsWith('total ')) tell(`preparing to compile ${(total = Number(line.slice(6)))} files`);
      else if (/^(src|deps)\//.test(line)) tell(`compiling ${(begun += 1)} of ${total}`);
    },
  });
  if (code === 0) return;
  const errors = output.split('\n').filter((line) => /error|cannot|failed|No space/i.test(line));
  throw (
    usualProblem(output, dirname(target)) ??
    (/Killed|internal compiler error|cc1plus/.test(output) && /Killed/.test(output)
      ? new Problem(
          'The compiler ran out of memory while building the media worker.',
          'Give it 2 GB, or compile one file at a time: JOBS=1 npm start',
        )
      : new Problem('The media worker could not be built:', ...errors.slice(-10), 'Starting again goes on where this ended.'))
  );
}
