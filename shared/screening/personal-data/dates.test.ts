import { describe, expect, it } from 'vitest';
import { findAges } from './ages.ts';
import { findBirthDates } from './dates.ts';
import { scan } from './scan.ts';
import type { PersonalSpan } from './span.ts';

const texts = (find: (read: ReturnType<typeof scan>) => PersonalSpan[], text: string) =>
  find(scan(text)).map(({ start, end }) => text.slice(start, end));

describe('[G1] dates of birth', () => {
  it.each([
    ['DOB: 12/05/1980', '12/05/1980'],
    ['d.o.b. 1980-05-12', '1980-05-12'],
    ['born on the 12th of May, 1980 in Leeds', '12th of May, 1980'],
    ['my birthday is May 12th 1980', 'May 12th 1980'],
    ['nací el 3 de septiembre de 1971', '3 de septiembre de 1971'],
    ['fecha de nacimiento: 03.09.71', '03.09.71'],
    ['He was born in Italy, on 4 Mar 1950', '4 Mar 1950'],
    ['dob 19800512', '19800512'],
  ])('%s', (text, date) => expect(texts(findBirthDates, text)).toEqual([date]));

  it.each([
    'surgery on 12/05/2019',
    'born 3 weeks ago',
    'born in 1980',
    'born at 32 weeks',
    'birth control since May 11',
    'nació prematuro de 7 meses',
  ])('not %s', (text) => expect(texts(findBirthDates, text)).toEqual([]));
});

describe('[G1] ages over 89', () => {
  it.each([
    ['my 91yo mother', '91yo'],
    ['a 90-year-old man', '90-year-old'],
    ["she's 95 and frail", '95'],
    ['aged 97, she walks', '97'],
    ['mi abuela tiene 93 años', '93 años'],
    ['cumplió 92 en mayo', '92'],
    ['ninety-two years old', 'ninety-two years old'],
    ['de noventa y dos años', 'noventa y dos años'],
    ['grandma (93) fell', '93'],
  ])('%s', (text, age) => expect(texts(findAges, text)).toEqual([age]));

  it.each([
    'she is 89',
    'a 34 year old',
    '90 years ago',
    'for 95 years',
    'she is 95 lbs',
    'he is 98% sure',
    'pulse is 110',
    '130/90',
    'I am 5 and 100 days',
  ])('not %s', (text) => expect(texts(findAges, text)).toEqual([]));
});
