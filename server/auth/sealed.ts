import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './secrets.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps what nobody may read but this installation: AES-256-GCM (NIST SP 800-38D) with random nonces, base64url. The first key
 * seals, any opens; what was sealed with one that was dropped (rule K3) is lost.
 */
export function createSealed([first, ...older]: Keys) {
  return {
    seal(body: string): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, nonce);
      const text = Buffer.concat([cipher.update(body), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    /** Null for what none of the keys opens. */
    open(sealed: string): string | null {
      const bytes = Buffer.from(sealed, 'base64url');
      for (const key of [first, ...older]) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
          decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
          return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
        } catch {
          // Another key's, or nobody's.
        }
      }
      return null;
    },
  };
}
export type Sealed = ReturnType<typeof createSealed>;
