import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, hasApt } from './apt.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {'integration' | 'e2e' | 'bench' | 'load' | 'cluster' | 'chaos'} User a part of the tests, or the bench
 * @typedef {object} Need something of the system that they use
 * @property {string} what
 * @property {string} why
 * @property {User[]} users
 * @property {string | undefined} variable tells where it is: us, and then the tests
 * @property {() => string | undefined} find its path
 * @property {string[]} debs Debian packages that bring it. Debian starts the services of new packages (a cluster of
 *   Postgres and a Redis on the loopback, nginx on port 80); the tests use none of them, and start their own.
 * @property {string[]} [asleep] of their services those that must not be started
 * @property {string[]} otherwise what to do where there is no apt
 */

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const inPath = () => (process.env.PATH ?? '').split(':').filter(Boolean);
/** Debian's place for servers is not in everybody's PATH. */
const sbin = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

/** @param {string[]} names @param {string[]} [places] */
function findCommand(names, places = []) {
  return [...names.flatMap((name) => inPath().map((folder) => join(folder, name))), ...places].find(isProgram);
}

/** @param {string} folder @param {RegExp} name @returns {string[]} the paths in it, those with higher numbers first */
function numbered(folder, name) {
  if (!existsSync(folder)) return [];
  const numberOf = (/** @type {string} */ entry) => Number(/\d+/.exec(entry)?.[0] ?? 0);
  const entries = readdirSync(folder).filter((entry) => name.test(entry));
  return entries.sort((a, b) => numberOf(b) - numberOf(a)).map((entry) => join(folder, entry, 'bin'));
}

/** The folder with initdb and postgres: Debian keeps it out of the PATH, Homebrew does for all but the newest. */
function findPostgres() {
  return [
    ...numbered('/usr/lib/postgresql', /^\d+$/),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) => numbered(folder, /^postgresql@\d+$/)),
    ...inPath(),
  ].find((folder) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name))));
}

/**
 * For backups: where pg_dump and its kind are, if the PATH has none.
 * @returns {Record<string, string>}
 */
export function postgresEnv() {
  const folder = process.env.POSTGRES_BIN || findCommand(['pg_dump']) ? undefined : findPostgres();
  return folder ? { POSTGRES_BIN: folder } : {};
}

function findChromium() {
  const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
  return findCommand(
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    ['/Applications', join(process.env.HOME ?? '/', 'Applications')].flatMap((folder) => apps.map((app) => join(folder, app))),
  );
}

/** Chromium without what only a window needs: half the work for each page. Debian has it, others do with a whole one. */
const findShell = () =>
  findCommand(['chromium-headless-shell']) ?? (process.env.CHROMIUM_PATH || (isDebian() ? undefined : findChromium()));
const isDebian = () => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** Where Debian has it; its package loads it into its nginx, which the tests don't use. */
const rtmpModule = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

/** What infra/load/bots is compiled with; those need Linux. */
function findCompiler() {
  if (process.platform !== 'linux') return 'not used here';
  return existsSync('/usr/include/openssl/ssl.h') ? findCommand(['cc']) : undefined;
}

