import { expect, test } from 'vitest';
import { journeyOf } from './journey.ts';

const said = (status: Parameters<typeof journeyOf>[0]) => journeyOf(status)?.map(({ stop, is }) => `${stop} ${is}`);

test('[Q4] [Q5] a question is shown at one place on its way', () => {
  expect(said('pending')).toEqual(['received done', 'moderators now', 'public ahead', 'answered ahead']);
  expect(said('answering')).toEqual(['received done', 'moderators done', 'public now', 'answered ahead']);
  expect(said('answered')?.at(-1)).toBe('answered now');
});

test('[M7] a clinician is on the way only of a question that was sent there', () => {
  expect(said('in-review')).toEqual(['received done', 'moderators done', 'clinician now', 'public ahead', 'answered ahead']);
  expect(said('approved')).not.toContain('clinician done');
});

test('what was declined, merged or withdrawn is on no way any more', () => {
  for (const status of ['declined', 'merged', 'withdrawn'] as const) expect(journeyOf(status)).toBeNull();
});
