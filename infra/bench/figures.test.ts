import { expect, it } from 'vitest';
import { percentile } from './figures.ts';

it('takes percentiles by nearest rank', () => {
  const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(percentile(samples, 0.5)).toBe(10);
  expect(percentile(samples, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
});
