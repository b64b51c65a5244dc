import { expect, it } from 'vitest';
import { createWays } from './ways.ts';

const stun = { urls: ['stun:stun.example.org'] };
const turn = { urls: ['turns:turn.example.org:443?transport=tcp'], username: '1800000000:x', credential: 'y' };

it('[N1] keeps TURN for when the direct ways led nowhere, which they are given a short while for', () => {
  const ways = createWays();
  expect([ways.of([stun, turn]), ways.connectMs()]).toEqual([[stun], 3000]);
  expect(ways.foundNone()).toBe(true);
  expect([ways.of([stun, turn]), ways.connectMs()]).toEqual([[stun, turn], 10_000]);
  expect(ways.foundNone()).toBe(false);
  expect(ways.of([turn])).toEqual([turn]);
});

it('[N1] gives the direct ways all the time where there are no others, and takes others when there are', () => {
  const ways = createWays();
  expect([ways.of([stun]), ways.connectMs(), ways.foundNone()]).toEqual([[stun], 10_000, false]);
  // Another server may have what the first one had not.
  expect([ways.of([turn]), ways.connectMs(), ways.foundNone()]).toEqual([[], 3000, true]);
});
