import { CommandId } from './ids.ts';

/** 128 random bits as 22 characters of base64url. Works without HTTPS, where `crypto.randomUUID` does not. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * For a new command: milliseconds since 1970 in base 36, then 128 random bits, as in UUID version 7 (RFC 9562 section 5.7).
 * Commands of one moment so lie together in a database's index: with ids in no order, each vote costs a page of its own.
 */
export const newCommandId = (): CommandId => CommandId.parse(`${Date.now().toString(36).padStart(9, '0')}${randomId()}`);
