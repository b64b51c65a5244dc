import { expect, test } from 'vitest';
import { excerptOf, type Mark, marksOf, putBack, replaceMarks, stillThere } from './marks.ts';

const text = 'I am Ana, call 555 0123. Ana again.';
const marks = marksOf(text, [
  { kind: 'name', start: 5, end: 8 },
  { kind: 'phone', start: 15, end: 23 },
  { kind: 'name', start: 25, end: 28 },
]);

const replaceMark = (now: string, mark: Mark, instead: string) => replaceMarks(now, [mark], () => instead).text;

test('[G3] words are replaced where they stood, also after typing went on before them', () => {
  expect(replaceMark(text, marks[2]!, '[name]')).toBe('I am Ana, call 555 0123. [name] again.');
  expect(replaceMark(`Hello. ${text}`, marks[1]!, '[phone number]')).toBe('Hello. I am Ana, call [phone number]. Ana again.');
  expect(replaceMark(`Oh: ${text}`, marks[2]!, '[name]')).toBe('Oh: I am Ana, call 555 0123. [name] again.');
});

test('[G3] words that are gone change nothing', () => {
  expect(replaceMark('Something else', marks[1]!, '[phone number]')).toBe('Something else');
  expect(stillThere('I am Ana.', marks).map(({ kind }) => kind)).toEqual(['name', 'name']);
});

test('all at once', () => {
  const all = replaceMarks(text, marks, (kind) => `[${kind}]`);
  expect(all.text).toBe('I am [name], call [phone]. [name] again.');
  for (const { at, instead } of all.swaps) expect(all.text.slice(at, at + instead.length)).toBe(instead);
});

test('[G3] what was replaced goes back to its place, whatever was written before or behind it', () => {
  const one = replaceMarks(text, [marks[1]!], () => '[phone number]');
  expect(putBack(one, one.text)).toBe(text);
  expect(putBack(one, `Hello. ${one.text} Why?`)).toBe(`Hello. ${text} Why?`);
  const all = replaceMarks(text, marks, (kind) => `[${kind}]`);
  expect(putBack(all, all.text)).toBe(text);
  expect(putBack(all, `${all.text} Bye.`)).toBe(`${text} Bye.`);
  expect(putBack(all, `Oh: ${all.text}`)).toBe(`Oh: ${text}`);
  // Between two of the same words, too.
  expect(putBack(all, all.text.replace('call', 'ring'))).toBe(text.replace('call', 'ring'));
});

test('[G3] where its place can’t be told, nothing goes back', () => {
  const one = replaceMarks(text, [marks[1]!], () => '[phone number]');
  expect(putBack(one, '')).toBeNull();
  expect(putBack(one, one.text.replace('[phone number]', '[phone]'))).toBeNull();
  expect(putBack(one, 'Call [phone number] or [phone number].')).toBeNull();
  const two = replaceMarks(text, [marks[0]!, marks[2]!], () => '[name]');
  expect(putBack(two, two.text.replace('[name] again', 'She again'))).toBeNull();
});

test('a long mark is shown in part', () => {
  expect(excerptOf({ kind: 'address', start: 0, words: '12 Long\nStreet, in a Town of a long name' })).toBe(
    '12 Long Street, in a Town of…',
  );
});
