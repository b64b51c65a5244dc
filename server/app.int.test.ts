import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CommandId, SessionId } from '@bedside/shared/ids.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localCluster } from './cluster/local.ts';
import { createSessions } from './sessions.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { type Store, StoreUnavailable } from './store/store.ts';
import { type Harness, newId, startApp } from './testing/harness.ts';
import { aNode, cast } from './testing/play.ts';

let directory: string;
let store: Store;
let harness: Harness | null = null;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bedside-app-'));
  store = await openSqliteStore(join(directory, 'bedside.db'));
});
afterEach(async () => {
  await harness?.close();
  harness = null;
  await rm(directory, { recursive: true });
});

/** Sessions that are live, with a stream on stage, as a node that was killed leaves them. */
async function leftLive(...names: string[]): Promise<SessionId[]> {
  const sessions = createSessions({ store, cluster: localCluster(), now: Date.now, newId });
  const ids = names.map((name) => SessionId.parse(name));
  const command = { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 } as const;
  const next = () => CommandId.parse(newId());
  for (const id of ids) {
    await sessions.schedule(cast.organiser, next(), command, id);
    await sessions.execute(id, cast.host, next(), { type: 'go-live' });
    await sessions.execute(id, cast.system, next(), { type: 'start-stream', tracks: ['camera'], node: aNode });
  }
  await sessions.close();
  return ids;
}

it('[O2] starts though a session is damaged, names it in the log, and serves the others', async () => {
  const [first, second, whole] = await leftLive('damaged-log', 'damaged-summary', 'whole-session');
  if (!first || !second || !whole) throw new Error('no sessions');
  const other = new DatabaseSync(join(directory, 'bedside.db'), { timeout: 5000 });
  other.exec(`UPDATE events SET event = replace(event, 'stream-started', 'no-such-fact') WHERE session_id = '${first}'`);
  other.exec(`UPDATE sessions SET summary = '{}' WHERE id = '${second}'`);
  other.close();
  harness = await startApp({ store });
  expect((await harness.app.sessions.open(whole))?.state.stream.status).toBe('lost');
  expect(harness.lines.filter((line) => line.includes('can not be opened'))).toEqual([expect.stringContaining(`"session":"${first}"`)]);
  const viewer = await harness.join(whole, 'viewer');
  expect(viewer.view().session.phase).toBe('live');
});

it('[O1] a database that refuses is told by /healthz and in the log, without what was written', async () => {
  const [id] = await leftLive('a-session');
  if (!id) throw new Error('no session');
  let [refusing, readsAll, recorded] = [false, false, false];
  const ask = { type: 'submit-question', text: 'Shall I rest?' } as const;
  const refused = <T>(work: () => Promise<T>) =>
    refusing ? Promise.reject(new StoreUnavailable('A very private sentence', 'SQLITE_FULL 13')) : work();
  harness = await startApp({
    store: {
      ...store,
      head: (...args) => (readsAll ? store.head(...args) : refused(() => store.head(...args))),
      append: async (append) => {
        const before = append.commands.map((command) => ({ ...command, answer: { seq: 7 } }));
        return recorded ? { ok: false, conflict: 'command', recorded: before } : refused(() => store.append(append));
      },
    },
  });
  const viewer = await harness.join(id, 'viewer');
  const healthz = async () => {
    const response = await fetch(`${harness?.url}/healthz`);
    return [response.status, await response.json()];
  };
  expect(await healthz()).toEqual([200, { ok: true }]);
  refusing = true;
  // What was read a moment ago is told to all who ask meanwhile.
  await expect.poll(healthz).toMatchObject([503, { ok: false }]);
  for (let round = 0; round < 3; round++) {
    const answer = await harness.app.sessions.execute(id, cast.ann, CommandId.parse(newId()), ask);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  }
  const told = harness.lines.filter((line) => line.includes('SQLITE_FULL'));
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain('private');
  // A disk that is full still reads, also that a command was carried out before.
  readsAll = true;
  expect(await healthz()).toMatchObject([503, { ok: false }]);
  recorded = true;
  expect(await harness.app.sessions.execute(id, cast.ann, CommandId.parse(newId()), ask)).toMatchObject({ ok: true, seq: 7 });
  [refusing, recorded] = [false, false];
  expect(await healthz()).toMatchObject([503, { ok: false }]);
  expect(await harness.app.sessions.execute(id, cast.ann, CommandId.parse(newId()), ask)).toMatchObject({ ok: true });
  await expect.poll(healthz).toEqual([200, { ok: true }]);
  viewer.close();
});
