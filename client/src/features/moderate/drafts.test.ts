import { expect, it } from 'vitest';
import { beginDraft, changes, replaceSpans, sendable, stepBack } from './drafts.ts';
import { segments } from './marked-text.ts';

const question = { text: 'I am Rosa, call 555-0100.', name: 'Rosa' };
const spans = [
  { kind: 'name', start: 5, end: 9 },
  { kind: 'phone', start: 16, end: 24 },
] as const;
const words = (kind: string) => `[${kind}]`;

it('[G3] takes out what a person chose, and gives it back step by step', () => {
  const draft = beginDraft(question);
  expect(changes(draft, question)).toBe(false);
  const one = replaceSpans(draft, spans.slice(0, 1), words);
  expect(one.text).toBe('I am [name], call 555-0100.');
  const all = replaceSpans(draft, spans, words);
  expect(all.text).toBe('I am [name], call [phone].');
  expect(changes(all, question)).toBe(true);
  expect(stepBack(all)).toEqual(draft);
  expect(stepBack(draft)).toBe(draft);
});

it('[M10] changes something if only the name is no longer shown', () => {
  expect(changes({ ...beginDraft(question), showName: false }, question)).toBe(true);
  expect(changes(beginDraft({ text: 'Can we keep our cat?', name: null }), { text: 'Can we keep our cat?', name: null })).toBe(false);
});

it('[Q2] is sent in its normal form, or not at all', () => {
  expect(sendable({ text: '  Can  we?\r\n', showName: false, before: [] })).toBe('Can we?');
  expect(sendable({ text: ' Hi ', showName: false, before: [] })).toBeNull();
  expect(sendable({ text: 'x'.repeat(501), showName: false, before: [] })).toBeNull();
});

it('[G1] a text is cut at its marks and loses nothing', () => {
  const cut = segments(question.text, spans);
  expect(cut.map(({ text, kind }) => `${kind ?? '-'}:${text}`)).toEqual(['-:I am ', 'name:Rosa', '-:, call ', 'phone:555-0100', '-:.']);
  expect(segments('short', [{ kind: 'age', start: 2, end: 99 }]).map(({ text }) => text)).toEqual(['short']);
});
