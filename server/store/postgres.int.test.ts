import { CommandId, PersonId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../testing/postgres.ts';
import { append, sessionId, tampering } from './append-fixture.ts';
import { openPostgresStore } from './postgres.ts';
import { type StoreFixture, storeContract } from './store.contract.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** For nodes that are to give up: soon, and still late enough for a busy machine. */
const HASTY_MS = 2500;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

function postgresFixture(): StoreFixture {
  let database: Awaited<ReturnType<PostgresServer['createDatabase']>>;
  const another = () => openPostgresStore(database.url);
  return {
    another,
    async open() {
      database = await server.createDatabase();
      return another();
    },
    remove: () => database.drop(),
  };
}

storeContract('postgres', postgresFixture);

describe('postgres', () => {
  const elsewhere = SessionId.parse('elsewhere');
  const person = PersonId.parse('ann-ann');
  const commandId = CommandId.parse('command-1');
  let database: Awaited<ReturnType<PostgresServer['createDatabase']>>;
  let store: Store;
  /** Somebody else who writes in the database, with SQL of their own. */
  let other: Client;

  beforeEach(async () => {
    database = await server.createDatabase();
    store = await openPostgresStore(database.url);
    other = await connect();
  });
  afterEach(async () => {
    await store.close();
    await other.end();
    await database.drop();
  });

  async function connect(url = database.url): Promise<Client> {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

  it('[R7] is made ready by three nodes that open an empty database at once', async () => {
    const { url, drop } = await server.createDatabase();
    const nodes = await Promise.all(Array.from({ length: 3 }, () => openPostgresStore(url)));
    expect(await nodes[0]?.append(append(0))).toEqual({ ok: true });
    expect(await Promise.all(nodes.map((node) => node.head(sessionId)))).toEqual([1, 1, 1]);
    for (const node of nodes) await node.close();
    await drop();
  });

  it('[R7] takes appends of two nodes to one session and to many at once, each once', async () => {
    const node = await openPostgresStore(database.url);
    const write = async (by: Store, id: SessionId) => {
      for (let written = 0; written < 10;) {
        const after = await by.head(id);
        if ((await by.append(append(after, { sessionId: id }))).ok) written++;
      }
    };
    const ids = Array.from({ length: 5 }, (_, at) => SessionId.parse(`session-${at}`));
    await Promise.all(ids.flatMap((id) => [write(store, id), write(node, id)]));
    expect(await Promise.all(ids.map((id) => node.head(id)))).toEqual(ids.map(() => 20));
    expect(await Promise.all(ids.map((id) => store.verifyChain(id)))).toEqual(ids.map(() => null));
    await node.close();
  });

  it('[R7] a writer that holds one session for too long holds up no other', async () => {
    const hasty = await openPostgresStore(database.url, { timeoutMs: HASTY_MS });
    await store.append(append(0));
    await other.query(`BEGIN; SELECT FROM sessions WHERE id = '${sessionId}' FOR UPDATE`);
    const waiting = refusal(hasty.append(append(1)));
    expect(await hasty.append(append(0, { sessionId: elsewhere }))).toEqual({ ok: true });
    expect(await waiting).toBeInstanceOf(StoreUnavailable);
    await other.query('COMMIT');
    expect(await hasty.append(append(1))).toEqual({ ok: true });
    await hasty.close();
  });

  it('[R5][R7] the tables themselves are the last guard against who writes without the lock', async () => {
    await store.append(append(0));
    await other.query(`INSERT INTO events SELECT session_id, 2, event, chain FROM events`);
    expect(await store.append(append(1))).toEqual({ ok: false, conflict: 'seq' });
    await other.query(`DELETE FROM events WHERE seq = 2`);
    await other.query(`
      CREATE FUNCTION first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF pg_trigger_depth() = 1 THEN INSERT INTO commands VALUES (NEW.session_id, NEW.person, NEW.command_id, 1); END IF;
        RETURN NEW; END $$;
      CREATE TRIGGER first BEFORE INSERT ON commands FOR EACH ROW EXECUTE FUNCTION first()`);
    const commands = [{ person, commandId, answer: { seq: 2 } }];
    // What broke it was rolled back with it, so that there is no first answer to tell.
    await expect(store.append(append(1, { commands }))).rejects.toThrow('commands_once');
    await other.query(`DROP TRIGGER first ON commands`);
    expect(await store.append(append(1, { commands }))).toEqual({ ok: true });
  });

  it('tries a deadlock again', async () => {
    await other.query(`
      CREATE SEQUENCE tries MINVALUE -100 START 1;
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('tries') < 3 THEN RAISE SQLSTATE '40P01'; END IF;
        RETURN NEW; END $$;
      CREATE TRIGGER lose BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION lose()`);
    expect(await store.append(append(0))).toEqual({ ok: true });
    await other.query('ALTER SEQUENCE tries RESTART WITH -100');
    expect(await refusal(store.append(append(1)))).toMatchObject({ name: 'StoreUnavailable', code: 'PG 40P01' });
  });

  it('[O1] rejects with StoreUnavailable while the server is gone, and goes on by itself afterwards', async () => {
    await store.append(append(0));
    await server.kill();
    expect(await refusal(store.append(append(1)))).toBeInstanceOf(StoreUnavailable);
    expect(await refusal(store.head(sessionId)), '[O1]').toMatchObject({ name: 'StoreUnavailable', code: 'PG ECONNREFUSED' });
    await server.start();
    expect(await store.head(sessionId)).toBe(1);
    expect(await store.append(append(1))).toEqual({ ok: true });
  });

  it('[O1] rejects with StoreUnavailable where the server ends its connections', async () => {
    await store.append(append(0));
    // It may have been quick enough.
    const ended = store.append(append(1, { texts: [{ id: TextId.parse('text-1'), salt: 's', body: 'x' }] })).then(
      () => null,
      (error: Error) => error.name,
    );
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    expect([null, 'StoreUnavailable']).toContain(await ended);
    await vi.waitFor(async () => expect(await store.head(sessionId)).toBeGreaterThan(0));
  });

  it('[O1] rejects with StoreUnavailable where the server hangs, connected or not, and goes on when it does', async () => {
    const hasty = await openPostgresStore(database.url, { timeoutMs: HASTY_MS });
    await hasty.append(append(0));
    await server.pause();
    const hanging = Array.from({ length: 20 }, () => refusal(hasty.head(sessionId)));
    hanging.push(refusal(hasty.append(append(1))));
    for (const each of await Promise.all(hanging)) expect(each).toMatchObject({ name: 'StoreUnavailable', code: 'PG timeout' });
    expect(await refusal(openPostgresStore(database.url, { timeoutMs: HASTY_MS }))).toMatchObject({
      name: 'StoreUnavailable',
      code: 'PG timeout',
    });
    server.resume();
    await vi.waitFor(async () => expect(await hasty.head(sessionId)).toBeGreaterThan(0), { timeout: 20_000 });
    const after = await hasty.head(sessionId);
    expect(await hasty.append(append(after))).toEqual({ ok: true });
    await hasty.close();
  });

  it('[O1] rejects with StoreUnavailable where the database can only be read', async () => {
    await store.append(append(0));
    await store.close();
    await other.query(`DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET default_transaction_read_only = on'; END $$`);
    store = await openPostgresStore(database.url);
    expect(await store.head(sessionId)).toBe(1);
    expect(await refusal(store.append(append(1)))).toMatchObject({ name: 'StoreUnavailable', code: 'PG 25006' });
  });

  it('rejects what is asked after it was closed', async () => {
    await store.close();
    await expect(store.head(sessionId)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.append(append(0))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('[R1] waits for the disk, where the server by default would not', async () => {
    await store.close();
    await other.query(`DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET synchronous_commit = off'; END $$`);
    await other.query(`
      CREATE TABLE seen (level TEXT);
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO seen VALUES (current_setting('synchronous_commit'));
        RETURN NEW; END $$;
      CREATE TRIGGER see BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION see()`);
    store = await openPostgresStore(database.url);
    await store.append(append(0));
    expect((await other.query('SELECT * FROM seen')).rows).toEqual([{ level: 'on' }]);
  });

  it('[O2] lists the other sessions where one is damaged, and tells of that one once', async () => {
    await store.append(append(0));
    await store.append(append(0, { sessionId: elsewhere }));
    await other.query(`UPDATE sessions SET summary = '{"id":7}' WHERE id = 'session'`);
    const damaged: string[] = [];
    const reader = await openPostgresStore(database.url, { onDamaged: (id) => damaged.push(id) });
    for (let round = 0; round < 2; round++) expect((await reader.summaries()).map(({ id }) => id)).toEqual(['elsewhere']);
    expect(damaged).toEqual(['session']);
    await reader.close();
  });

  it('[A9][U2] finds the first event that somebody altered, moved or removed, the last included', async () => {
    for (let after = 0; after < 5; after++) await store.append(append(after));
    await other.query('CREATE TABLE kept AS SELECT * FROM events');
    for (const attempt of [...tampering, 'DELETE FROM events WHERE seq >= 3']) {
      await other.query(attempt);
      expect([attempt, await store.verifyChain(sessionId)]).toEqual([attempt, 3]);
      await other.query('DELETE FROM events; INSERT INTO events SELECT * FROM kept');
      expect(await store.verifyChain(sessionId)).toBeNull();
    }
    await other.query('UPDATE sessions SET seq = 4');
    expect(await store.verifyChain(sessionId)).toBe(5);
    await other.query(`UPDATE sessions SET seq = 5, chain = decode(repeat('00', 32), 'hex')`);
    expect(await store.verifyChain(sessionId)).toBe(5);
    await other.query('DELETE FROM events');
    expect(await store.verifyChain(sessionId)).toBe(1);
  });

  it('[A9] vacuums what an append erased', async () => {
    const id = TextId.parse('text-1');
    await store.append(append(0, { texts: [{ id, salt: 'salt', body: 'a most private matter' }] }));
    const size = async () => (await other.query<{ size: string }>(`SELECT pg_relation_size('texts') AS size`)).rows[0]?.size;
    expect(await size()).not.toBe('0');
    await store.append(append(1, { erase: [id] }));
    // Its only row is gone, and with it the table's only page.
    await vi.waitFor(async () => expect(await size()).toBe('0'), { timeout: 20_000 });
  });

  it('[R5] takes over what an older program wrote, with the answers that it gave', async () => {
    await store.append(append(0, { commands: [{ person, commandId, answer: { seq: 1 } }] }));
    // As the first version had it.
    await other.query(`ALTER TABLE commands DROP CONSTRAINT commands_once,
      ADD CONSTRAINT commands_once PRIMARY KEY (session_id, person, command_id); UPDATE schema_version SET version = 1`);
    await store.close();
    store = await openPostgresStore(database.url);
    expect(await store.commandAnswer(sessionId, person, commandId)).toEqual({ seq: 1 });
    const key = await other.query<{ key: string }>(
      `SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conname = 'commands_once'`,
    );
    expect(key.rows).toEqual([{ key: 'PRIMARY KEY (session_id, command_id, person)' }]);
  });

  it('refuses a database that a newer program wrote, or that can not hold every text', async () => {
    await other.query('UPDATE schema_version SET version = 999');
    await expect(openPostgresStore(database.url)).rejects.toThrow('newer version');
    await other.query(`CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0`);
    await expect(openPostgresStore(database.url.replace(/[^/]+$/, 'ascii'))).rejects.toThrow('its encoding is SQL_ASCII');
  });
});
