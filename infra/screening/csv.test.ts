import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

test('fields with commas, quotes and line breaks are read (RFC 4180)', () => {
  expect(readCsv('a,b\r\n"1, ""2""","x\ny"\r\n3,\r\n')).toEqual([
    { a: '1, "2"', b: 'x\ny' },
    { a: '3', b: '' },
  ]);
  expect(() => readCsv('a,b\n1\n')).toThrow('row 2 has 1 fields');
});
