import { expect, test } from 'vitest';
import { complaintsOf, localInput, nextHour, startOf } from './plan.ts';

const now = new Date(2026, 10, 24, 17, 20).getTime();
const plan = { title: 'Sleep after fifty', description: '', hostName: 'Dr. Okafor', hostTitle: '', startsAt: '2026-11-24T18:00' };

test('the next full hour is offered, in the reader’s own time', () => {
  expect(nextHour(now)).toBe('2026-11-24T18:00');
  expect(startOf(plan)).toBe(new Date(2026, 10, 24, 18).getTime());
  expect(localInput(new Date(2026, 0, 5, 7, 3))).toBe('2026-01-05T07:03');
});

test('a full plan has no complaints; each field has its own', () => {
  expect(complaintsOf(plan, now)).toEqual({});
  expect(complaintsOf({ ...plan, title: 'ab', hostName: ' ' }, now)).toMatchObject({
    title: { problem: 'between', min: 3 },
    hostName: { problem: 'between', min: 1 },
  });
  expect(complaintsOf({ ...plan, startsAt: '' }, now)).toEqual({ startsAt: { problem: 'when' } });
  expect(complaintsOf({ ...plan, startsAt: '2026-11-24T17:00' }, now)).toEqual({ startsAt: { problem: 'past' } });
});
