import { expect, it } from 'vitest';
import { growthProblems } from './memory.ts';

it('lets a node grow by half and 64 MB over a fault, and names one that grows by more', () => {
  expect(growthProblems([200, 100], [364, 214])).toEqual([]);
  expect(growthProblems([200, 100], [364, 215])).toEqual(['node 2 grew from 100 to 215 MB over the fault']);
});
