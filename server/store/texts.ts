import { createHash } from 'node:crypto';
import type { SessionId, TextId } from '@bedside/shared/ids.ts';
import { erasedBy } from '../session/erased.ts';
import { type Event, textsOf } from '../session/events.ts';
import { begin, evolve } from '../session/evolve.ts';
import type { OwnedState } from '../session/state.ts';
import type { Text } from './store.ts';

/** SHA-256 of salt and body, base64url: proves a text unchanged, and says nothing once the salt is erased (rule A9). */
export function textDigest(text: Pick<Text, 'salt' | 'body'>): string {
  return createHash('sha256').update(text.salt).update(text.body).digest('base64url');
}

/** What of a log's texts is not as the log has it. By the `seq` of the events that name them. */
export type TextFaults = {
  missing: number[];
  altered: number[];
  /** How many rows no event names, or only one after which they were erased. */
  stray: number;
  /** No fault: taken out of the backup that this database was restored from, since they were erased after it (rule B3). */
  takenOut: number[];
};

/** Texts beside a log, against it. A number where the event of that `seq` can't follow those before it. */
export function faultsOf(
  sessionId: SessionId,
  events: readonly Event[],
  texts: readonly Text[],
  takenOut: ReadonlySet<TextId>,
): TextFaults | number {
  const named = namedBy(sessionId, events);
  if (typeof named === 'number') return named;
  const faults: TextFaults = { missing: [], altered: [], stray: 0, takenOut: [] };
  for (const text of texts) {
    const ref = named.get(text.id);
    if (!ref) faults.stray++;
    else if (ref.digest !== textDigest(text)) faults.altered.push(ref.seq);
    named.delete(text.id);
  }
  for (const [id, { seq }] of named) (takenOut.has(id) ? faults.takenOut : faults.missing).push(seq);
  return faults;
}

/** The texts that a log's end names, each with the event that brought it: all that are to be there, and no other. */
function namedBy(sessionId: SessionId, events: readonly Event[]): Map<TextId, { digest: string; seq: number }> | number {
  const named = new Map<TextId, { digest: string; seq: number }>();
  let state: OwnedState | null = null;
  for (const event of events) {
    try {
      if (state) {
        for (const id of erasedBy(state, event.by, event.fact)) named.delete(id);
        evolve(state, event);
      } else state = begin(sessionId, event);
    } catch {
      return event.seq;
    }
    for (const { id, digest } of textsOf(event.fact)) named.set(id, { digest, seq: event.seq });
  }
  return named;
}
