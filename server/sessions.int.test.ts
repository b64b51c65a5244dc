import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommandId, PersonId } from '@bedside/shared/ids.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { localBus } from './cluster/local.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { openPostgresStore } from './store/postgres.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { cast, sessionId } from './testing/play.ts';
import { type PostgresServer, startPostgres } from './testing/postgres.ts';

const newId = () => randomBytes(16).toString('base64url');
const newCommandId = () => CommandId.parse(newId());

let directory: string;
let server: PostgresServer;
const closing: (() => Promise<void>)[] = [];

/** How a node opens the one database of a test. */
const databases: Record<string, () => Promise<() => Promise<Store>>> = {
  sqlite: async () => () => openSqliteStore(path.join(directory, 'bedside.db')),
  async postgres() {
    const { url, drop } = await server.createDatabase();
    closing.push(drop);
    return () => openPostgresStore(url);
  },
};

async function createNode(bus: ReturnType<typeof localBus>, open: () => Promise<Store>): Promise<Sessions> {
  const store = await open();
  const sessions = createSessions({ store, cluster: bus.join(), now: Date.now, newId });
  closing.push(() => sessions.close().then(() => store.close()));
  return sessions;
}

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'bedside-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await rm(directory, { recursive: true });
});

it.each(Object.entries(databases))(
  '[R7][V1] two nodes on one database (%s) take questions and votes at once, and agree, also after a restart',
  async (_, database) => {
    const bus = localBus();
    const open = await database();
    const nodes = await Promise.all([createNode(bus, open), createNode(bus, open)]);
    const on = (at: number) => nodes[at % 2] ?? nodes[0];
    const plan = { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 } as const;
    await on(0).schedule(cast.organiser, newCommandId(), plan, sessionId);
    await on(0).execute(sessionId, cast.host, newCommandId(), { type: 'go-live' });

    const people = Array.from({ length: 8 }, () => ({ role: 'viewer' as const, person: PersonId.parse(newId()) }));
    const asked = await Promise.all(
      people.map((by, at) => on(at).execute(sessionId, by, newCommandId(), { type: 'submit-question', text: `Question ${at}?` })),
    );
    const ids = asked.flatMap((answer) => (answer.ok && answer.questionId ? [answer.questionId] : []));
    expect(ids).toHaveLength(8);
    const approved = await Promise.all(
      ids.map((questionId, at) => on(at).execute(sessionId, cast.moderator, newCommandId(), { type: 'approve-question', questionId })),
    );
    expect(approved.filter((answer) => !answer.ok)).toEqual([]);
    const votes = await Promise.all(
      ids.flatMap((questionId, at) =>
        people.map((by) => on(at).execute(sessionId, by, newCommandId(), { type: 'cast-vote', questionId, on: true })),
      ),
    );
    expect(votes.filter((answer) => !answer.ok)).toEqual([]);

    const fresh = await createNode(bus, open);
    const views = await Promise.all(
      [...nodes, fresh].map(async (node) => {
        await node.catchUp(sessionId);
        return (await node.open(sessionId))?.view('public');
      }),
    );
    expect(views[0]?.questions.map((row) => row.votes)).toEqual(ids.map(() => 8));
    expect(views[1]).toEqual(views[0]);
    expect(views[2]).toEqual(views[0]);
  },
);
