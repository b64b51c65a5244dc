import { expect, it } from 'vitest';
import { beginDraft, changes, isStale, moveSpans, rebase, replaceSpans, sendable, stepBack } from './drafts.ts';
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

it('[M10] a name that was taken away stays away, whatever else is edited', () => {
  const hidden = { ...question, nameHidden: true as const };
  const draft = beginDraft(hidden);
  expect(draft.showName).toBe(false);
  expect(changes(draft, hidden)).toBe(false);
  expect(replaceSpans(draft, spans, words).showName).toBe(false);
});

it('[G3] gives a redaction back and keeps what was written since', () => {
  const all = replaceSpans(beginDraft(question), spans, words);
  const written = { ...all, text: 'Hello, I am [name], please call [phone].' };
  expect(stepBack(written).text).toBe('Hello, I am [name], please call 555-0100.');
  expect(stepBack({ ...all, text: `${all.text} Thank you.` }).text).toBe('I am Rosa, call 555-0100. Thank you.');
  expect(stepBack({ ...all, text: 'Something else' }).text).toBe('Something else');
});

it('[G1] marks go with their words while one writes', () => {
  const now = 'I am Rosa, please call 555-0100.';
  expect(moveSpans(question.text, now, spans).map(({ start, end }) => now.slice(start, end))).toEqual(['Rosa', '555-0100']);
  expect(moveSpans(question.text, 'I am Ros, call 555-0100.', spans).map(({ kind }) => kind)).toEqual(['phone']);
});

it("knows a colleague's change from its own", () => {
  const draft = replaceSpans(beginDraft(question), spans, words);
  expect(isStale(draft, question)).toBe(false);
  const changed = { ...question, text: 'I am [name], call me.' };
  expect(isStale(draft, changed)).toBe(true);
  expect(isStale(draft, { ...question, nameHidden: true })).toBe(true);
  expect(isStale(rebase(draft, changed), changed)).toBe(false);
  // What it asks for is what is there: its own, come back.
  expect(isStale(draft, { ...question, text: draft.text })).toBe(false);
});

it('[Q2] is sent in its normal form, or not at all', () => {
  expect(sendable({ text: '  Can  we?\r\n' })).toBe('Can we?');
  expect(sendable({ text: ' Hi ' })).toBeNull();
  expect(sendable({ text: 'x'.repeat(501) })).toBeNull();
});

it('[G1] a text is cut at its marks and loses nothing', () => {
  const cut = segments(question.text, spans);
  expect(cut.map(({ text, kind }) => `${kind ?? '-'}:${text}`)).toEqual(['-:I am ', 'name:Rosa', '-:, call ', 'phone:555-0100', '-:.']);
  expect(segments('short', [{ kind: 'age', start: 2, end: 99 }]).map(({ text }) => text)).toEqual(['short']);
});
