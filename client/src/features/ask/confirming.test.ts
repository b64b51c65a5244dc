import { expect, test } from 'vitest';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import { asksForHelp, confirmable, isRead } from './confirming.ts';

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
