import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { describeEnv } from '../server/env.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const model = read('infra/threat-model.md');
const found = (pattern: RegExp, text = model) => [...new Set([...text.matchAll(pattern)].map(([, first = '']) => first))];
const rows = model.split('\n').filter((line) => /^\| (?!-)/.test(line));

it('the threat model names only files, rules, commands and settings that exist', () => {
  const files = found(/`((?:shared|server|client|infra)\/[\w/.-]+)`/g);
  expect(files.length).toBeGreaterThan(25);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  const rules = new Set(found(/^- \*\*([A-Z]\d+)\*\*/gm, read('shared/SPEC.md')));
  const named = found(/\b([A-Z]\d{1,2})\b/g);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((rule) => !rules.has(rule))).toEqual([]);
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
  expect(found(/npm run (\w+)/g).filter((name) => !scripts[name])).toEqual([]);
  const settings = new Set(found(/^ {2}([A-Z_]+)$/gm, describeEnv({})));
  expect(found(/`([A-Z]+_[A-Z_]+)`/g).filter((name) => !settings.has(name))).toEqual([]);
});

/** Tables of three columns under these headings: threat, what stops it, shown by. */
const threats = model
  .split(/^## /m)
  .filter((section) => /^(Privacy|Security)/.test(section))
  .flatMap((section) => section.split('\n').filter((line) => /^\| (?!-|threat)/.test(line)));

it('every threat has something that stops it, and something that shows it', () => {
  expect(threats.length).toBeGreaterThan(20);
  expect(rows.length).toBeGreaterThan(threats.length);
  for (const row of threats) {
    const [, threat = '', stop = '', shown = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    expect([threat, stop.length > 10, /`[\w/.-]+`/.test(shown)]).toEqual([threat, true, true]);
  }
});

const testsOf = (row: string) =>
  found(/`((?:shared|server|client|infra)\/[\w/.-]+)`/g, row).filter((file) => /\.test\.tsx?$|\.contract\.ts$/.test(file));

it('every threat is shown by a test', () => {
  expect(threats.filter((row) => testsOf(row).length === 0)).toEqual([]);
});

it('every rule that a row names is quoted by a test that it names', () => {
  const unshown = threats.flatMap((row) => {
    const text = testsOf(row).map(read).join('\n');
    return found(/\b([A-Z]\d{1,2})\b/g, row).flatMap((rule) => (text.includes(`[${rule}]`) ? [] : [`${rule}: ${row}`]));
  });
  expect(unshown).toEqual([]);
});
