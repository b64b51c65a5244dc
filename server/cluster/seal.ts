import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Milliseconds that two nodes' clocks may differ, and for which a sealed message may be presented. */
const FRESH_MS = 30_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const Envelope = z.strictObject({ at: z.int(), body: z.unknown() });

export type Seal = {
  /** JSON of `body`, encrypted and authenticated, base64url. `context` is what it is about: it opens in no other. */
  seal(context: string, body: unknown): string;
  /** Null for what was not sealed by a holder of the keys in this context, is too old, or was presented before. */
  open(context: string, text: string): { body: unknown } | null;
};

/**
 * What nodes say to each other: AES-256-GCM (NIST SP 800-38D) with random nonces, by the first key; any of the keys
 * opens, so that they can be changed one node after the other. `keys` are of 32 bytes each.
 */
export function createSeal(keys: readonly Uint8Array[], now: () => number): Seal {
  /** Nonces presented lately, and when: nothing opens twice. */
  const presented = new Map<string, number>();

  function firstTime(nonce: string): boolean {
    const limit = now() - 2 * FRESH_MS;
    // In the order of presentation, so that what is to be forgotten comes first.
    for (const [known, at] of presented) {
      if (at > limit) break;
      presented.delete(known);
    }
    if (presented.has(nonce)) return false;
    presented.set(nonce, now());
    return true;
  }

  function decrypt(context: string, sealed: Buffer): unknown {
    for (const key of keys) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
        decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString());
      } catch {
        // Another key's, or nobody's.
      }
    }
    return null;
  }

  return {
    seal(context, body) {
      const [key] = keys;
      if (!key) throw new Error('there is no key to seal with');
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(JSON.stringify({ at: now(), body })), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(context, text) {
      const sealed = Buffer.from(text, 'base64url');
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const envelope = Envelope.safeParse(decrypt(context, sealed));
      if (!envelope.success || Math.abs(now() - envelope.data.at) > FRESH_MS) return null;
      if (!firstTime(sealed.toString('base64url', 0, NONCE_BYTES))) return null;
      return { body: envelope.data.body };
    },
  };
}
