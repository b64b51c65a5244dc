import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SessionId, TextId } from '@bedside/shared/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from './sqlite.ts';
import { type StoreFixture, storeContract } from './store.contract.ts';
import { type Append, type Store, StoreUnavailable } from './store.ts';

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

describe('sqlite', () => {
  const sessionId = SessionId.parse('session');
  const host = { name: 'Dr Okafor', title: '' };
  const append = (after: number): Append => ({
    sessionId,
    after,
    events: [
      {
        seq: after + 1,
        at: 1,
        by: { role: 'organiser', person: null },
        fact: { type: 'session-scheduled', title: `${after}`, description: '', host, startsAt: 1 },
      },
    ],
    texts: [],
    erase: [],
    commands: [],
    summary: { id: sessionId, title: 'A', description: '', host, phase: 'scheduled', startsAt: 1, endedAt: null, answered: 0 },
  });
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
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(append(0))).rejects.toBeInstanceOf(StoreUnavailable);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.head(sessionId)).toBe(0);
    expect(await store.append(append(0))).toEqual({ ok: true });
  });

  it('rejects what is asked after it was closed', async () => {
    await store.close();
    await expect(store.head(sessionId)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('[A9] finds the first event that somebody altered, moved or removed', async () => {
    for (let after = 0; after < 5; after++) await store.append(append(after));
    const other = new DatabaseSync(file);
    const original = other.prepare('SELECT * FROM events WHERE seq = 3').get();
    const attempts = [
      `UPDATE events SET event = replace(event, '"title":"2"', '"title":"x"') WHERE seq = 3`,
      `UPDATE events SET event = replace(event, '"seq":3', '"seq":4') WHERE seq = 3`,
      `UPDATE events SET event = 'x' WHERE seq = 3`,
      `DELETE FROM events WHERE seq = 3`,
    ];
    for (const attempt of attempts) {
      other.exec(attempt);
      expect([attempt, await store.verifyChain(sessionId)]).toEqual([attempt, 3]);
      other
        .prepare('INSERT OR REPLACE INTO events (session_id, seq, event, chain) VALUES (?, 3, ?, ?)')
        .run(sessionId, original?.['event'] ?? null, original?.['chain'] ?? null);
      expect(await store.verifyChain(sessionId)).toBeNull();
    }
    other.close();
  });

  it('[A9] leaves no trace of an erased text in its files', async () => {
    const id = TextId.parse('text-1');
    await store.append({ ...append(0), texts: [{ id, salt: 'salt', body: 'a most private matter' }] });
    const everything = async () => `${await readFile(file, 'latin1')}${await readFile(`${file}-wal`, 'latin1')}`;
    expect(await everything()).toContain('a most private matter');
    await store.append({ ...append(1), erase: [id] });
    expect(await everything()).not.toContain('a most private matter');
  });

  it('refuses a file that a newer program wrote', async () => {
    await store.close();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA user_version = 999');
    other.close();
    await expect(openSqliteStore(file)).rejects.toThrow('newer version');
  });
});
