import { expect, it } from 'vitest';
import { endsWord, isWhole, paceOf, typedOf } from './typing.ts';

it.each([
  ['Good evening. ', 'punctuation', true],
  ['Good evening.', 'punctuation', false],
  ['Take 2.5 mg', 'punctuation', false],
  ['He said “no.” ', 'punctuation', true],
  ['Really? ', 'pause', true],
  ['Really? ', 'enter', false],
  ['Good evening, ', 'punctuation', false],
  ['', 'punctuation', false],
] as const)('[L4] %j with %s is whole: %s', (text, on, expected) => {
  expect(isWhole(text, on)).toBe(expected);
});

it('[L8] abbreviations are expanded where a word ends', () => {
  expect(['mi ', 'mi.', 'mi, and', 'm', 'mi\n'].map(endsWord)).toEqual([true, true, false, false, true]);
});

it('how fast somebody types', () => {
  expect(paceOf([], 100_000)).toBeNull();
  expect(paceOf([{ at: 1000, length: 500 }], 100_000)).toBeNull();
  // 300 characters are 60 words, in 20 seconds.
  expect(
    paceOf(
      [
        { at: 80_000, length: 150 },
        { at: 99_000, length: 150 },
      ],
      100_000,
    ),
  ).toBe(180);
  expect(paceOf([{ at: 99_900, length: 50 }], 100_000)).toBe(60);
});

it('[L4] what is on its way stands before what is in the input', () => {
  expect(typedOf(['Good evening.', 'Welcome.'], 'Today')).toBe('Good evening. Welcome. Today');
  expect(typedOf([], ' ')).toBe('');
});
