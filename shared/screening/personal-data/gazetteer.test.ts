import { describe, expect, it } from 'vitest';
import { COUNT } from './gazetteer-data.ts';
import { hashOf, keyOf } from './gazetteer-key.ts';
import { listedEnd, unpacked } from './gazetteer.ts';
import { tokenise } from './tokens.ts';

const listed = (text: string) => {
  const tokens = tokenise(text);
  return tokens
    .slice(0, listedEnd(tokens, 0))
    .map((token) => token.text)
    .join(' ');
};

describe('[G1] the gazetteer', () => {
  it.each([
    ['Chiquinquirá y', 'Chiquinquirá'],
    ['san juan de los morros is', 'san juan de los morros'],
    ['Skælskør in Denmark', ''],
    ['Frederiksværk in Denmark', 'Frederiksværk'],
    ['St. Cloud, MN', 'St . Cloud'],
    ['Saint Cloud, MN', 'Saint Cloud'],
    ['Stratford-upon-Avon doctors', 'Stratford - upon - Avon'],
    ['Himachal\nPradesh', ''],
    ['nodular goiter', ''],
  ])('the name that begins %j is %j', (text, name) => expect(listed(text)).toBe(name));

  it('takes few other words for towns', () => {
    const words = Array.from({ length: 5000 }, (_, number) => `zq${number.toString(26).replaceAll(/\d/g, 'x')}w${number}`);
    const taken = words.filter((word) => listedEnd([{ ...tokenise('word')[0]!, folded: word }], 0) > 0);
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(5000 * 0.01);
  });

  it('is sorted, each name once or in the place of another', () => {
    // A step of 1 is 0 01, one of 6 is 1 0 10.
    expect([...unpacked(btoa(String.fromCharCode(0b00110100)), 2, 2)]).toEqual([1, 7]);
    expect(hashOf(keyOf(['st', 'cloud']), COUNT, 8)).toBe(hashOf('saint cloud', COUNT, 8));
    expect(hashOf('a', COUNT, 8)).toBeLessThan(COUNT * 256);
  });
});
