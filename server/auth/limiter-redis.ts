import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limits, type RateLimit, rateLimits } from '@bedside/shared/limits.ts';
import { addressKey } from '../addresses.ts';
import type { RedisLink } from '../cluster/redis-link.ts';
import { type Caller, createSocketPlaces, type Limiter, limitKinds, spend } from './limiter.ts';

/** Callers over a limit who are remembered before those whose time is over are looked for. */
const SWEEP_AT = 10_000;

/**
 * Rate limits over all nodes (rule C5). Redis counts, in windows of its own clock, under keys that tell nobody who is
 * meant (rule C6: a MAC with `key`, the same on all nodes). It is asked twice a call: for the person, then for the
 * address. Whoever is over a limit is remembered here until their window ends and costs Redis nothing more; `waitOf`
 * answers from that alone, so that somebody refused by one node may be refused once more by each other. While Redis does
 * not answer, this node counts by itself, from nothing: a limit is then as many times as high as there are nodes.
 * Open sockets are counted by each node.
 */
export function createRedisLimiter(options: { link: RedisLink; key: Buffer }): Limiter {
  const ask = restingAfterFailure(options.link);
  const storeClient = {
    // All that a RateLimiterRedis calls in order to consume.
    eval: (script: string, input: { keys: string[]; arguments: string[] }) => ask(script, input),
  };
  const limiterOf = (keyPrefix: string, { points, seconds }: { points: number; seconds: number }) =>
    new RateLimiterRedis({
      storeClient,
      useRedisPackage: true,
      keyPrefix,
      points,
      duration: seconds,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: seconds }),
    });
  const limiters = new Map(
    limitKinds.map((kind) => [
      kind,
      {
        person: limiterOf(`bedside:limit:${kind}:person`, rateLimits[kind].person),
        address: limiterOf(`bedside:limit:${kind}:address`, rateLimits[kind].address),
      },
    ]),
  );

  const secret = (text: string) => createHmac('sha256', options.key).update(`bedside limit 1\n${text}`).digest('base64url').slice(0, 22);

  /** Until when somebody is over a limit, by `performance.now()`. */
  const over = new Map<string, number>();

  function waitHere(id: string): number {
    const until = over.get(id);
    if (until === undefined) return 0;
    const wait = until - performance.now();
    if (wait > 0) return wait;
    over.delete(id);
    return 0;
  }

  async function take(kind: RateLimit, of: 'person' | 'address', who: string): Promise<number> {
    const id = `${kind} ${of} ${who}`;
    const known = waitHere(id);
    if (known > 0) return known;
    const wait = await spend(limiters.get(kind)?.[of], secret(who));
    if (wait > 0) {
      if (over.size >= SWEEP_AT) for (const each of over.keys()) waitHere(each);
      over.set(id, performance.now() + wait);
    }
    return wait;
  }

  return {
    async take(kind, { person, address }: Caller) {
      // The person first: one who is over their own limit must not use up what their neighbours share.
      const wait = person === null ? 0 : await take(kind, 'person', person);
      return wait || take(kind, 'address', addressKey(address));
    },
    async waitOf(kind, { person, address }) {
      return waitHere(person === null ? `${kind} address ${addressKey(address)}` : `${kind} person ${person}`);
    },
    holdSocket: createSocketPlaces(),
  };
}

/**
 * Asks Redis, for `redisWaitMs` at most. After a failure it is left alone for `redisRestMs`, then one call tries whether
 * it is back: a Redis that is frozen holds up the calls of one moment, and no more.
 */
function restingAfterFailure(link: RedisLink) {
  let restsUntil = -Infinity;
  let doubtful = false;
  let trying = false;
  return async (script: string, input: { keys: string[]; arguments: string[] }): Promise<unknown> => {
    if (performance.now() < restsUntil || trying) throw new Error('Redis rests');
    trying = doubtful;
    try {
      const reply = await link.ask((redis) => redis.eval(script, input), limits.redisWaitMs);
      doubtful = trying = false;
      return reply;
    } catch (error) {
      restsUntil = performance.now() + limits.redisRestMs;
      doubtful = true;
      trying = false;
      throw error;
    }
  };
}