/** @type {Need[]} */
const needs = [
  {
    what: 'Chromium',
    why: 'for the tests in a real browser',
    users: ['e2e', 'bench'],
    variable: 'CHROMIUM_PATH',
    find: findChromium,
    debs: ['chromium', 'fonts-liberation'],
    otherwise: ['Install Chromium or Google Chrome, or say where one is: CHROMIUM_PATH=/path/to/chrome npm test'],
  },
  {
    what: 'Chromium’s headless shell',
    why: 'for most of those tests, in half the time',
    users: ['e2e'],
    variable: 'CHROMIUM_SHELL_PATH',
    find: findShell,
    debs: isDebian() ? ['chromium-headless-shell'] : [],
    otherwise: ['Say where a Chromium is: CHROMIUM_SHELL_PATH=/path/to/chrome npm test'],
  },
  {
    what: 'PostgreSQL',
    why: 'for the tests of the log that many nodes share',
    users: ['integration', 'e2e', 'bench', 'cluster', 'chaos'],
    variable: 'POSTGRES_BIN',
    find: findPostgres,
    debs: ['postgresql'],
    otherwise: ['Install PostgreSQL (brew install postgresql@17), or say where initdb is: POSTGRES_BIN=/path/to/bin npm test'],
  },
  {
    what: 'Redis',
    why: 'for the tests of several nodes',
    users: ['integration', 'e2e', 'cluster', 'chaos'],
    variable: 'REDIS_SERVER_PATH',
    find: () =>
      findCommand(
        ['redis-server'],
        sbin.map((folder) => join(folder, 'redis-server')),
      ),
    debs: ['redis-server'],
    otherwise: ['Install Redis (brew install redis), or say where it is: REDIS_SERVER_PATH=/path/to/redis-server npm test'],
  },
  {
    what: 'nginx',
    why: 'for the tests of several nodes behind one address',
    users: ['integration', 'e2e', 'cluster', 'chaos'],
    variable: 'NGINX_PATH',
    find: () =>
      findCommand(
        ['nginx'],
        sbin.map((folder) => join(folder, 'nginx')),
      ),
    debs: ['nginx-light'],
    otherwise: ['Install nginx (brew install nginx), or say where it is: NGINX_PATH=/path/to/nginx npm test'],
  },
  {
    what: 'coturn',
    why: 'for the tests of networks that let no video through',
    users: ['integration', 'e2e'],
    variable: 'TURNSERVER_PATH',
    find: () =>
      findCommand(
        ['turnserver'],
        sbin.map((folder) => join(folder, 'turnserver')),
      ),
    debs: ['coturn'],
    // As Debian configures it, it relays for everybody, into any network: README.Debian, "anonymous access".
    asleep: ['coturn'],
    otherwise: ['Install coturn (brew install coturn), or say where it is: TURNSERVER_PATH=/path/to/turnserver npm test'],
  },
  {
    what: 'ffmpeg',
    why: 'for the tests of recording, HLS and RTMP',
    users: ['integration', 'e2e'],
    variable: 'FFMPEG_PATH',
    find: () => findCommand(['ffmpeg'], ['/opt/homebrew/bin/ffmpeg', '/usr/local/bin/ffmpeg']),
    debs: ['ffmpeg'],
    otherwise: ['Install ffmpeg (brew install ffmpeg), or say where it is: FFMPEG_PATH=/path/to/ffmpeg npm test'],
  },
  {
    what: 'nginx’s RTMP module',
    why: 'for the tests of forwarding',
    users: ['integration'],
    variable: undefined,
    find: () => (existsSync('/etc/debian_version') ? [rtmpModule].find(existsSync) : 'not used here'),
    debs: ['libnginx-mod-rtmp'],
    otherwise: ['Install nginx’s RTMP module: the test of forwarding is left out where it is missing.'],
  },
  {
    what: 'a C compiler with OpenSSL',
    why: 'for the load bots, a slow disk and a rough network',
    users: ['integration', 'e2e', 'bench', 'load', 'chaos'],
    variable: undefined,
    find: findCompiler,
    debs: ['gcc', 'libc6-dev', 'libssl-dev'],
    otherwise: ['Install a C compiler (cc) and the headers of OpenSSL 3.'],
  },
  {
    what: 'strace',
    why: 'to see that nothing is acked before the disk has it',
    users: ['integration', 'chaos'],
    variable: undefined,
    find: () => (process.platform === 'linux' ? findCommand(['strace']) : 'not used here'),
    debs: ['strace'],
    otherwise: ['Install strace.'],
  },
];

/** @param {Need} need @returns {string | undefined} */
function pathOf({ what, variable, find }) {
  const told = variable && process.env[variable];
  if (!told) return find();
  if (existsSync(told)) return told;
  throw new Problem(`${variable} names ${told}, which does not exist.`, `Correct it, or unset it to let ${what} be found or installed.`);
}

/**
 * What tests need beyond npm's packages, installed through apt where that works.
 * @param {import('./progress.mjs').Step} step
 * @param {number} place
 * @param {string[]} users
 * @returns {Promise<Record<string, string>>} environment for the tests: where everything is
 */
export async function ensureSystem(step, place, users) {
  const wanted = needs.filter((need) => need.users.some((user) => users.includes(user)));
  const lacking = wanted.filter((need) => pathOf(need) === undefined);
  if (lacking.length > 0) {
    const names = lacking.map(({ what }) => what).join(', ');
    await step(place, `Installing ${names}`, async (tell) => {
      if (!(await hasApt()))
        throw new Problem(
          `Not found: ${names}, needed ${lacking.map(({ why }) => why).join(', ')}.`,
          ...lacking.flatMap(({ otherwise }) => otherwise),
        );
      await aptInstall(
        lacking.flatMap(({ debs }) => debs),
        lacking.map(({ why }) => why).join(', '),
        tell,
        lacking.flatMap(({ asleep = [] }) => asleep),
      );
    });
    const still = lacking.find((need) => pathOf(need) === undefined);
    if (still) throw new Problem(`apt installed ${still.debs.join(' ')}, but ${still.what} is still not found.`, ...still.otherwise);
  }
  return Object.fromEntries(wanted.flatMap((need) => (need.variable ? [[need.variable, pathOf(need) ?? '']] : [])));
}
