import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { PersonId } from '@bedside/shared/ids.ts';
import { limits, type RateLimit, rateLimits } from '@bedside/shared/limits.ts';
import { addressKey } from '../addresses.ts';

/** Who is limited: a signed identity where there is one, and an address. */
export type Caller = { person: PersonId | null; address: string };

/** Rate limits (rule A8): in memory here, counted over several nodes in limiter-redis.ts (rule C5). */
export type Limiter = {
  /** Spends one point. Returns 0 when the call may go on, else the milliseconds to wait. */
  take(kind: RateLimit, caller: Caller): Promise<number>;
  /**
   * Without spending: whether the person, or the address of somebody who is nobody yet, is over the limit now. Asked on
   * every call, hence answered from what this node knows.
   */
  waitOf(kind: RateLimit, caller: Caller): Promise<number>;
  /** Takes a place among the open sockets of a person and an address. Returns how to give it back; null if all are taken. */
  holdSocket(caller: Caller): (() => void) | null;
};

export const limitKinds = Object.keys(rateLimits).filter((name): name is RateLimit => Object.hasOwn(rateLimits, name));

/** Spends one point of `key`. Returns 0, or the milliseconds that are left of the window when its points are gone. */
export async function spend(limiter: RateLimiterAbstract | undefined, key: string): Promise<number> {
  try {
    await limiter?.consume(key);
    return 0;
  } catch (result) {
    if (result instanceof RateLimiterRes) return Math.max(1, result.msBeforeNext);
    throw result;
  }
}

export function createMemoryLimiter(): Limiter {
  const limiters = new Map(
    limitKinds.map((kind) => {
      const { person, address } = rateLimits[kind];
      return [
        kind,
        {
          person: new RateLimiterMemory({ keyPrefix: '', points: person.points, duration: person.seconds }),
          address: new RateLimiterMemory({ keyPrefix: '', points: address.points, duration: address.seconds }),
        },
      ];
    }),
  );

  return {
    async take(kind, caller) {
      const both = limiters.get(kind);
      // The person first: one who is over their own limit must not use up what their neighbours share.
      const wait = caller.person === null ? 0 : await spend(both?.person, caller.person);
      return wait || spend(both?.address, addressKey(caller.address));
    },
    async waitOf(kind, caller) {
      const both = limiters.get(kind);
      const [limiter, key, { points }] =
        caller.person === null
          ? [both?.address, addressKey(caller.address), rateLimits[kind].address]
          : [both?.person, caller.person, rateLimits[kind].person];
      const result = await limiter?.get(key);
      return result && result.consumedPoints > points ? Math.max(1, result.msBeforeNext) : 0;
    },
    holdSocket: createSocketPlaces(),
  };
}

/** Places for open sockets. Of one node always: a socket that a killed node held would be counted for ever elsewhere. */
export function createSocketPlaces(): Limiter['holdSocket'] {
  const people = createPlaces(limits.socketsPerPerson);
  const addresses = createPlaces(limits.socketsPerAddress);
  return ({ person, address }) => {
    const ofPerson = person === null ? () => {} : people.take(person);
    const ofAddress = ofPerson && addresses.take(addressKey(address));
    if (!ofAddress) ofPerson?.();
    return (
      ofAddress &&
      (() => {
        ofPerson();
        ofAddress();
      })
    );
  };
}

/** `each` places for every key. */
function createPlaces(each: number) {
  const taken = new Map<string, number>();
  return {
    take(key: string): (() => void) | null {
      const before = taken.get(key) ?? 0;
      if (before >= each) return null;
      taken.set(key, before + 1);
      return () => {
        const left = (taken.get(key) ?? 1) - 1;
        if (left > 0) taken.set(key, left);
        else taken.delete(key);
      };
    },
  };
}

/** No limits: for tests that call more often than people do, and for the seed. */
export const unlimited: Limiter = { take: async () => 0, waitOf: async () => 0, holdSocket: () => () => {} };
