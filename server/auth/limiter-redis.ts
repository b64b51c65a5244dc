import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limits, type RateLimit, rateLimits } from '@bedside/shared/limits.ts';
import * as z from 'zod';
import { addressKey } from '../addresses.ts';
import type { RedisLink } from '../cluster/redis-link.ts';
import { type Caller, createSocketPlaces, type Limiter, limitKinds, spend } from './limiter.ts';

/** Callers remembered, above which those are forgotten whom it no longer pays to remember. */
const REMEMBERED = 20_000;

/**
 * Rate limits over all nodes (rule C5). Redis counts, in windows of its own clock, under keys that tell nobody who is
 * meant (rule C6: a MAC with `key`, the same on all nodes). It is asked twice a call: for the person, then for the
 * address. Whoever is over a limit is remembered here until their window ends and costs Redis nothing more; `waitOf`
 * answers from that alone, so that somebody refused by one node may be refused once more by each other. While Redis does
 * not answer, this node counts by itself, from nothing: a limit is then as many times as high as there are nodes.
 * Open sockets are counted by each node.
 */
export function createRedisLimiter(options: { link: RedisLink; key: Buffer }): Limiter {
  const consume = gathering(restingAfterFailure(options.link));
  const storeClient = {
    // All that a RateLimiterRedis calls in order to consume: with a script of its own, for one key.
    eval: (_script: string, { keys: [key = ''], arguments: [points = '', seconds = ''] }: { keys: string[]; arguments: string[] }) =>
      consume(key, points, seconds),
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

  /** Who is meant, as Redis sees it: kept, since a MAC costs more than all the rest of a call's limits. */
  const pseudonyms = new Map<string, string>();
  function pseudonymOf(who: string): string {
    let pseudonym = pseudonyms.get(who);
    if (pseudonym === undefined) {
      pseudonym = createHmac('sha256', options.key).update(`bedside limit 1\n${who}`).digest('base64url').slice(0, 22);
      if (pseudonyms.size >= REMEMBERED) pseudonyms.clear();
      pseudonyms.set(who, pseudonym);
    }
    return pseudonym;
  }

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
    const wait = await spend(limiters.get(kind)?.[of], pseudonymOf(who));
    if (wait > 0) {
      if (over.size >= REMEMBERED) for (const each of over.keys()) waitHere(each);
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

/** Per key: points spent in its window, with these, and the milliseconds that are left of it. */
const Counts = z.array(z.int());
type Count = [points: number, milliseconds: number];

const SCRIPT = `
local counts = {}
for at, key in ipairs(KEYS) do
  local points = redis.call('INCRBY', key, ARGV[2 * at - 1])
  local left = redis.call('PTTL', key)
  if left < 0 then
    redis.call('EXPIRE', key, ARGV[2 * at])
    left = 1000 * ARGV[2 * at]
  end
  counts[2 * at - 1] = points
  counts[2 * at] = left
end
return counts`;

type Ask = (keys: string[], args: string[]) => Promise<unknown>;

/** What is asked within one turn of the event loop goes to Redis as one script: one each would cost about what a vote does. */
function gathering(ask: Ask) {
  type Waiting = { key: string; args: [string, string]; resolve: (count: Count) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];

  async function send(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const reply = await ask(
        batch.map(({ key }) => key),
        batch.flatMap(({ args }) => args),
      );
      const counts = Counts.parse(reply);
      for (const [at, { resolve }] of batch.entries()) resolve([counts[2 * at] ?? NaN, counts[2 * at + 1] ?? NaN]);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (key: string, points: string, seconds: string): Promise<Count> => {
    const { promise, resolve, reject } = Promise.withResolvers<Count>();
    if (waiting.length === 0) setImmediate(() => void send());
    waiting.push({ key, args: [points, seconds], resolve, reject });
    return promise;
  };
}

/**
 * Asks Redis, for `redisWaitMs` at most. After a failure it is left alone for `redisRestMs`, then one script tries whether
 * it is back: a Redis that is frozen holds up the calls of one moment, and no more.
 */
function restingAfterFailure(link: RedisLink): Ask {
  let restsUntil = -Infinity;
  let doubtful = false;
  let trying = false;
  return async (keys, args) => {
    if (performance.now() < restsUntil || trying) throw new Error('Redis rests');
    trying = doubtful;
    try {
      const reply = await link.ask((redis) => redis.eval(SCRIPT, { keys, arguments: args }), limits.redisWaitMs);
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
