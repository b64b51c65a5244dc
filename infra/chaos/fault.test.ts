import { expect, it } from 'vitest';
import { figureLine, verdict } from './fault.ts';

it('prints a figure with its aim, and says where that was missed', () => {
  expect(figureLine({ name: 'back after', value: 2512.4, unit: 'ms', aim: { atMost: 3000 } })).toMatch(
    /^ {2}back after +2512 ms {3}aim: at most 3000$/,
  );
  expect(figureLine({ name: 'share', value: 0.8512, unit: '', aim: { atLeast: 0.9 } })).toMatch(/ 0\.851 {3}aim: at least 0\.9, MISSED$/);
  expect(figureLine({ name: 'grown', value: 3, unit: 'MB' })).toMatch(/ 3\.00 MB$/);
});

it.each([
  [{}, 'Everything held.'],
  [{ missed: ['storm (back after)'] }, 'Everything held.\nAims missed: storm (back after).'],
  [{ skipped: ['half-open'] }, 'All that could be made here held.\nNot made here: half-open.'],
  [{ failed: ['storm', 'disk'], skipped: ['half-open'] }, 'Broken: storm, disk.\nNot made here: half-open.'],
])('ends a report with no more than is true: %j', (outcome, words) => {
  expect(verdict({ failed: [], skipped: [], missed: [], ...outcome })).toBe(words);
});
