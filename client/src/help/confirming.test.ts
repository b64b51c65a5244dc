import { expect, test } from 'vitest';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import { asksForHelp, confirmable, isRead, newlyAsking, nothingRead, stillRead } from './confirming.ts';

const id = QuestionId.parse('question-1');
const flags: FlagCode[] = ['chest-pain', 'self-harm'];

test('[F1] what was read before sending confirms only what was shown then', () => {
  const read = new Set<FlagCode>(['chest-pain']);
  expect(isRead(['chest-pain'], read)).toBe(true);
  expect(isRead(flags, read)).toBe(false);
  expect(isRead([], read)).toBe(false);
  expect(confirmable([{ id, redFlags: flags }], new Map([[id, read]]))).toEqual([]);
  expect(confirmable([{ id, redFlags: flags }], new Map([[id, new Set(flags)]]))).toEqual([id]);
  expect(confirmable([{ id, redFlags: flags, emergencyRead: true }], new Map([[id, new Set(flags)]]))).toEqual([]);
  expect(confirmable([{ id, redFlags: flags }], new Map())).toEqual([]);
});

test('[F1] a question shows where help is until its asker has read it', () => {
  expect(asksForHelp({ status: 'pending', redFlags: flags })).toBe(true);
  expect(asksForHelp({ status: 'declined', redFlags: flags })).toBe(true);
  expect(asksForHelp({ status: 'pending', redFlags: flags, emergencyRead: true })).toBe(false);
  expect(asksForHelp({ status: 'withdrawn', redFlags: flags })).toBe(false);
  expect(asksForHelp({ status: 'pending', redFlags: [] })).toBe(false);
});

test('[F1] what was read ends with the text, and with a sign more', () => {
  const read = new Set<FlagCode>(['chest-pain']);
  expect(stillRead(read, 'My chest hurts', ['chest-pain'])).toBe(read);
  expect(stillRead(read, 'My chest', [])).toBe(read);
  expect(stillRead(read, ' ', [])).toBe(nothingRead);
  expect(stillRead(read, 'My chest hurts, and I want to die', flags)).toBe(nothingRead);
  expect(stillRead(nothingRead, 'My chest hurts', ['chest-pain'])).toBe(nothingRead);
});

test('[F5] signs that only the server found are news, once', () => {
  const asks = { id, status: 'pending', redFlags: flags } satisfies Parameters<typeof newlyAsking>[1][number];
  const before = (...questions: Parameters<typeof newlyAsking>[1]) => new Map(questions.map((question) => [question.id, question]));
  expect(newlyAsking(before(), [asks])).toEqual([asks]);
  expect(newlyAsking(before({ id, status: 'pending' }), [asks])).toEqual([asks]);
  expect(newlyAsking(before(asks), [asks])).toEqual([]);
  expect(newlyAsking(before(), [{ ...asks, emergencyRead: true }])).toEqual([]);
  expect(newlyAsking(before(), [{ id, status: 'pending' }])).toEqual([]);
});
