import { createHash } from 'node:crypto';
import type { SessionId } from '@bedside/shared/ids.ts';
import { Event } from '../session/events.ts';

/**
 * JSON with sorted keys and no spaces: RFC 8785 for what events hold (strings, integers, booleans, null, and no key that
 * looks like a number). Sorted first and written in one go, since 2,000 votes are one event.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

/** What the first event's link hangs on, so that one session's log can't stand in for another's. */
export function chainStart(sessionId: SessionId): Uint8Array {
  return createHash('sha256').update(sessionId).digest();
}

/** SHA-256 of the link before and the event's canonical JSON. */
export function chainNext(before: Uint8Array, canonicalEvent: string): Uint8Array {
  return createHash('sha256').update(before).update(canonicalEvent).digest();
}

/** Where a log ends, as something else than its events knows. */
export type LogEnd = { seq: number; chain: Uint8Array };

/**
 * The `seq` of the first event that is missing, altered or out of place; null if the log is whole. `end`: where it must end,
 * null where nothing tells.
 */
export function firstBroken(
  sessionId: SessionId,
  rows: Iterable<{ seq: number; event: string; chain: Uint8Array }>,
  end: LogEnd | null,
): number | null {
  let link = chainStart(sessionId);
  let seq = 0;
  for (const row of rows) {
    seq++;
    const event = parseEvent(row.event);
    link = chainNext(link, row.event);
    if (event === null || event.seq !== seq || row.seq !== seq || canonicalJson(event) !== row.event) return seq;
    if (!Buffer.from(link).equals(row.chain)) return seq;
    if (end && seq > end.seq) return seq;
  }
  if (!end) return null;
  if (seq < end.seq) return seq + 1;
  // All of it fits together, and is not what was written: of what, only the end tells.
  return Buffer.from(link).equals(end.chain) ? null : Math.max(1, seq);
}

function parseEvent(json: string): Event | null {
  try {
    return Event.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

export const toBase64url = (link: Uint8Array): string => Buffer.from(link).toString('base64url');
