import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { CommandId, PersonId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { append, sessionId, tampering } from './append-fixture.ts';
import { openSqliteStore } from './sqlite.ts';
import { migrations } from './sqlite-migrations.ts';
import { type StoreFixture, storeContract } from './store.contract.ts';
import { type Store, StoreUnavailable } from './store.ts';

function sqliteFixture(): StoreFixture {
  let directory: string;
  const another = () => openSqliteStore(path.join(directory, 'bedside.db'));
  return {
    another,
    async open() {
      directory = await mkdtemp(path.join(tmpdir(), 'bedside-'));
      return another();
    },
    remove: () => rm(directory, { recursive: true }),
  };
}

storeContract('sqlite', sqliteFixture);

/** A database opened beside the store, which may be scrubbing it. */
const beside = (file: string) => new DatabaseSync(file, { timeout: 5000 });

describe('sqlite', () => {
  let directory: string;
  let file: string;
  let store: Store;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'bedside-'));
    file = path.join(directory, 'bedside.db');
    store = await openSqliteStore(file, { busyTimeoutMs: 20 });
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  it('is readable by its owner only, the write-ahead log included', async () => {
    await store.append(append(0));
    for (const name of [file, `${file}-wal`]) expect((await stat(name)).mode & 0o777).toBe(0o600);
  });

  it('rejects with StoreUnavailable while another process holds the file, writes nothing, and goes on afterwards', async () => {
    const other = beside(file);
    other.exec('BEGIN IMMEDIATE');
    const refusal = await store.append(append(0)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal, '[O1]').toMatchObject({ code: 'SQLITE_BUSY 5' });
    other.exec('ROLLBACK');
    other.close();
    expect(await store.head(sessionId)).toBe(0);
    expect(await store.append(append(0))).toEqual({ ok: true });
  });

  it('rejects what is asked after it was closed', async () => {
    await store.close();
    await expect(store.head(sessionId)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('[O1] tells when its thread has ended by itself, and rejects what was and is asked', async () => {
    const gone: unknown[] = [];
    const dying = await openSqliteStore(path.join(directory, 'dying.db'), { onGone: (error) => gone.push(error) });
    const post = vi.spyOn(Worker.prototype, 'postMessage');
    await dying.head(sessionId);
    const worker: unknown = post.mock.contexts[0];
    post.mockRestore();
    if (!(worker instanceof Worker)) throw new Error('no thread');
    const ended = worker.terminate();
    await expect(dying.append(append(0))).rejects.toBeInstanceOf(StoreUnavailable);
    await ended;
    await expect(dying.head(sessionId)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(gone).toMatchObject([{ name: 'DatabaseGone' }]);
    await dying.close();
    const closed = await openSqliteStore(path.join(directory, 'closed.db'), { onGone: (error) => gone.push(error) });
    await closed.close();
    expect(gone).toHaveLength(1);
  });

  it('[O1] ends the process with 1 when its thread has ended', async () => {
    const script = `
      import { Worker } from 'node:worker_threads';
      import { openSqliteStore } from ${JSON.stringify(new URL('sqlite.ts', import.meta.url).href)};
      const { postMessage } = Worker.prototype;
      let worker;
      Worker.prototype.postMessage = function (...args) { worker = this; return postMessage.apply(this, args); };
      const store = await openSqliteStore(${JSON.stringify(path.join(directory, 'other.db'))});
      await store.head('session');
      setTimeout(() => process.exit(0), 20_000);
      worker.terminate();`;
    await writeFile(path.join(directory, 'ends.mjs'), script);
    const child = spawn(process.execPath, [path.join(directory, 'ends.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain('DatabaseGone');
  });

  it('[O2] lists the other sessions where one is damaged, and tells of that one once', async () => {
    const damaged: string[] = [];
    await store.append(append(0));
    const elsewhere = SessionId.parse('elsewhere');
    await store.append(append(0, { sessionId: elsewhere }));
    const other = beside(file);
    other.exec(`UPDATE sessions SET summary = '{"id":7}' WHERE id = 'session'`);
    other.close();
    const reader = await openSqliteStore(file, { onDamaged: (id) => damaged.push(id) });
    for (let round = 0; round < 2; round++) expect((await reader.summaries()).map(({ id }) => id)).toEqual(['elsewhere']);
    expect(damaged).toEqual(['session']);
    await reader.close();
  });

  it('[A9][U2] finds the first event that somebody altered, moved or removed, the last included, whoever’s it was', async () => {
    for (let after = 0; after < 5; after++) await store.append(append(after));
    const other = beside(file);
    other.exec('CREATE TABLE kept AS SELECT * FROM events');
    for (const attempt of [...tampering, 'DELETE FROM events WHERE seq >= 3']) {
      other.exec(attempt);
      expect([attempt, await store.verifyChain(sessionId)]).toEqual([attempt, 3]);
      other.exec('DELETE FROM events; INSERT INTO events SELECT * FROM kept');
      expect(await store.verifyChain(sessionId)).toBeNull();
    }
    other.exec('DELETE FROM events WHERE seq = 5');
    expect(await store.verifyChain(sessionId)).toBe(5);
    other.exec('INSERT INTO events SELECT * FROM kept WHERE seq = 5; UPDATE sessions SET seq = 4');
    expect(await store.verifyChain(sessionId)).toBe(5);
    other.exec('UPDATE sessions SET seq = 5, chain = zeroblob(32)');
    expect(await store.verifyChain(sessionId)).toBe(5);
    other.close();
  });

  describe('an erased text', () => {
    const id = TextId.parse('text-1');
    const body = 'a most private matter';
    const files = async (of = file) => {
      const wal = await readFile(`${of}-wal`, 'latin1').catch(() => '');
      return `${await readFile(of, 'latin1')}${wal}`;
    };
    /** Somebody who reads as long as they like, as a backup does. */
    function reader() {
      const database = new DatabaseSync(file, { readOnly: true });
      database.exec('BEGIN; SELECT count(*) FROM events');
      return database;
    }

    it('[A9] leaves no trace in its files', async () => {
      await store.append(append(0, { texts: [{ id, salt: 'salt', body }] }));
      expect(await files()).toContain(body);
      await store.append(append(1, { erase: [id] }));
      await vi.waitFor(async () => expect(await files()).not.toContain(body));
    });

    it('[A9] keeps nobody waiting while somebody reads the file, and leaves it when they have ended', async () => {
      // So patient that whoever waited for the reader would wait until after the test.
      const patient = await openSqliteStore(file, { busyTimeoutMs: 3_600_000 });
      await patient.append(append(0, { texts: [{ id, salt: 'salt', body }] }));
      const other = reader();
      for (let after = 1; after < 4; after++) expect(await patient.append(append(after, { erase: [id] }))).toEqual({ ok: true });
      expect(await files()).toContain(body);
      other.close();
      await vi.waitFor(async () => expect(await files()).not.toContain(body), { timeout: 20_000 });
      // Other people's transactions are waited for as before.
      const writer = beside(file);
      writer.exec('BEGIN IMMEDIATE');
      const appended = patient.append(append(4));
      for (let look = 0; look < 50; look++) await store.head(sessionId);
      writer.exec('COMMIT');
      writer.close();
      expect(await appended).toEqual({ ok: true });
      await patient.close();
    });

    it('[A9] leaves them when the node closes', async () => {
      await store.append(append(0, { texts: [{ id, salt: 'salt', body }] }));
      // Keeps the file open, so that no log is taken away with its last user.
      const idle = new DatabaseSync(file, { readOnly: true });
      idle.exec('SELECT count(*) FROM events');
      const other = reader();
      await store.append(append(1, { erase: [id] }));
      other.close();
      await store.close();
      expect(await files()).not.toContain(body);
      idle.close();
    });

    it('[A9] leaves them when a node starts after one that ended before', async () => {
      await store.append(append(0, { texts: [{ id, salt: 'salt', body }] }));
      const other = reader();
      await store.append(append(1, { erase: [id] }));
      // What a crash leaves, without the reader.
      const left = path.join(directory, 'left.db');
      for (const part of ['', '-wal']) await copyFile(`${file}${part}`, `${left}${part}`);
      other.close();
      expect(await files(left)).toContain(body);
      const next = await openSqliteStore(left);
      await vi.waitFor(async () => expect(await files(left)).not.toContain(body));
      expect(await next.head(sessionId)).toBe(2);
      await next.close();
    });
  });

  it('[R5] takes over what an older program wrote, with the answers that it gave', async () => {
    const [person, commandId] = [PersonId.parse('ann-ann'), CommandId.parse('command-1')];
    await store.append(append(0, { commands: [{ person, commandId, answer: { seq: 1 } }] }));
    await store.close();
    const old = path.join(directory, 'old.db');
    const before = beside(old);
    before.exec(`${migrations[0]}; PRAGMA user_version = 1; ATTACH '${file}' AS new`);
    before.exec('INSERT INTO main.sessions SELECT id, summary FROM new.sessions');
    for (const table of ['events', 'texts']) before.exec(`INSERT INTO main.${table} SELECT * FROM new.${table}`);
    before.exec('INSERT INTO main.commands SELECT session_id, person, command_id, seq, question_id FROM new.commands');
    before.close();
    store = await openSqliteStore(old);
    expect(await store.commandAnswer(sessionId, person, commandId)).toEqual({ seq: 1 });
    expect(await store.verifyChain(sessionId)).toBeNull();
    expect(await store.append(append(1))).toEqual({ ok: true });
    expect(await store.verifyChain(sessionId)).toBeNull();
  });

  it('[U2] takes over what an older program wrote of a log, its end included as far as anything knows it', async () => {
    for (let after = 0; after < 3; after++) await store.append(append(after));
    await store.saveSnapshot(sessionId, 3, {});
    await store.close();
    const old = path.join(directory, 'old.db');
    const before = beside(old);
    before.exec(`${migrations.slice(0, 2).join(';')}; PRAGMA user_version = 2; ATTACH '${file}' AS new`);
    before.exec('INSERT INTO main.sessions SELECT id, summary FROM new.sessions');
    for (const table of ['events', 'snapshots']) before.exec(`INSERT INTO main.${table} SELECT * FROM new.${table}`);
    before.exec('DELETE FROM events WHERE seq = 3');
    before.close();
    store = await openSqliteStore(old);
    expect(await store.verifyChain(sessionId)).toBe(3);
    // Nor is what was cut off written anew, as if it had never been.
    expect(await store.append(append(2))).toEqual({ ok: false, conflict: 'seq' });
  });

  it('refuses a file that a newer program wrote', async () => {
    await store.close();
    const other = beside(file);
    other.exec('PRAGMA user_version = 999');
    other.close();
    await expect(openSqliteStore(file)).rejects.toThrow('newer version');
  });
});
