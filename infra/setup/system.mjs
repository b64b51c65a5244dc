import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, hasApt } from './apt.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} Need something of the system that tests use
 * @property {string} what
 * @property {string} why
 * @property {() => string | undefined} find its path
 * @property {string[]} debs Debian packages that bring it
 * @property {string[]} otherwise what to do where there is no apt
 */

/** @param {string[]} names @param {string[]} [places] */
function findCommand(names, places = []) {
  const paths = names.flatMap((name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)));
  return [...paths, ...places].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told) {
    if (existsSync(told)) return told;
    throw new Problem(
      `CHROMIUM_PATH names ${told}, which does not exist.`,
      'Correct it, or unset it to let Chromium be found or installed.',
    );
  }
  const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
  return findCommand(
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    ['/Applications', join(process.env.HOME ?? '/', 'Applications')].flatMap((folder) => apps.map((app) => join(folder, app))),
  );
}

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
    find: findChromium,
    debs: ['chromium', 'fonts-liberation'],
    otherwise: ['Install Chromium or Google Chrome, or say where one is: CHROMIUM_PATH=/path/to/chrome npm test'],
  },
  {
    what: 'a C compiler with OpenSSL',
    why: 'for the load bots',
    find: findCompiler,
    debs: ['gcc', 'libc6-dev', 'libssl-dev'],
    otherwise: ['Install a C compiler (cc) and the headers of OpenSSL 3.'],
  },
];

/**
 * What tests need beyond npm's packages, installed through apt where that works.
 * @param {import('./progress.mjs').Step} step
 * @param {number} place
 * @returns {Promise<{ CHROMIUM_PATH: string }>} environment for the tests
 */
export async function ensureSystem(step, place) {
  const lacking = needs.filter(({ find }) => find() === undefined);
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
      );
    });
    const still = lacking.find(({ find }) => find() === undefined);
    if (still) throw new Problem(`apt installed ${still.debs.join(' ')}, but ${still.what} is still not found.`, ...still.otherwise);
  }
  return { CHROMIUM_PATH: findChromium() ?? '' };
}
