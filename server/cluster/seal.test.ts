import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSeal } from './seal.ts';

const key = (name: string) => createHash('sha256').update(name).digest();
const clock = { now: 1_000_000 };
const sealWith = (...names: string[]) => createSeal(names.map(key), () => clock.now);

it('[C8] opens what a holder of the keys sealed, once, in its context', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const [one, two] = [sealWith('a'), sealWith('a')];
      const text = one.seal('call', body);
      expect(two.open('reply', text)).toBeNull();
      expect(two.open('call', text)).toEqual({ body: JSON.parse(JSON.stringify(body)) });
      expect(two.open('call', text)).toBeNull();
    }),
  );
});

it('[C8] opens nothing that was altered, cut, or made up', () => {
  const { seal, open } = sealWith('a');
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(seal('call', { a: 1 }), 'base64url');
      const where = at % bytes.length;
      bytes[where] = (bytes[where] ?? 0) ^ flip;
      expect(open('call', bytes.toString('base64url'))).toBeNull();
      expect(open('call', bytes.subarray(0, where).toString('base64url'))).toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(open('call', text)).toBeNull();
    }),
  );
});

it('[C8] opens what another key sealed only where that key is known', () => {
  const text = () => sealWith('old').seal('call', 1);
  expect(sealWith('new').open('call', text())).toBeNull();
  expect(sealWith('new', 'old').open('call', text())).toEqual({ body: 1 });
});

it('[C8] opens nothing from long ago, nor from a clock far ahead', () => {
  const { seal, open } = sealWith('a');
  for (const off of [-31_000, 31_000]) {
    clock.now += off;
    const text = seal('call', 1);
    clock.now -= off;
    expect(open('call', text)).toBeNull();
  }
});

it('says nothing of its content', () => {
  expect(Buffer.from(sealWith('a').seal('call', 'a secret'), 'base64url').toString('latin1')).not.toContain('a secret');
});
