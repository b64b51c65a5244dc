import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandId, PersonId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { textLength } from '@bedside/shared/text.ts';
import { localCluster } from '../../server/cluster/local.ts';
import { createSessions, type Sessions } from '../../server/sessions.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { startPostgres } from '../../server/testing/postgres.ts';
import { seed } from './seed.ts';

const now = 1_790_000_000_000;
const demo = SessionId.parse('type-2-diabetes');
let dir: string;
let store: Store;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bedside-seed-'));
  store = await openSqliteStore(join(dir, 'bedside.db'));
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

let ids = 0;
const sessionsOn = (given: Store) =>
  createSessions({ store: given, cluster: localCluster(), now: () => now, newId: () => `test-id-${ids++}` });
const open = async () => sessionsOn(store);

/** What each node that starts has of its own: a connection to the same database. */
describe.each(['sqlite', 'postgres'])('the seed by three nodes at once, on %s', (kind) => {
  it('is as by one', async () => {
    const server = kind === 'postgres' ? await startPostgres() : null;
    const { url } = (await server?.createDatabase()) ?? { url: '' };
    const nodes = await Promise.all(
      Array.from({ length: 3 }, () => (server ? openPostgresStore(url) : openSqliteStore(join(dir, 'shared.db')))),
    );
    const one = await seed(store, now);
    expect(await Promise.all(nodes.map((node, at) => seed(node, now + at)))).toEqual([one, one, one]);
    const [node] = nodes;
    const known = async (of: Store) => new Set((await of.summaries()).map(({ id, phase, answered }) => `${id} ${phase} ${answered}`));
    if (!node) throw new Error('no node');
    expect(await known(node)).toEqual(await known(store));
    const [mine, theirs] = [sessionsOn(store), sessionsOn(node)];
    const counts = async (sessions: Sessions) =>
      (await sessions.open(demo))?.view('staff').questions.map(({ text, status, votes }) => ({ text, status, votes }));
    expect(await counts(theirs)).toEqual(await counts(mine));
    await Promise.all([mine.close(), theirs.close()]);
    for (const opened of nodes) await opened.close();
    await server?.close();
  });
});

describe('the seed', () => {
  it('shows every state: one open, one to come, one over', async () => {
    expect(await seed(store, now)).toEqual({ sessionId: demo, title: 'Living with type 2 diabetes: your questions' });
    const summaries = await store.summaries();
    expect(summaries.map(({ phase }) => phase).toSorted((a, b) => a.localeCompare(b))).toEqual(['ended', 'open', 'scheduled']);
    expect(summaries.find(({ phase }) => phase === 'ended')).toMatchObject({ answered: 5 });
    const sessions = await open();
    const view = (await sessions.open(demo))?.view('staff');
    await sessions.close();
    const of = (status: string) => (view?.questions ?? []).filter((question) => question.status === status);
    expect([of('approved').length, of('pending').length, of('declined').length, of('merged').length]).toEqual([13, 6, 1, 1]);
    expect(of('pending').filter(({ redFlags }) => redFlags)).toHaveLength(1);
    expect(of('approved').filter(({ edited }) => edited)).toMatchObject([{ nameHidden: true, original: expect.any(String) }]);
    expect(new Set(of('approved').map(({ votes }) => votes)).size).toBeGreaterThan(8);
    const longest = Math.max(...of('pending').map(({ text }) => textLength(text ?? '')));
    expect(longest).toBeGreaterThan(limits.questionMax - 50);
    expect(view?.questions.every(({ askedAt }) => askedAt < now && askedAt > now - 60 * 60_000)).toBe(true);
  });

  it('changes nothing the second time', async () => {
    await seed(store, now);
    const head = await store.head(demo);
    expect(await seed(store, now + 1)).toMatchObject({ sessionId: demo });
    expect(await store.head(demo)).toBe(head);
    expect(await store.summaries()).toHaveLength(3);
  });

  it('keeps away from a database that is somebody’s own', async () => {
    const sessions = await open();
    const organiser = { role: 'organiser', person: PersonId.parse('person-1') } as const;
    const host = { name: 'Dr A', title: '' };
    await sessions.schedule(organiser, CommandId.parse('command-1'), { type: 'schedule-session', title: 'Our own', host, startsAt: now });
    await sessions.close();
    expect(await seed(store, now)).toBeNull();
    expect(await store.summaries()).toHaveLength(1);
  });

  it('makes a fresh demonstration after one was ended', async () => {
    await seed(store, now);
    const sessions = await open();
    const host = { role: 'host', person: PersonId.parse('person-1') } as const;
    await sessions.execute(demo, host, CommandId.parse('command-1'), { type: 'end-session' });
    await sessions.close();
    expect(await seed(store, now)).toMatchObject({ sessionId: 'type-2-diabetes-2' });
    expect(await seed(store, now)).toMatchObject({ sessionId: 'type-2-diabetes-2' });
    expect(await store.summaries()).toHaveLength(4);
  });

  it('finishes what a start that was cut short had begun', async () => {
    let appends = 0;
    const failing: Store = {
      ...store,
      append: (append) => (++appends > 60 ? Promise.reject(new Error('killed')) : store.append(append)),
    };
    await expect(seed(failing, now)).rejects.toThrow('killed');
    await seed(store, now);
    const sessions = await open();
    expect((await sessions.open(demo))?.state.questions.size).toBe(21);
    await sessions.close();
    expect(await store.summaries()).toHaveLength(3);
  });
});
