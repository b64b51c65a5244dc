import { AuditFile } from '@bedside/shared/audit.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { createAuditor } from '../server/session/audit.ts';
import { Event } from '../server/session/events.ts';
import { canonicalJson, toBase64url } from '../server/store/chain.ts';
import type { StoredLog } from '../server/store/stored-log.ts';

/** A whole log, event by event as the chain hashes it. */
const LogFile = z.object({
  format: z.literal('bedside-log-1'),
  sessionId: SessionId,
  events: z.array(z.object({ event: z.string(), hash: z.string() })),
});

/** What was taken from a log earlier, by `npm run verify` or by a moderator. Of an audit's rows also what they have too much. */
export const Taken = z.discriminatedUnion('format', [
  LogFile,
  z.object({ ...AuditFile.shape, rows: z.array(z.looseObject({ hash: z.string() })) }),
]);
export type TakenFile = z.infer<typeof Taken>;

/**
 * The first event of which the file has another hash (`log`), or the same and says something else of it (`told`); null where all
 * agree. A row is made again and compared whole: the hash in it proves nothing of what stands beside it.
 */
export function firstDifference(from: TakenFile, { links }: StoredLog): { seq: number; what: 'log' | 'told' } | null {
  const rowOf = createAuditor();
  const taken = from.format === 'bedside-log-1' ? from.events : from.rows;
  for (const [index, one] of taken.entries()) {
    const link = links[index];
    const seq = index + 1;
    const hash = link && toBase64url(link.chain);
    if (!link || one.hash !== hash) return { seq, what: 'log' };
    const event = parsed(link.event);
    if (!event) return { seq, what: 'log' };
    const stored = from.format === 'bedside-log-1' ? { event: link.event, hash } : rowOf(event, hash);
    if (canonicalJson(one) !== canonicalJson(stored)) return { seq, what: 'told' };
  }
  return null;
}

function parsed(event: string): Event | null {
  try {
    return Event.parse(JSON.parse(event));
  } catch {
    return null;
  }
}
