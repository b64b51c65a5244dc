import { describe, expect, it } from 'vitest';
import { limits } from '@bedside/shared/limits.ts';
import { backlogJudge } from './backlog.ts';
import { packetBudget } from './flood.ts';

const big = limits.socketBacklogBytes * 2;

describe('a backlog', () => {
  it('that does not move for long is cut, and no sooner', () => {
    const judge = backlogJudge();
    expect(judge({ unsent: big, taken: 10 }, 1000)).toBe(false);
    // More to send is no progress.
    expect(judge({ unsent: big + 1, taken: 10 }, 1000 + limits.backlogStalledMs - 1)).toBe(false);
    expect(judge({ unsent: big + 2, taken: 10 }, 1000 + limits.backlogStalledMs)).toBe(true);
  });

  it('has stalled for as long as it does not move, and not only since it is big', () => {
    const judge = backlogJudge();
    expect(judge({ unsent: 0, taken: 10 }, 0)).toBe(false);
    expect(judge({ unsent: 1, taken: 10 }, 1000)).toBe(false);
    expect(judge({ unsent: limits.socketBacklogBytes, taken: 10 }, 1000 + limits.backlogStalledMs)).toBe(false);
    expect(judge({ unsent: limits.socketBacklogBytes + 1, taken: 10 }, 1001 + limits.backlogStalledMs)).toBe(true);
  });

  it('that comes after a long silence has not stalled yet', () => {
    const judge = backlogJudge();
    expect(judge({ unsent: 0, taken: 10 }, 0)).toBe(false);
    expect(judge({ unsent: big, taken: 10 }, limits.backlogStalledMs * 3)).toBe(false);
    expect(judge({ unsent: big, taken: 10 }, limits.backlogStalledMs * 4)).toBe(true);
  });

  it.each([
    ['leaves in the middle of a frame', (round: number) => ({ unsent: big, taken: round })],
    ['shrinks', (round: number) => ({ unsent: big - round, taken: null })],
    ['is small', () => ({ unsent: limits.socketBacklogBytes, taken: 10 })],
  ])('that %s is left alone', (_what, backlog) => {
    const judge = backlogJudge();
    for (let round = 0; round < 20; round++) expect(judge(backlog(round), round * (limits.backlogStalledMs - 1))).toBe(false);
  });

  it('over the ceiling is cut at any pace', () => {
    const judge = backlogJudge();
    expect(judge({ unsent: limits.socketBacklogMaxBytes, taken: 1 }, 0)).toBe(false);
    expect(judge({ unsent: limits.socketBacklogMaxBytes + 1, taken: 2 }, 1)).toBe(true);
  });
});

it('[A8] a budget of packets takes a burst, then its rate', () => {
  let now = 0;
  const within = packetBudget(() => now);
  for (let i = 0; i < limits.packetBurst; i++) expect(within()).toBe(true);
  expect(within()).toBe(false);
  now = 2000;
  const again = Array.from({ length: limits.packetsPerSecond * 3 }, within).filter(Boolean);
  expect(again.length).toBeLessThanOrEqual(limits.packetsPerSecond * 2);
  expect(again.length).toBeGreaterThan(limits.packetsPerSecond);
});
