import type { AuditRow } from '@bedside/shared/audit.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { createAuditor } from '../session/audit.ts';
import type { Event } from '../session/events.ts';
import { canonicalJson, chainNext, chainStart, toBase64url } from '../store/chain.ts';
import type { Store } from '../store/store.ts';

export type Events = Pick<Store, 'events'>;

/** Events that are read at once: a log of hundreds of thousands must hold up neither the event loop nor the memory. */
export const AT_ONCE = 1000;

type Link = { seq: number; link: Uint8Array };

/**
 * Goes along a log from its start, once. What it keeps of it is who has which number and the chain's link at every thousandth
 * event: no text. Both are a function of the log up to there, and logs are only ever appended to, so that neither grows stale.
 */
export function createWalk(sessionId: SessionId) {
  const rowOf = createAuditor();
  const start = { seq: 0, link: chainStart(sessionId) };
  const marks = [start];
  let end: Link = start;

  function rowsFrom(from: Link, events: readonly Event[]): { rows: AuditRow[]; to: Link } {
    let to = from;
    const rows = events.map((event) => {
      to = { seq: event.seq, link: chainNext(to.link, canonicalJson(event)) };
      return rowOf(event, toBase64url(to.link));
    });
    return { rows, to };
  }

  return {
    end: () => end,
    /** Goes on by events that follow the end, in their order; those that it has gone by are left out. */
    take(events: readonly Event[]): AuditRow[] {
      const all: AuditRow[] = [];
      for (const event of events) {
        if (event.seq <= end.seq) continue;
        const { rows, to } = rowsFrom(end, [event]);
        all.push(...rows);
        end = to;
        if (end.seq % AT_ONCE === 0) marks.push(end);
      }
      return all;
    },
    /** The last mark at or before `seq`. */
    markBefore: (seq: number): Link => marks.findLast((mark) => mark.seq <= seq) ?? start,
    /** The rows of events that it has gone by already, which follow a mark. */
    again: (mark: Link, events: readonly Event[]): AuditRow[] =>
      rowsFrom(
        mark,
        events.filter(({ seq }) => seq <= end.seq),
      ).rows,
  };
}

/** Sessions whose walk is kept, each some ten kilobytes: more than are looked into at a time. */
const KEPT = 100;

/**
 * Pages of audits. A log is read from its start once, and from then on only what is newer and the page itself: each page from the
 * start would read a log of 100 pages 100 times.
 */
export function createAuditPages(store: Events) {
  const walks = new Map<SessionId, ReturnType<typeof createWalk>>();

  function walkOf(sessionId: SessionId) {
    const walk = walks.get(sessionId) ?? createWalk(sessionId);
    walks.delete(sessionId);
    walks.set(sessionId, walk);
    const oldest = walks.keys().next();
    if (walks.size > KEPT && !oldest.done) walks.delete(oldest.value);
    return walk;
  }

  return async function auditPage(sessionId: SessionId, after: number): Promise<RouteResult<'audit'>> {
    const walk = walkOf(sessionId);
    for (let read = AT_ONCE; read === AT_ONCE;) {
      const events = await store.events(sessionId, walk.end().seq, AT_ONCE);
      walk.take(events);
      read = events.length;
    }
    const { seq, link } = walk.end();
    const mark = walk.markBefore(after);
    const events = after < seq ? await store.events(sessionId, mark.seq, after - mark.seq + limits.auditRows) : [];
    const rows = walk.again(mark, events).filter((row) => row.seq > after && row.seq <= seq);
    return { rows, head: { seq, hash: toBase64url(link) } };
  };
}
