import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it('quotes what RFC 4180 says must be quoted', () => {
  expect(csvLine(['a', 1, 'b,c', 'd "e"', 'f\ng', ''])).toBe('a,1,"b,c","d ""e""","f\ng",\r\n');
});

it('[U1] leaves nothing that a spreadsheet would carry out', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const [field] = csvLine([`${start}cmd|' /C calc'!A0`])
      .replaceAll('"', '')
      .split('\r\n');
    expect([start, field?.startsWith(`'${start}`) || start === '\r']).toEqual([start, true]);
  }
  expect(csvLine([-1])).toBe('-1\r\n');
});
