import { Pool, type PoolClient } from 'pg';
import type * as z from 'zod';
import { codeOf, failureOf, mayBeTriedAgain, refusal } from './postgres-errors.ts';
import { StoreUnavailable } from './store.ts';

type Value = string | number | null | Uint8Array;

/** Sends at once, behind whatever was sent before, and resolves with the parsed rows. Prepares once a connection. */
export type Ask = <T extends z.ZodType>(text: string, values: readonly (Value | readonly Value[])[], shape: T) => Promise<z.infer<T>[]>;

export type Connections = {
  /**
   * Runs `work` on one connection, again after a deadlock. Rejects with `StoreUnavailable` where the server or the way
   * to it refused, or `timeoutMs` have passed; then what was asked may or may not have been done.
   */
  run<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Ends when all that runs has ended; what is asked afterwards is refused. */
  close(): Promise<void>;
};

const TRIES = 3;

// An acked event must survive a crash of the server whatever its default is. Stricter or knowingly chosen levels
// (remote_apply, remote_write, local: they differ in what standbys have) stay; set in the session, they outlive a reload.
const DURABLE = `SELECT set_config('synchronous_commit', CASE level WHEN 'off' THEN 'on' ELSE level END, false)
  FROM current_setting('synchronous_commit') AS level`;

/** Connects when something is asked, not before. */
export function createConnections(url: string, { timeoutMs, most }: { timeoutMs: number; most: number }): Connections {
  const pool = new Pool({
    connectionString: url,
    fallback_application_name: 'bedside',
    max: most,
    // Statements that do not wait for each other's answers share a round trip.
    pipeline: true,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    // A node that stops or is cut off within a transaction must not hold up a session's other writers for longer.
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
    keepAlive: true,
    allowExitOnIdle: true,
    verify: (client, done) => client.query(DURABLE, (error: Error | undefined) => done(error)),
  });
  // Connections that end while nobody uses them, and after they have failed somebody: the next question tells.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  let closed: Promise<void> | null = null;

  async function attempt<T>(work: (ask: Ask) => Promise<T>, deadline: AbortSignal): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => Promise.reject(failureOf(error)));
    const giveUp = () => client.connection.stream.destroy();
    deadline.addEventListener('abort', giveUp);
    let failed = true;
    try {
      if (deadline.aborted) throw refusal(null, 'timeout');
      const result = await work(asker(client));
      failed = false;
      return result;
    } finally {
      deadline.removeEventListener('abort', giveUp);
      // One that failed may be within a transaction, or half-way through an answer.
      client.release(failed);
    }
  }

  return {
    async run(work) {
      const controller = new AbortController();
      const { promise: late, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => {
        reject(refusal(null, 'timeout'));
        controller.abort();
      }, timeoutMs);
      try {
        for (let tries = 1; ; tries++) {
          if (closed) throw new StoreUnavailable('the database is closed');
          try {
            return await Promise.race([attempt(work, controller.signal), late]);
          } catch (error) {
            if (!mayBeTriedAgain(error)) throw error;
            if (tries === TRIES) throw refusal(error, codeOf(error));
          }
        }
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => (closed ??= pool.end()),
  };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `bedside_${names.size}`));
  return name;
}

function asker(client: PoolClient): Ask {
  return async (text, values, shape) => {
    const query = { name: nameOf(text), text, values: [...values] };
    const { rows } = await client.query<Record<string, unknown>>(query).catch((error: unknown) => Promise.reject(failureOf(error)));
    return rows.map((row) => shape.parse(row));
  };
}

/** Awaits all of what was sent together, and rejects with what the first to fail did: those after it only say so. */
export async function together<T extends readonly unknown[]>(asked: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
