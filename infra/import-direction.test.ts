import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

type Layer = {
  name: string;
  /** Of paths like server/session/decide.ts; the first layer that matches is the file's. */
  files: RegExp;
  /** Layers it may import besides itself. */
  layers: readonly string[];
  /** Packages and node: modules it may import. */
  packages: RegExp;
};

const any = /./;

const serverBelowSessions = ['shared', 'screening', 'session', 'base', 'store', 'cluster', 'auth'];

const layers: readonly Layer[] = [
  // What every part of the server may lean on.
  { name: 'base', files: /^server\/(addresses|env|fail|is-program|log|metrics)\.ts$/, layers: ['shared'], packages: any },
  // Runs on both sides, and reaches browsers as a part of its own, with the libraries that it needs.
  {
    name: 'screening',
    files: /^shared\/screening\//,
    layers: ['shared'],
    packages: /^(zod\/mini|libphonenumber-js(\/.*)?|stdnum(\/.*)?)$/,
  },
  { name: 'shared', files: /^shared\//, layers: [], packages: /^zod\/mini$/ },
  { name: 'session', files: /^server\/session\//, layers: ['shared'], packages: /^zod(\/mini)?$/ },
  { name: 'store', files: /^server\/store\//, layers: ['shared', 'session', 'base'], packages: any },
  { name: 'cluster', files: /^server\/cluster\//, layers: ['shared', 'base'], packages: any },
  { name: 'media', files: /^server\/media\//, layers: ['shared', 'cluster', 'base'], packages: any },
  { name: 'auth', files: /^server\/auth\//, layers: ['shared', 'session', 'store', 'cluster', 'base'], packages: any },
  // The one way in, for socket calls and HTTP routes alike.
  { name: 'wrapper', files: /^server\/sockets\/handle\.ts$/, layers: serverBelowSessions, packages: any },
  { name: 'sockets', files: /^server\/sockets\//, layers: [...serverBelowSessions, 'sessions', 'media', 'wrapper'], packages: any },
  { name: 'http', files: /^server\/http\//, layers: [...serverBelowSessions, 'sessions', 'media', 'wrapper'], packages: any },
  {
    name: 'app',
    files: /^server\/(app|open|run)\.ts$/,
    layers: [...serverBelowSessions, 'sessions', 'media', 'wrapper', 'sockets', 'http'],
    packages: any,
  },
  {
    name: 'testing',
    files: /^server\/testing\//,
    layers: [...serverBelowSessions, 'sessions', 'media', 'wrapper', 'sockets', 'http', 'app'],
    packages: any,
  },
  { name: 'main', files: /^server\/main\.ts$/, layers: ['shared', 'base', 'app'], packages: any },
  // sessions.ts and the files that it is made of.
  { name: 'sessions', files: /^server\/[^/]+\.ts$/, layers: serverBelowSessions, packages: any },
  // Not Node's modules: `node:` has no meaning in a browser, and a package named in client/package.json does.
  { name: 'client', files: /^client\/src\//, layers: ['shared', 'screening'], packages: /^(?!node:)/ },
];

const layerOf = (file: string) => layers.find(({ files }) => files.test(file));

/** `features/ask` for a file below it: features never import each other. */
const featureOf = (file: string) => /^client\/src\/(features\/[^/]+)\//.exec(file)?.[1];

function specifiers(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/(?:^|;)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

/** A path from the root for what lives in this repository; undefined for packages. */
function target(from: string, specifier: string): string | undefined {
  const ours = /^@bedside\/(shared|server|client)\/(.*)$/.exec(specifier);
  if (ours) return `${ours[1]}/${ours[2]}`;
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : undefined;
}

function complaint(file: string, specifier: string): string | undefined {
  const layer = layerOf(file);
  if (!layer) return undefined;
  const to = target(file, specifier);
  if (to === undefined) return layer.packages.test(specifier) ? undefined : `${file}: ${layer.name} may not import ${specifier}`;
  // Copy, styles and other assets beside the code.
  if (!/\.tsx?$/.test(to)) return undefined;
  const toLayer = layerOf(to);
  if (!toLayer) return `${file}: ${layer.name} may not import ${to}`;
  if (toLayer !== layer && !layer.layers.includes(toLayer.name)) return `${file}: ${layer.name} may not import ${toLayer.name} (${to})`;
  const [feature, toFeature] = [featureOf(file), featureOf(to)];
  if (feature && toFeature && feature !== toFeature) return `${file}: ${feature} may not import ${toFeature}`;
  return undefined;
}

const sources = ['shared', 'server', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);

test('imports follow the direction of the layers', () => {
  const complaints = sources.flatMap((file) =>
    specifiers(readFileSync(path.join(root, file), 'utf8')).flatMap((specifier) => complaint(file, specifier) ?? []),
  );
  expect(complaints).toEqual([]);
});

test('a wrong direction is noticed', () => {
  const found = (file: string, specifier: string) => complaint(file, specifier) !== undefined;
  expect(found('server/session/decide.ts', 'node:crypto')).toBe(true);
  expect(found('server/session/decide.ts', '../store/store.ts')).toBe(true);
  expect(found('server/session/decide.ts', '@bedside/shared/ids.ts')).toBe(false);
  expect(found('server/media/sfu.ts', '../sessions.ts')).toBe(true);
  expect(found('server/media/sfu.ts', '../cluster/cluster.ts')).toBe(false);
  expect(found('server/sessions.ts', './sockets/handle.ts')).toBe(true);
  expect(found('shared/view.ts', 'zod')).toBe(true);
  expect(found('shared/view.ts', 'zod/mini')).toBe(false);
  expect(found('client/src/features/ask/Ask.tsx', '../watch/Watch.tsx')).toBe(true);
  expect(found('client/src/features/ask/Ask.tsx', '../../ui/Button.tsx')).toBe(false);
  expect(found('client/src/net/api.ts', '../../../server/env.ts')).toBe(true);
});

test('every form of import is seen', () => {
  const source = `import a from 'a';
import { type B,
  c } from "b";
export { d } from 'd';
export type * from 'e';
import './f.css';
const g = await import('g');
// import x from 'commented';
const text = 'from nowhere';`;
  expect(specifiers(source)).toEqual(['a', 'b', 'd', 'e', './f.css', 'g']);
});
