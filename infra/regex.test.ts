import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { parseSync, traverse } from '@babel/core';
import { isSafe } from 'redos-detector';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { callerAddress } from '../server/addresses.ts';
import { createIdentities } from '../server/auth/identity.ts';
import { withMeta } from '../server/http/html.ts';
import { errorFields } from '../server/log.ts';
import { ScheduleSession, SessionCommand } from '../shared/commands.ts';
import { limits } from '../shared/limits.ts';
import { calls, Handshake, routes } from '../shared/rpc.ts';

const root = path.resolve(import.meta.dirname, '..');

type Found = { place: string; pattern: string; flags: string } | { place: string; built: true };

/** Every regular expression of a source: its literals, and each place where one is built from text. */
function expressionsIn(file: string, source: string): Found[] {
  const found: Found[] = [];
  const tree = parseSync(source, {
    filename: file,
    configFile: false,
    babelrc: false,
    sourceType: 'module',
    parserOpts: { plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
  });
  if (!tree) throw new Error(`${file} was not parsed`);
  const place = (line: number | undefined) => `${file}:${line}`;
  traverse(tree, {
    RegExpLiteral: ({ node }) => void found.push({ place: place(node.loc?.start.line), pattern: node.pattern, flags: node.flags }),
    Identifier: ({ node, parent }) => {
      if (node.name === 'RegExp' && /^(New|Call|Member)Expression$/.test(parent.type)) {
        found.push({ place: place(node.loc?.start.line), built: true });
      }
    },
  });
  return found;
}

const sources = ['shared', 'server', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^testing\/|node_modules/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);
const all = sources.flatMap((file) => expressionsIn(file, readFileSync(path.join(root, file), 'utf8')));

/** Those that never meet what somebody wrote, and why. */
const onOurOwn = new Map([['server/http/html.ts', 'takes the tags out of our own page, of two kB, before anything is put in']]);

/**
 * Whether the backtracking that any input can cause has a bound, however long it is: counted on the expression, not timed.
 * Some that are linear all the same fail; there is another way to write them.
 */
const isBounded = (pattern: string, flags: string) => isSafe(new RegExp(pattern, flags), { maxScore: 50, maxSteps: 5000 }).safe;

describe('[A12] regular expressions', () => {
  it('are found: literals in any place, and what is built', () => {
    const source = "const a = (b: string) => b.match(/x+/g); new RegExp(a); RegExp('y'); const t: RegExp = /'\\//u; `${/z/}`";
    expect(expressionsIn('x.ts', source)).toEqual([
      { place: 'x.ts:1', pattern: 'x+', flags: 'g' },
      { place: 'x.ts:1', built: true },
      { place: 'x.ts:1', built: true },
      { place: 'x.ts:1', pattern: "'\\/", flags: 'u' },
      { place: 'x.ts:1', pattern: 'z', flags: '' },
    ]);
    expect(expressionsIn('x.tsx', 'const a = <p title={/q/.source}>/none/</p>;')).toHaveLength(1);
    expect(all.length).toBeGreaterThan(40);
  });

  it('are told apart: those that blow up are not bounded', () => {
    for (const bad of ['^(a|a)*$', '(a+)+b', ' +$', '<meta [^>]*x[^>]*>']) expect([bad, isBounded(bad, '')]).toEqual([bad, false]);
  }, 60_000);

  it('are literals: none is built from text that somebody may have written', () => {
    expect(all.filter((one) => 'built' in one)).toEqual([]);
  });

  it.each(all.flatMap((one) => ('built' in one ? [] : [one])))(
    '$place /$pattern/$flags is bounded',
    ({ place, pattern, flags }) => {
      const [file = ''] = place.split(':');
      expect(onOurOwn.has(file) || isBounded(pattern, flags)).toBe(true);
    },
    60_000,
  );

  it('are excused only where one needs it', () => {
    const unbounded = all.flatMap((one) => ('built' in one || isBounded(one.pattern, one.flags) ? [] : (one.place.split(':')[0] ?? '')));
    expect(unbounded).toEqual([...onOurOwn.keys()]);
  }, 60_000);
});

// A hundred thousand characters take a linear function milliseconds, a quadratic one a minute: the bound tells them apart on any
// machine, and ends an expression that would not end by itself.
const BOUND_MS = 5000;
const LENGTH = 100_000;

function within(work: () => unknown): void {
  new Script('void work()').runInContext(createContext({ work }), { timeout: BOUND_MS });
}

const long = (pump: string, end = '') => pump.repeat(LENGTH / pump.length) + end;
const texts: [string, string][] = [
  ['spaces', long(' ', 'x')],
  ['line breaks', long('\n', 'x')],
  ['spaces and breaks in turn', long(' \n', 'x')],
  ['breaks and invisible characters in turn', long('\n\u200b')],
  ['lone surrogates', long('\ud800')],
  ['accents in the wrong order', `e${long('\u0301\u0323')}`],
  ['an identifier without end', long('A', '!')],
  ['fingerprints', long('AB:', 'x')],
  ['dots', long('.')],
  ['commas', long(', ')],
  ['semicolons', long('; =')],
  ['tags that never close', long('<meta ')],
  ['quotes', long('"\'<')],
];

afterEach(() => vi.restoreAllMocks());

describe.each(texts)('[A12] a hundred thousand characters: %s', (_name, text) => {
  const identities = createIdentities({ keys: [Buffer.alloc(32)], secure: false, now: () => 0 });
  const host = { name: text, title: text };
  const fingerprint = { algorithm: 'sha-256', value: text };
  it.each<[string, () => unknown]>([
    ['a question', () => SessionCommand.safeParse({ type: 'submit-question', text, name: text })],
    ['a note', () => SessionCommand.safeParse({ type: 'decline-question', questionId: text, reason: 'other', note: text })],
    ['a session', () => ScheduleSession.safeParse({ type: 'schedule-session', title: text, description: text, host, startsAt: 1 })],
    ['a handshake', () => Handshake.safeParse({ protocol: 1, tab: text })],
    ['an invite', () => routes.exchange.input.safeParse({ secret: text })],
    ['a fingerprint', () => calls['media:start'].input.safeParse({ dtlsParameters: { fingerprints: [fingerprint] } })],
    ['a codec', () => calls['media:watch'].input.safeParse({ rtpCapabilities: { codecs: [{ mimeType: text }], headerExtensions: [] } })],
    ['a cookie', () => identities.read(`bedside_id=${text}`)],
    ['an address', () => callerAddress(text, text, 2)],
    ['a page', () => withMeta('<title></title></head>', { title: text, description: text, host: { name: text, title: text } }, text)],
    ['an error', () => errorFields(new Error(text))],
  ])('%s', (_what, work) => {
    // Putting accents in order is quadratic in V8, and nothing can end it: nothing so long may ever come to it.
    const normalize = vi.spyOn(String.prototype, 'normalize');
    within(work);
    expect(normalize).not.toHaveBeenCalled();
  });
});

it('[Q2] what is long enough to be work is refused before any is done', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  const question = (length: number) => SessionCommand.safeParse({ type: 'submit-question', text: 'x'.repeat(length) }).success;
  expect([question(limits.questionMax), question(limits.questionMax + 1)]).toEqual([true, false]);
  const before = normalize.mock.calls.length;
  expect(question(limits.questionMax * 5)).toBe(false);
  expect([before, normalize.mock.calls.length]).toEqual([2, 2]);
});

it('the bound ends what blows up', () => {
  const work = () => /^(a|a)*$/.test(`${'a'.repeat(60)}!`);
  expect(() => void new Script('void work()').runInContext(createContext({ work }), { timeout: 50 })).toThrow(/timed out/);
});
