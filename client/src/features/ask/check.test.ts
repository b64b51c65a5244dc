import { expect, test } from 'vitest';
import { complaintOf } from './check.ts';

const draft = (text: string, name?: string) => ({ text, named: name !== undefined, name: name ?? '' });

test('[Q2] 5 to 500 characters after normalisation', () => {
  expect(complaintOf(draft('  a \u200b b  '))).toMatchObject({ field: 'text', problem: 'tooShort', count: 5 });
  expect(complaintOf(draft('x'.repeat(501)))).toMatchObject({ field: 'text', problem: 'tooLong', count: 500 });
  expect(complaintOf(draft('x'.repeat(500)))).toBeNull();
  expect(complaintOf(draft('Why?'))).toMatchObject({ problem: 'tooShort' });
  expect(complaintOf(draft('Warum?'))).toBeNull();
});

test('[Q3] a name only where one is wanted, at most 40 characters', () => {
  expect(complaintOf(draft('A question?', ''))).toMatchObject({ field: 'name', problem: 'missing' });
  expect(complaintOf(draft('A question?', 'y'.repeat(41)))).toMatchObject({ field: 'name', problem: 'tooLong' });
  expect(complaintOf({ text: 'A question?', named: false, name: 'y'.repeat(41) })).toBeNull();
});
