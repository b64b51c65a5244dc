import type { AuditRow } from '@bedside/shared/audit.ts';
import type { Ack, Failure } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { createStore } from '../../net/store.ts';

type Answer = RouteResult<'audit'>;

export type Order = 'newest' | 'oldest';

export type LogState = {
  /** What has been read, by `seq`. There may be gaps between what was read from either end. */
  rows: ReadonlyMap<number, AuditRow>;
  /** The log's end as of the first answer or the last refresh; null before. */
  head: Answer['head'] | null;
  busy: boolean;
  /** All the rest is being read, until it is there or stopped. */
  resting: boolean;
  /** The server asked to wait before it reads on. */
  waiting: boolean;
  /** Why the last call was refused; null once one succeeds. */
  failure: Failure | null;
};

/** The events from the order's end of the log on, as far as nothing is missing between them. */
export function unbroken({ rows, head }: Pick<LogState, 'rows' | 'head'>, order: Order): AuditRow[] {
  const run: AuditRow[] = [];
  const last = head?.seq ?? 0;
  for (let step = 0; step < last; step++) {
    const row = rows.get(order === 'oldest' ? 1 + step : last - step);
    if (!row) break;
    run.push(row);
  }
  return run;
}

/** The `after` of the call that makes the run longer; null where the run is the whole log. */
function nextAfter(state: LogState, order: Order): number | null {
  const last = state.head?.seq ?? 0;
  const read = unbroken(state, order).length;
  if (state.head !== null && read === last) return null;
  return order === 'oldest' ? read : Math.max(0, last - read - limits.auditRows);
}

export type AuditLog = {
  get(): LogState;
  subscribe(listener: () => void): () => void;
  /** Reads until there is something to show in this order: nothing where there is already. */
  begin(order: Order): Promise<void>;
  /** One page more. */
  more(order: Order): Promise<void>;
  /** All that is missing, as fast as the server lets, until a call is refused for another reason or `stop`. */
  rest(order: Order): Promise<void>;
  /** Ends every `rest` that was begun or asked for; what was read stays. */
  stop(): void;
  /** What came since; from then on the head is the newer one. */
  refresh(order: Order): Promise<void>;
};

/** Where the server names no time to wait, and where it names hardly any. */
const WAIT_MS = 5000;
const LEAST_MS = 1000;

/** Resolves after `ms`, or as soon as `stopped` aborts. */
type Pause = (ms: number, stopped: AbortSignal) => Promise<void>;

const pause: Pause = (ms, stopped) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopped.addEventListener('abort', end);
    if (stopped.aborted) end();
  });

/**
 * One session's audit, read from the server page by page from either end. Calls follow each other, and none rejects: what was read
 * stays when one is refused. The head does not move by itself, so that it and what is shown belong together.
 */
export function createAuditLog(fetchPage: (after: number) => Promise<Ack<Answer>>, wait: Pause = pause): AuditLog {
  const store = createStore<LogState>({ rows: new Map(), head: null, busy: false, resting: false, waiting: false, failure: null });
  let queue = Promise.resolve();
  let stopping = new AbortController();

  async function read(after: number, anew: boolean, stopped?: AbortSignal): Promise<boolean> {
    const answer = await fetchPage(after);
    const now = store.get();
    if (!answer.ok && answer.error.code === 'rate-limited' && stopped) {
      store.set({ ...now, waiting: true, failure: null });
      await wait(Math.max(answer.error.retryAfterMs ?? WAIT_MS, LEAST_MS), stopped);
      store.set({ ...store.get(), waiting: false });
      return stopped.aborted ? false : read(after, anew, stopped);
    }
    if (!answer.ok) {
      store.set({ ...now, failure: answer.error });
      return false;
    }
    const rows = new Map(now.rows);
    for (const row of answer.rows) rows.set(row.seq, row);
    store.set({ ...now, rows, head: anew || now.head === null ? answer.head : now.head, failure: null });
    return true;
  }

  /** Reads on while `wanted`; an answer that brings nothing ends it, too. Waits where it has to only if that can be stopped. */
  async function readWhile(order: Order, wanted: (shown: number) => boolean, stopped?: AbortSignal): Promise<void> {
    for (;;) {
      const { rows } = store.get();
      const after = nextAfter(store.get(), order);
      if (stopped?.aborted || after === null || !wanted(unbroken(store.get(), order).length)) return;
      if (!(await read(after, false, stopped)) || store.get().rows.size === rows.size) return;
    }
  }

  function queued(work: () => Promise<void>): Promise<void> {
    queue = queue.then(async () => {
      store.set({ ...store.get(), busy: true });
      await work();
      store.set({ ...store.get(), busy: false });
    });
    return queue;
  }

  const begin = async (order: Order) => {
    if (store.get().head === null && !(await read(0, true))) return;
    await readWhile(order, (shown) => shown === 0);
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    begin: (order) => queued(() => begin(order)),
    more: (order) =>
      queued(async () => {
        const before = unbroken(store.get(), order).length;
        await readWhile(order, (shown) => shown === before);
      }),
    rest: (order) => {
      const stopped = stopping.signal;
      return queued(async () => {
        if (stopped.aborted) return;
        store.set({ ...store.get(), resting: true });
        await readWhile(order, () => true, stopped);
        store.set({ ...store.get(), resting: false });
      });
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
    refresh: (order) =>
      queued(async () => {
        if (await read(store.get().head?.seq ?? 0, true)) await begin(order);
      }),
  };
}
