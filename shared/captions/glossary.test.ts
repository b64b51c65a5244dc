import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGlossary } from './glossary.ts';

const terms = [
  { from: 'mi', to: 'myocardial infarction' },
  { from: 'mi scan', to: 'MIBG scan' },
  { from: 'hba1c', to: 'HbA1c' },
  { from: 'met foreman', to: 'metformin' },
  { from: 'COPD', to: 'chronic obstructive pulmonary disease (COPD)' },
  { from: "crohn's", to: 'Crohn’s disease' },
];
const read = createGlossary(terms);

it.each([
  ['an mi', 'an myocardial infarction'],
  ['MI.', 'Myocardial infarction.'],
  ['Mi, mi and MI. MI', 'Myocardial infarction, myocardial infarction and myocardial infarction. Myocardial infarction'],
  ['AN MI IS SERIOUS', 'AN MYOCARDIAL INFARCTION IS SERIOUS'],
  ['mi scan, mi', 'MIBG scan, myocardial infarction'],
  ['amid mimic mi5 mi-fi', 'amid mimic mi5 mi-fi'],
  ['your HBA1C is', 'your HbA1c is'],
  ['take met  foreman daily', 'take metformin daily'],
  ['copd and COPD', 'chronic obstructive pulmonary disease (COPD) and chronic obstructive pulmonary disease (COPD)'],
  ['chronic obstructive pulmonary disease (COPD) it is', 'chronic obstructive pulmonary disease (COPD) it is'],
  ["Crohn’s or crohn's", 'Crohn’s disease or Crohn’s disease'],
  ['', ''],
  ['…', '…'],
])('[L8] %j reads %j', (text, expected) => {
  expect(read(text)).toBe(expected);
});

it('[L8] twice is as once, and what no term is in stays as it is', () => {
  const word = fc.constantFrom(
    'mi',
    'scan',
    'MI',
    'met',
    'foreman',
    'copd',
    'chronic',
    'obstructive',
    'pulmonary',
    'disease',
    '(',
    ')',
    ' ',
    ', ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const once = read(words.join(' '));
      expect(read(once)).toBe(once);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => createGlossary([])(text) === text));
});

it('[L8] a term without a word is none, and of two that read alike the later counts', () => {
  expect(createGlossary([{ from: '--', to: 'x' }])('a -- b')).toBe('a -- b');
  expect(
    createGlossary([
      { from: 'bp', to: 'one' },
      { from: 'BP', to: 'two' },
    ])('bp'),
  ).toBe('two');
});
