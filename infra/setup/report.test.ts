import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digest } from './client.mjs';
import { duration } from './progress.mjs';
import { playwrightCounts, report, vitestCounts } from './report.mjs';

describe('vitestCounts', () => {
  const json = (results: { status: string; assertionResults: { status: string }[] }[]) => {
    const tests = results.flatMap(({ assertionResults }) => assertionResults);
    const count = (status: string) => tests.filter((one) => one.status === status).length;
    return JSON.stringify({
      numPassedTests: count('passed'),
      numFailedTests: count('failed'),
      numPendingTests: count('pending'),
      numTodoTests: 0,
      testResults: results,
    });
  };
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] };

  test('counts tests', () => {
    const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
    expect(vitestCounts(json([passed, failed]), 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  test('a file that does not load is a failure', () => {
    expect(vitestCounts(json([passed, { status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  test('so is an exit code that no test explains', () => {
    expect(vitestCounts(json([passed]), 1).failed).toBe(1);
    expect(vitestCounts(json([passed]), 0).failed).toBe(0);
  });
});

test('playwrightCounts counts errors outside tests as failures', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts(JSON.stringify({ stats, errors: [] }), 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  expect(playwrightCounts(JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] }), 1).failed).toBe(1);
});

test('the report ends with the plain verdict', () => {
  const part = { name: 'unit', passed: 10, failed: 0, skipped: 0, ms: 1200 };
  expect(report([part]).split('\n').at(-1)).toBe('10 passed, 0 failed');
  expect(
    report([part, { ...part, failed: 2, skipped: 1 }])
      .split('\n')
      .at(-1),
  ).toBe('20 passed, 2 failed, 1 skipped');
});

test('durations', () => expect([400, 12_300, 166_000].map(duration)).toEqual(['0.4 s', '12 s', '2 min 46 s']));

describe('digest', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'digest-'));
    mkdirSync(path.join(folder, 'client/dist'), { recursive: true });
    writeFileSync(path.join(folder, 'client/a.ts'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const now = () => digest(folder, ['client', 'absent'], (name) => name === 'dist');

  test('changes with contents and names, not with times or what is skipped', () => {
    const first = now();
    utimesSync(path.join(folder, 'client/a.ts'), 1, 1);
    writeFileSync(path.join(folder, 'client/dist/b.js'), 'b');
    expect(now()).toBe(first);
    writeFileSync(path.join(folder, 'client/a.ts'), 'A');
    const second = now();
    expect(second).not.toBe(first);
    writeFileSync(path.join(folder, 'client/c.ts'), '');
    expect(now()).not.toBe(second);
  });
});
