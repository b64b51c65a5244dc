import { PersonId } from '@bedside/shared/ids.ts';
import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Limiter } from './limiter.ts';

let counter = 0;
/** Who no test has had, at an address that none has had. */
export const somebody = () => {
  const n = ++counter;
  return { person: PersonId.parse(`limited-${process.pid}-${n}`), address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` };
};

/** What every implementation of `Limiter` must do. */
export function limiterContract(name: string, create: () => Limiter): void {
  describe(`limiter contract: ${name}`, () => {
    let limiter: Limiter;
    beforeEach(() => {
      limiter = create();
    });

    it('[A8] lets a person make as many calls as the limit says, then tells how long to wait', async () => {
      const caller = somebody();
      for (let i = 0; i < rateLimits.ask.person.points; i++) expect(await limiter.take('ask', caller)).toBe(0);
      for (let i = 0; i < 3; i++) {
        const wait = await limiter.take('ask', caller);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(rateLimits.ask.person.seconds * 1000);
      }
      expect(await limiter.take('ask', { ...somebody(), address: caller.address })).toBe(0);
    });

    it('[A8] counts each kind of call for itself', async () => {
      const caller = somebody();
      for (let i = 0; i <= rateLimits.ask.person.points; i++) await limiter.take('ask', caller);
      expect(await limiter.take('ask', caller)).toBeGreaterThan(0);
      expect(await limiter.take('read', caller)).toBe(0);
    });

    it('[A8] of calls at once it lets through exactly as many', async () => {
      const caller = somebody();
      const waits = await Promise.all(Array.from({ length: 40 }, () => limiter.take('invite', caller)));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(rateLimits.invite.person.points);
    });

    it('[A8] one who is over their own limit uses up nothing of what their address shares', async () => {
      const { address } = somebody();
      const { person, address: shared } = rateLimits.invite;
      const greedy = { ...somebody(), address };
      for (let i = 0; i < shared.points * 2; i++) await limiter.take('invite', greedy);
      for (let neighbour = 1; neighbour < shared.points / person.points; neighbour++) {
        const caller = { ...somebody(), address };
        for (let i = 0; i < person.points; i++) expect(await limiter.take('invite', caller)).toBe(0);
      }
      expect(await limiter.take('invite', { ...somebody(), address })).toBeGreaterThan(0);
      expect(await limiter.take('invite', { person: null, address })).toBeGreaterThan(0);
    });

    it('[A8] counts a network of one IPv6 customer as one address', async () => {
      const [first, second] = ['2001:db8:7:7::1', '2001:db8:7:7:ffff::2'].map((address) => ({ person: null, address }));
      for (let i = 0; i < rateLimits.invite.address.points; i++) await limiter.take('invite', first ?? somebody());
      expect(await limiter.take('invite', second ?? somebody())).toBeGreaterThan(0);
    });

    it('[A8] says without spending whether a person, or the address of nobody, is over the limit', async () => {
      const caller = somebody();
      const { points } = rateLimits.refused.person;
      for (let i = 0; i < points; i++) {
        expect(await limiter.waitOf('refused', caller)).toBe(0);
        expect(await limiter.take('refused', caller)).toBe(0);
      }
      expect(await limiter.waitOf('refused', caller)).toBe(0);
      expect(await limiter.take('refused', caller)).toBeGreaterThan(0);
      expect(await limiter.waitOf('refused', caller)).toBeGreaterThan(0);
      expect(await limiter.waitOf('read', caller)).toBe(0);
      expect(await limiter.waitOf('refused', { person: null, address: caller.address })).toBe(0);

      const nobody = { person: null, address: somebody().address };
      for (let i = 0; i <= rateLimits.invite.address.points; i++) await limiter.take('invite', nobody);
      expect(await limiter.waitOf('invite', nobody)).toBeGreaterThan(0);
    });

    it('[A8] has places for the open sockets of a person, and gets them back', () => {
      const caller = somebody();
      const held = Array.from({ length: limits.socketsPerPerson }, () => limiter.holdSocket(caller));
      expect(held.every((release) => release !== null)).toBe(true);
      expect(limiter.holdSocket(caller)).toBeNull();
      held[0]?.();
      expect(limiter.holdSocket(caller)).not.toBeNull();
      expect(limiter.holdSocket({ person: null, address: caller.address })).not.toBeNull();
    });
  });
}
