import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { afterEach, expect, it, vi } from 'vitest';
import type { RedisLink } from '../cluster/redis-link.ts';
import { createMemoryLimiter } from './limiter.ts';
import { limiterContract, somebody } from './limiter.contract.ts';
import { createRedisLimiter } from './limiter-redis.ts';

limiterContract('in memory', createMemoryLimiter);

afterEach(() => vi.useRealTimers());

/** A Redis of which every question is noted, and answered by the test. */
function silentRedis() {
  const asked: PromiseWithResolvers<void>[] = [];
  const link: RedisLink = {
    async ask() {
      const question = Promise.withResolvers<void>();
      asked.push(question);
      await question.promise;
      throw new Error('the test says so');
    },
    connected: () => true,
    onReady: () => {},
    ready: async () => {},
    close: () => {},
  };
  return { asked, limiter: createRedisLimiter({ link, key: Buffer.alloc(32) }) };
}
const nextTurn = () => new Promise(setImmediate);

it('[C5] a Redis that failed to answer is left alone for a while, then one call tries it, and the others do not wait', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, limiter } = silentRedis();
  const first = limiter.take('read', somebody());
  await nextTurn();
  asked[0]?.resolve();
  expect(await first).toBe(0);
  for (let i = 0; i < 100; i++) expect(await limiter.take('read', somebody())).toBe(0);
  expect(asked).toHaveLength(1);

  vi.advanceTimersByTime(limits.redisRestMs + 1);
  const second = limiter.take('read', somebody());
  await nextTurn();
  expect(asked).toHaveLength(2);
  for (let i = 0; i < 100; i++) expect(await limiter.take('read', somebody())).toBe(0);
  expect(asked).toHaveLength(2);
  asked[1]?.resolve();
  expect(await second).toBe(0);
});

it('[C5] without Redis a limit holds all the same', async () => {
  const { asked, limiter } = silentRedis();
  const caller = somebody();
  const waits = Array.from({ length: rateLimits.ask.person.points + 1 }, () => limiter.take('ask', caller));
  await nextTurn();
  // All that came in one turn were one question.
  expect(asked).toHaveLength(1);
  asked[0]?.resolve();
  expect((await Promise.all(waits)).filter((wait) => wait > 0)).toHaveLength(1);
  expect(await limiter.waitOf('ask', caller)).toBeGreaterThan(0);
});
