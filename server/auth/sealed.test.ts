import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealed } from './sealed.ts';

it('[X6] what is sealed is opened with any key of the list, altered by nobody, and by nobody else', () => {
  const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const old = createSealed([first]);
  const text = old.seal('a stream’s key');
  expect(text).not.toContain('key');
  expect(old.seal('a stream’s key')).not.toBe(text);
  expect(createSealed([second, first]).open(text)).toBe('a stream’s key');
  expect(createSealed([third]).open(text)).toBeNull();
  expect(old.open(`${text.slice(0, -2)}AA`)).toBeNull();
  expect(old.open('')).toBeNull();
});
