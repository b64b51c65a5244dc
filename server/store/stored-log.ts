import type { SessionId, TextId } from '@bedside/shared/ids.ts';
import type * as z from 'zod';
import { Event } from '../session/events.ts';
import { chainStart, firstBroken, type LogEnd, toBase64url } from './chain.ts';
import type { rows } from './rows.ts';
import type { Text } from './store.ts';
import { faultsOf, type TextFaults } from './texts.ts';

type StoredLink = z.infer<typeof rows.link>;

/** One session's log as it is stored, with what else of the database must agree with it. */
export type StoredLog = {
  sessionId: SessionId;
  links: StoredLink[];
  /** As the session's row knows it; null where nothing does. */
  end: LogEnd | null;
  /** The last `seq` that an answer or a snapshot was kept of. */
  reaches: number;
  /** Null where there are none beside it: a log in a file. */
  texts: { rows: Text[]; takenOut: ReadonlySet<TextId> } | null;
};

/** One moment of a log and its end in one statement, first the end; for both databases, whose parameters look different. */
export const logRows = (id: '?1' | '$1') => `SELECT 0 AS part, seq, '' AS event, chain FROM sessions WHERE id = ${id}
  UNION ALL SELECT 1, seq, event, chain FROM events WHERE session_id = ${id} ORDER BY part, seq`;

/** The last `seq` that anything else of a session knows. */
export const reachesRows = (id: '?1' | '$1') => `SELECT coalesce(max(seq), 0) AS seq FROM (
  SELECT seq FROM commands WHERE session_id = ${id} UNION ALL SELECT seq FROM snapshots WHERE session_id = ${id}) AS known`;

/** What `logRows` gave. A session without a row has no event, as far as its row knows. */
export function splitRows(sessionId: SessionId, found: readonly z.infer<typeof rows.part>[]): { links: StoredLink[]; end: LogEnd } {
  const { ends = [], links = [] } = Object.groupBy(found, ({ part }) => (part === 0 ? 'ends' : 'links'));
  return { links, end: ends[0] ?? { seq: 0, chain: chainStart(sessionId) } };
}

export type Verdict = {
  sessionId: SessionId;
  events: number;
  /** The first event that was altered, moved or removed. */
  broken: number | null;
  /** Of the last event, base64url. */
  head: string;
  /** Null where they were not looked at: there are none, or the log itself is not whole. */
  texts: TextFaults | null;
};

/** Rules U2 and B2. */
export function judge({ sessionId, links, end, reaches, texts }: StoredLog): Verdict {
  const head = toBase64url(links.at(-1)?.chain ?? chainStart(sessionId));
  const cut = links.length < reaches ? links.length + 1 : null;
  const broken = firstBroken(sessionId, links, end) ?? cut;
  const verdict: Verdict = { sessionId, events: links.length, broken, head, texts: null };
  if (broken !== null || !texts) return verdict;
  const events = links.map(({ event }) => Event.parse(JSON.parse(event)));
  const faults = faultsOf(sessionId, events, texts.rows, texts.takenOut);
  return typeof faults === 'number' ? { ...verdict, broken: faults } : { ...verdict, texts: faults };
}

export const textsAreWhole = ({ texts }: Verdict) =>
  !texts || (texts.missing.length === 0 && texts.altered.length === 0 && texts.stray === 0);

export const isWhole = (verdict: Verdict) => verdict.broken === null && textsAreWhole(verdict);
