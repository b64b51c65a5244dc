import { expect, it } from 'vitest';
import { createLadder } from './ladder.ts';

/** A line that carries so many layers and loses of what is more; each look is a second. */
function onLine(
  ladder: ReturnType<typeof createLadder>,
  from: number,
  looks: number,
  { carries, chance = 0 }: { carries: number; chance?: number },
) {
  return Array.from({ length: looks }, (_, index) =>
    ladder.look(Math.min(1, chance + (ladder.layer() > carries ? 0.4 : 0)), (from + index) * 1000),
  );
}

it('[W8] climbs to the best layer while nothing is lost, and down at once where much is', () => {
  const ladder = createLadder(2);
  expect(ladder.layer()).toBe(1);
  expect(onLine(ladder, 0, 6, { carries: 2 }).at(-1)).toBe(2);
  expect(onLine(ladder, 6, 6, { carries: 0, chance: 0.05 }).at(-1)).toBe(0);
  // Some loss alone is no reason for less, nor is there room for more.
  expect(new Set(onLine(ladder, 12, 50, { carries: 2, chance: 0.05 }))).toEqual(new Set([0]));
  expect(onLine(ladder, 62, 40, { carries: 2 }).at(-1)).toBe(2);
});

it('[W8] tries what was not carried less and less often, and often again once it is', () => {
  const ladder = createLadder(2);
  const tries = onLine(ladder, 0, 600, { carries: 1 }).filter((layer, at, all) => layer === 2 && all[at - 1] !== 2).length;
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(12);
  expect(onLine(ladder, 600, 150, { carries: 2 }).at(-1)).toBe(2);
  onLine(ladder, 750, 5, { carries: 1 });
  expect(onLine(ladder, 755, 12, { carries: 2 }).at(-1)).toBe(2);
});

it('[W8] of one layer there is nothing to choose', () => {
  expect(onLine(createLadder(0), 0, 10, { carries: -1 }).at(-1)).toBe(0);
});
