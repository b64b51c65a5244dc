import type { AuditRow } from '@bedside/shared/audit.ts';
import { refuse } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { describe, expect, it, vi } from 'vitest';
import { createAuditLog, type Order, unbroken } from './audit-log.ts';

const row = (seq: number): AuditRow => ({
  seq,
  at: seq * 1000,
  role: 'system',
  actor: 'system',
  act: 'votes-cast',
  details: {},
  hash: `hash-${seq}`,
});

type FetchPage = Parameters<typeof createAuditLog>[0];

/** A server with a log of `length` events, as the route answers. */
function serverOf(length: number) {
  const server = { length, down: false };
  const fetchPage = vi.fn<FetchPage>(async (after) => {
    if (server.down) return refuse('unavailable', 'down');
    const rows = Array.from({ length: server.length }, (_, index) => row(index + 1)).slice(after, after + limits.auditRows);
    return { ok: true as const, rows, head: { seq: server.length, hash: `hash-${server.length}` } };
  });
  const log = createAuditLog(fetchPage);
  const shown = (order: Order) => unbroken(log.get(), order).map(({ seq }) => seq);
  return { server, fetchPage, log, shown };
}

describe('[U3] the audit is read page by page, and shown without gaps', () => {
  it('reads a short log by one call, for either order', async () => {
    const { log, shown, fetchPage } = serverOf(3);
    await log.begin('newest');
    await log.begin('oldest');
    await log.more('newest');
    expect(shown('newest')).toEqual([3, 2, 1]);
    expect(shown('oldest')).toEqual([1, 2, 3]);
    expect(fetchPage.mock.calls).toEqual([[0]]);
    expect(log.get()).toMatchObject({ head: { seq: 3, hash: 'hash-3' }, busy: false, failure: null });
  });

  it('reads a log without events', async () => {
    const { log, shown, fetchPage } = serverOf(0);
    await log.begin('newest');
    await log.more('newest');
    expect(shown('newest')).toEqual([]);
    expect(log.get().head).toEqual({ seq: 0, hash: 'hash-0' });
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it('begins a long log at the end that the order names, and goes on from there', async () => {
    const { log, shown } = serverOf(2500);
    await log.begin('newest');
    expect([shown('newest').at(0), shown('newest').at(-1)]).toEqual([2500, 1501]);
    expect(shown('oldest')).toHaveLength(1000);
    await log.more('newest');
    expect(shown('newest')).toHaveLength(2500);
    expect(shown('oldest')).toHaveLength(2500);
  });

  it('reads on from the oldest, and what the log got since is not mixed in', async () => {
    const { log, shown, server, fetchPage } = serverOf(1200);
    await log.begin('oldest');
    expect(shown('oldest')).toHaveLength(1000);
    server.length = 1300;
    await log.more('oldest');
    expect(shown('oldest')).toHaveLength(1200);
    expect(log.get().head?.seq).toBe(1200);
    await log.more('oldest');
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });

  it('reads all the rest at once', async () => {
    const { log, shown } = serverOf(5300);
    await log.begin('newest');
    await log.rest('newest');
    expect(shown('newest')).toHaveLength(5300);
  });

  it('a refresh brings what came since, however much', async () => {
    const { log, shown, server } = serverOf(10);
    await log.begin('newest');
    server.length = 12;
    await log.refresh('newest');
    expect(shown('newest')).toHaveLength(12);
    expect(log.get().head).toEqual({ seq: 12, hash: 'hash-12' });
    server.length = 2512;
    await log.refresh('newest');
    expect(shown('newest').at(0)).toBe(2512);
    await log.rest('newest');
    expect(shown('newest')).toHaveLength(2512);
  });

  it('keeps what it has when a call is refused, and tells why until one succeeds', async () => {
    const { log, shown, server } = serverOf(2500);
    server.down = true;
    await log.begin('newest');
    expect(log.get()).toMatchObject({ head: null, busy: false, failure: { code: 'unavailable' } });
    server.down = false;
    await log.begin('newest');
    expect(log.get().failure).toBeNull();
    server.down = true;
    await log.rest('newest');
    expect(shown('newest')).toHaveLength(1000);
    expect(log.get()).toMatchObject({ busy: false, failure: { code: 'unavailable' } });
  });

  it('calls follow each other, so that two presses read two pages and none twice', async () => {
    const { log, shown, fetchPage } = serverOf(3000);
    await Promise.all([log.begin('oldest'), log.more('oldest'), log.more('oldest')]);
    expect(shown('oldest')).toHaveLength(3000);
    expect(fetchPage.mock.calls).toEqual([[0], [1000], [2000]]);
  });

  it('goes on to the end of a log that the server lets nobody read at once', async () => {
    const { fetchPage, server } = serverOf(4500);
    const waits: number[] = [];
    let left = 2;
    const limited: FetchPage = async (after) => (left-- > 0 ? fetchPage(after) : refuse('rate-limited', 'wait', { retryAfterMs: 7000 }));
    const log = createAuditLog(limited, async (ms) => {
      expect(log.get()).toMatchObject({ waiting: true, resting: true, failure: null });
      waits.push(ms);
      left = 1;
    });
    await log.begin('newest');
    await log.rest('newest');
    expect(unbroken(log.get(), 'newest')).toHaveLength(server.length);
    expect(waits).toEqual([7000, 7000, 7000]);
    expect(log.get()).toMatchObject({ waiting: false, resting: false, busy: false, failure: null });
  });

  it('never asks at once again, however short the wait that it is told', async () => {
    const { fetchPage } = serverOf(2500);
    const waits: number[] = [];
    let refused = 0;
    const limited: FetchPage = async (after) => {
      if (after === 0 || refused === 2) return fetchPage(after);
      return refused++ === 0 ? refuse('rate-limited', 'wait', { retryAfterMs: 0 }) : refuse('rate-limited', 'wait');
    };
    const log = createAuditLog(limited, async (ms) => void waits.push(ms));
    await log.begin('oldest');
    await log.rest('oldest');
    expect(waits).toEqual([1000, 5000]);
  });

  it('stops reading all the rest when it is no longer wanted, also while it waits', async () => {
    vi.useFakeTimers();
    try {
      const { fetchPage } = serverOf(9000);
      let left = 3;
      const limited = vi.fn<FetchPage>(async (after) =>
        left-- > 0 ? fetchPage(after) : refuse('rate-limited', 'wait', { retryAfterMs: 60_000 }),
      );
      const log = createAuditLog(limited);
      await log.begin('oldest');
      const done = log.rest('oldest');
      const second = log.rest('oldest');
      await vi.advanceTimersByTimeAsync(30_000);
      expect(log.get()).toMatchObject({ waiting: true, busy: true });
      const calls = limited.mock.calls.length;
      log.stop();
      await Promise.all([done, second]);
      expect(log.get()).toMatchObject({ waiting: false, resting: false, busy: false, failure: null });
      expect(limited).toHaveBeenCalledTimes(calls);
      expect(vi.getTimerCount()).toBe(0);
      left = 99;
      await log.rest('oldest');
      expect(unbroken(log.get(), 'oldest')).toHaveLength(9000);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a single page that is refused is not waited for: its button is there', async () => {
    const { fetchPage } = serverOf(2500);
    const log = createAuditLog(async (after) => (after === 0 ? fetchPage(after) : refuse('rate-limited', 'wait', { retryAfterMs: 9000 })));
    await log.begin('oldest');
    await log.more('oldest');
    expect(log.get()).toMatchObject({ busy: false, waiting: false, failure: { code: 'rate-limited' } });
  });

  it('a server that answers nothing more is not asked for ever', async () => {
    const log = createAuditLog(async () => ({ ok: true, rows: [], head: { seq: 5, hash: 'hash-5' } }));
    await log.begin('newest');
    await log.rest('newest');
    expect(log.get().busy).toBe(false);
  });
});
