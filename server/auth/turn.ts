import { createHmac, randomBytes } from 'node:crypto';
import { limits } from '@bedside/shared/limits.ts';
import type { IceServer } from '@bedside/shared/rtp.ts';
import type { Env } from '../env.ts';

/** Random bytes in a username, enough that no two are the same: a TURN server's quotas count by it. */
const ID_BYTES = 12;

/**
 * A time-limited credential as coturn's `use-auth-secret` takes it, after draft-uberti-behave-turn-rest-00 section 2.2: the username
 * is the second since 1970 at which it runs out, a colon and `id`; the password is Base64 of HMAC-SHA1 over that under `secret`.
 */
export function turnCredential(secret: string, expiry: number, id: string): { username: string; credential: string } {
  const username = `${expiry}:${id}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/**
 * What a browser is told for one transport (rule N2). The username is new each time and names nobody, so that a TURN server's
 * log, which has it beside an address, can't be laid beside ours. `now`: milliseconds since 1970.
 */
export function createIceServers(turn: Env['turn'], now: () => number): () => IceServer[] {
  if (turn === null) return () => [];
  const { urls, secret } = turn;
  const stun = urls.filter((url) => url.startsWith('stun'));
  const relays = urls.filter((url) => !stun.includes(url));
  return () => [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(secret === null
      ? []
      : [
          {
            urls: relays,
            ...turnCredential(secret, Math.floor(now() / 1000) + limits.turnSeconds, randomBytes(ID_BYTES).toString('base64url')),
          },
        ]),
  ];
}
