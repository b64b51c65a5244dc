import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { PersonId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { Keys } from './secrets.ts';

const DAY_S = 24 * 60 * 60;
/** A cookie older than this is issued anew on the next visit, so that a regular visitor never loses theirs. */
const REFRESH_S = 7 * DAY_S;

/** `stale`: due to be issued anew, being old or signed with a key that is no longer the first. */
export type Identity = { person: PersonId; stale: boolean };

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/**
 * Who a browser is: `person.issued.mac`, the MAC being HMAC-SHA256 over the first two (rule A1).
 * `issued` is in seconds since 1970, base 36, so that a copied cookie is not good for ever. Signed with the first key, read
 * with any (rule K1).
 */
export function createIdentities(options: { keys: Keys; secure: boolean; now: () => number }) {
  // `__Host-` makes browsers refuse a cookie that another host of the domain tried to set (RFC 6265bis section 4.1.3.2).
  const name = options.secure ? '__Host-bedside_id' : 'bedside_id';
  const seconds = () => Math.floor(options.now() / 1000);
  const mac = (key: Buffer, signed: string) => createHmac('sha256', key).update(`bedside identity 1\n${signed}`).digest('base64url');

  function cookieFor(person: PersonId): string {
    const signed = `${person}.${seconds().toString(36)}`;
    return stringifySetCookie({
      name,
      value: `${signed}.${mac(options.keys[0], signed)}`,
      httpOnly: true,
      sameSite: 'lax',
      secure: options.secure,
      path: '/',
      maxAge: limits.identityDays * DAY_S,
    });
  }

  return {
    /** A new person and the Set-Cookie header that makes a browser be them. */
    issue(): { person: PersonId; cookie: string } {
      const person = PersonId.parse(randomBytes(16).toString('base64url'));
      return { person, cookie: cookieFor(person) };
    },
    cookieFor,
    /** Who a Cookie header says its sender is; null without a cookie of ours, or with one altered or too old. */
    read(header: string | undefined): Identity | null {
      const value = header === undefined ? undefined : parseCookie(header)[name];
      const [id, issued, tag, ...rest] = value?.split('.') ?? [];
      if (id === undefined || issued === undefined || tag === undefined || rest.length > 0) return null;
      const presented = Buffer.from(tag);
      // As text: base64url has several spellings of the same bytes, and only ours is ours.
      const signer = options.keys.findIndex((key) => same(presented, Buffer.from(mac(key, `${id}.${issued}`))));
      if (signer < 0) return null;
      const person = PersonId.safeParse(id);
      const age = seconds() - Number.parseInt(issued, 36);
      if (!person.success || !(age < limits.identityDays * DAY_S)) return null;
      return { person: person.data, stale: age > REFRESH_S || signer > 0 };
    },
  };
}
export type Identities = ReturnType<typeof createIdentities>;
