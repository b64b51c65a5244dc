import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findingsIn } from './audit.ts';
import { allowed, installScripts, licenceOf, readByHand } from './licences.ts';
import { packagesIn } from './packages.ts';
import { shippedOnly } from './sbom.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const packages = packagesIn(root);
const shipped = packages.filter(({ ships }) => ships);

const Wanted = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  dependencies: Wanted,
  devDependencies: Wanted,
  optionalDependencies: Wanted,
  overrides: Wanted,
  scripts: Wanted,
});
const manifests = ['package.json', 'shared/package.json', 'server/package.json', 'client/package.json'].map((file) => ({
  file,
  ...Manifest.parse(JSON.parse(read(file))),
}));

describe('what ships', () => {
  it('is under licences that let it, each with its reason', () => {
    expect(shipped.length).toBeGreaterThan(100);
    const refused = shipped.filter((one) => !Object.hasOwn(allowed, licenceOf(one) ?? ''));
    expect(refused.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('is what the packages themselves say, where they are installed', () => {
    const Said = z.object({ license: z.string().optional() });
    const other = shipped.flatMap(({ name, place, version, license }) => {
      const file = path.join(root, place, 'package.json');
      const said = existsSync(file) ? Said.loose().safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null;
      const same = !said?.success || said.data['version'] !== version || (said.data.license ?? null) === license;
      return same ? [] : [name];
    });
    expect(other).toEqual([]);
  });

  it('has no licence allowed, and none read by hand, that nothing needs', () => {
    const used = new Set(shipped.map(licenceOf));
    expect(Object.keys(allowed).filter((licence) => !used.has(licence))).toEqual([]);
    const untold = shipped.filter(({ license }) => license === null).map(({ name }) => name);
    expect(Object.keys(readByHand).toSorted()).toEqual([...new Set(untold)].toSorted());
  });
});

describe('every package', () => {
  it('is wanted in one exact version', () => {
    const loose = manifests.flatMap(({ file, ...manifest }) =>
      [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies, manifest.overrides].flatMap((wanted) =>
        Object.entries(wanted).flatMap(([name, version]) => (/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${file}: ${name} ${version}`])),
      ),
    );
    expect(loose).toEqual([]);
  });

  it('comes from the registry, as the archive whose digest the lock has', () => {
    const elsewhere = packages.filter(({ resolved }) => !resolved?.startsWith('https://registry.npmjs.org/'));
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
    expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([]);
  });

  it('runs nothing when it is installed, nor do we, but for those listed with a reason', () => {
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(Object.keys(installScripts));
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const own = manifests
      .flatMap(({ scripts }) => Object.keys(scripts))
      .filter((name) => /^(pre|post)?(install|prepare|pack|publish)/.test(name));
    expect(own).toEqual([]);
  });
});

describe('the bill of materials', () => {
  it('has everything that ships, and nothing else', { timeout: 60_000 }, () => {
    const { stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const bom = shippedOnly(stdout, packages);
    const refs = bom?.components.map((component) => component['bom-ref']).filter((ref) => !ref.startsWith('@bedside/'));
    expect(new Set(refs)).toEqual(new Set(shipped.map(({ name, version }) => `${name}@${version}`)));
    for (const name of ['zod', 'ws', 'mediasoup', 'react']) expect(refs?.some((ref) => ref.startsWith(`${name}@`))).toBe(true);
    for (const name of ['vitest', 'oxlint']) expect(JSON.stringify(bom)).not.toContain(`"${name}@`);
  });

  it('is none where npm said something else', () => {
    expect(shippedOnly('npm error code EUSAGE', packages)).toBeNull();
    expect(shippedOnly('{}', packages)).toBeNull();
  });
});

describe('what npm audit says', () => {
  it('is read, the worst first', () => {
    const vulnerabilities = {
      a: { severity: 'low', range: '*' },
      b: { severity: 'critical', range: '<2' },
      c: { severity: 'high', range: '*' },
    };
    expect(findingsIn(JSON.stringify({ vulnerabilities, metadata: {} }))?.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
    expect(findingsIn('{"vulnerabilities":{}}')).toEqual([]);
  });

  it.each(['', '<html>', '{"message":"405 Method Not Allowed","statusCode":405,"error":{}}', 'npm error'])(
    'is not taken for “no holes” where there was no answer: %s',
    (output) => {
      expect(findingsIn(output)).toBeNull();
    },
  );
});
