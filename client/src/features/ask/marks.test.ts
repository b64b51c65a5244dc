import { expect, test } from 'vitest';
import { excerptOf, marksOf, replaceMark, replaceMarks, stillThere } from './marks.ts';

const text = 'I am Ana, call 555 0123. Ana again.';
const marks = marksOf(text, [
  { kind: 'name', start: 5, end: 8 },
  { kind: 'phone', start: 15, end: 23 },
  { kind: 'name', start: 25, end: 28 },
]);

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
  expect(replaceMarks(text, marks, (kind) => `[${kind}]`)).toBe('I am [name], call [phone]. [name] again.');
});

test('a long mark is shown in part', () => {
  expect(excerptOf({ kind: 'address', start: 0, words: '12 Long\nStreet, in a Town of a long name' })).toBe(
    '12 Long Street, in a Town of…',
  );
});
