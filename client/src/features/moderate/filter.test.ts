import { expect, it } from 'vitest';
import { matcher } from './filter.ts';

const question = { text: 'Hilft Ibuprofen bei Migräne?', name: 'Zoë' };

it('finds words in any order, in text and name, whatever their case and accents', () => {
  for (const query of ['', '  ', 'migrane', 'MIGRÄNE ibu', 'zoe hilft']) expect(matcher(query)(question)).toBe(true);
  expect(matcher('ibuprofen asthma')(question)).toBe(false);
});

it('finds nothing in an erased text', () => expect(matcher('x')({ text: null, name: null })).toBe(false));
