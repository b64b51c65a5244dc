import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { CommandId, PersonId } from '@bedside/shared/ids.ts';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../testing/postgres.ts';
import { append, sessionId } from './append-fixture.ts';
import { openPostgresStore } from './postgres.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** For nodes that are to give up: soon, and still late enough for a busy machine. */
const HASTY_MS = 2500;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

/**
 * A network between a node and Postgres. Once `losing` is set, the first answer that completes such a statement
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html, CommandComplete) is lost with its connection:
 * closed on both sides, or left open towards the server, as by a cable that is pulled.
 */
async function network(url: string) {
  const state: { losing: null | { statement: string; closes: boolean } } = { losing: null };
  const upstream = new URL(url);
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(upstream.port), upstream.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      if (!state.losing || !chunk.includes(`${state.losing.statement}\0`)) return near.write(chunk);
      near.unpipe(far);
      near.destroy();
      if (state.losing.closes) far.destroy();
      far.removeAllListeners('data').resume();
      state.losing = null;
    });
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: Object.assign(new URL(url), { port }).href,
    lose: (statement: string, { closes }: { closes: boolean }) => (state.losing = { statement, closes }),
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

let database: Awaited<ReturnType<PostgresServer['createDatabase']>>;
let between: Awaited<ReturnType<typeof network>>;
/** The first is behind that network. */
let nodes: [Store, Store];

beforeEach(async () => {
  database = await server.createDatabase();
  between = await network(database.url);
  nodes = [await openPostgresStore(between.url, { timeoutMs: HASTY_MS }), await openPostgresStore(database.url)];
});
afterEach(async () => {
  for (const node of nodes) await node.close();
  await between.close();
  await database.drop();
});

it('[R5] an append whose answer was lost while it was committed is there, and its command has a first answer', async () => {
  const record = { person: PersonId.parse('ann-ann'), commandId: CommandId.parse('command-1'), answer: { seq: 2 } };
  await nodes[0].append(append(0));
  between.lose('COMMIT', { closes: true });
  await expect(nodes[0].append(append(1, { commands: [record] }))).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await nodes[1].head(sessionId)).toBe(2);
  const again = await nodes[0].append(append(1, { commands: [record] }));
  expect(again).toEqual({ ok: false, conflict: 'command', recorded: [record] });
  expect(await nodes[1].head(sessionId)).toBe(2);
});

it('[R7] a node that is cut off while it holds a session does not hold it for long, and has written nothing', async () => {
  await nodes[0].append(append(0));
  between.lose('BEGIN', { closes: false });
  await expect(nodes[0].append(append(1))).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await nodes[1].append(append(1))).toEqual({ ok: true });
  expect(await nodes[0].append(append(2))).toEqual({ ok: true });
  expect(await nodes[0].verifyChain(sessionId)).toBeNull();
});

it('[R1] an append that waits for its standby is neither acked nor there for others, however long that takes', async () => {
  const operator = new Client({ connectionString: database.url });
  await operator.connect();
  await operator.query(`SET synchronous_commit = local`);
  const configure = async (standby: string) => {
    await operator.query(`ALTER SYSTEM SET synchronous_standby_names = '${standby}'`);
    await operator.query('SELECT pg_reload_conf()');
  };
  const node = await openPostgresStore(database.url, { timeoutMs: HASTY_MS });
  await configure('nobody');
  try {
    // The server takes note of it in its own time.
    let after = 0;
    const tried = () => node.append(append(after)).catch((error: unknown) => error);
    let last = await tried();
    for (; !(last instanceof StoreUnavailable); last = await tried()) after++;
    expect(last.code).toBe('PG timeout');
    // By then the first has waited twice as long as any statement may take: a commit is none.
    expect(await tried()).toBeInstanceOf(StoreUnavailable);
    expect(await nodes[1].head(sessionId)).toBe(after);
    await configure('');
    await vi.waitFor(async () => expect(await nodes[1].head(sessionId)).toBe(after + 1), { timeout: 20_000 });
  } finally {
    await configure('');
    await node.close();
    await operator.end();
  }
});
