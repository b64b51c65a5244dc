import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandId, PersonId, type SessionId } from '@bedside/shared/ids.ts';
import { createInvites } from '../../server/auth/invites.ts';
import { loadSecrets } from '../../server/auth/secrets.ts';
import { localCluster } from '../../server/cluster/local.ts';
import { createSessions } from '../../server/sessions.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import type { SessionRole } from '@bedside/shared/roles.ts';
import type { Store } from '../../server/store/store.ts';
import { type Person, visit } from '../../server/testing/client.ts';
import { freePort, freePorts } from '../../server/testing/free-port.ts';
import { type PostgresServer, startPostgres } from '../../server/testing/postgres.ts';
import { type RedisServer, startRedis } from '../../server/testing/redis.ts';
import { type ClusterNode, createNode, type NodeOptions } from '../cluster/node.ts';
import { createRecorder, type Recorder } from './history.ts';

/** Real nodes on one real Postgres and one real Redis, with one session that is live. */
export type World = {
  nodes: readonly ClusterNode[];
  postgres: PostgresServer;
  redis: RedisServer;
  /** Ours, beside the nodes'. */
  store: Store;
  sessionId: SessionId;
  secretsFile: string;
  /** The media ports of each node, by number: each of its workers has one, from this on. */
  rtcPorts: readonly number[];
  recorder: Recorder;
  /** Somebody who has that role, at a node. */
  person(role: SessionRole | 'viewer', node: ClusterNode): Promise<Person>;
  close(): Promise<void>;
};

export type WorldOptions = {
  nodes: number;
  /** Media workers of each; one by default. */
  workers?: number;
  /** How the node of this number runs, from 0. */
  node?: (index: number) => NodeOptions & { settings?: Record<string, string> };
  settings?: Record<string, string>;
  /** By which URL nodes reach what listens on this machine's loopback; by default by that one. */
  reach?: (what: 'postgres' | 'redis', url: string) => Promise<string>;
};

/** All of it in a temporary directory, and gone when it is closed. */
export async function startWorld({
  nodes: count,
  workers = 1,
  node: how = () => ({}),
  settings = {},
  reach = async (_, url) => url,
}: WorldOptions): Promise<World> {
  const stopping = new AbortController();
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    stopping.abort();
    const failed: unknown[] = [];
    for (const one of closing.splice(0).toReversed()) await one().catch((error: unknown) => void failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, `not all of it could be closed: ${failed.join(', ')}`);
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), 'bedside-chaos-'));
    const remove = () => rmSync(directory, { recursive: true, force: true });
    process.once('exit', remove);
    closing.push(async () => {
      process.off('exit', remove);
      remove();
    });
    const [postgres, redis] = await Promise.all([startPostgres({ fsync: 'on' }), startRedis()]);
    closing.push(() => postgres.close());
    closing.push(() => redis.close());
    const { url: databaseUrl } = await postgres.createDatabase();
    const store = await openPostgresStore(databaseUrl);
    closing.push(() => store.close());
    const secretsFile = join(directory, 'secrets.json');
    loadSecrets(secretsFile);
    const sessionId = await schedule(store);

    const [nodesDatabaseUrl, nodesRedisUrl] = [await reach('postgres', databaseUrl), await reach('redis', redis.url)];
    const nodes: ClusterNode[] = [];
    const rtcPorts: number[] = [];
    closing.push(() => Promise.all(nodes.map((node) => node.stop())));
    for (let index = 0; index < count; index++) {
      const own = how(index);
      const rtcPort = await freePorts(workers);
      rtcPorts.push(rtcPort);
      const given = {
        DATABASE_URL: nodesDatabaseUrl,
        REDIS_URL: nodesRedisUrl,
        SECRETS_FILE: secretsFile,
        DATA_DIR: directory,
        RTC_PORT_BASE: String(rtcPort),
        MEDIA_WORKERS: String(workers),
        ANNOUNCED_ADDRESS: '127.0.0.1',
        LOG_LEVEL: 'warn',
        ...settings,
        ...own.settings,
      };
      nodes.push(createNode(await freePort(), await freePort(), given, stopping.signal, own));
    }
    await Promise.all(nodes.map((node) => node.start()));

    const invites = createInvites({ store, now: Date.now });
    return {
      nodes,
      postgres,
      redis,
      store,
      sessionId,
      secretsFile,
      rtcPorts,
      recorder: createRecorder(() => performance.now()),
      async person(role, { url }) {
        const person = await visit(url);
        if (role !== 'viewer') await person.takeInvite(await invites.staffLink(url, sessionId, role));
        return person;
      },
      close,
    };
  } catch (error) {
    // What came first says more than what could not be closed because of it.
    await close().catch(() => {});
    throw error;
  }
}

/** A session that is live, without a page. */
async function schedule(store: Store): Promise<SessionId> {
  const sessions = createSessions({ store, cluster: localCluster(), now: Date.now, newId: () => crypto.randomUUID() });
  const person = PersonId.parse('chaos-organiser');
  const scheduled = await sessions.schedule({ role: 'organiser', person }, CommandId.parse('chaos-schedule'), {
    type: 'schedule-session',
    title: 'A session in bad weather',
    host: { name: 'Dr Storm', title: '' },
    startsAt: Date.now(),
  });
  if (!scheduled.ok) throw new Error(`not scheduled: ${scheduled.error.code}`);
  await sessions.close();
  return scheduled.sessionId;
}

/** Who a cookie header says that its sender is: what stands before its first point (server/auth/identity.ts). */
export const personOf = ({ cookie }: Person): PersonId => PersonId.parse(/^[^=]+=([^.;]+)\./.exec(cookie())?.[1]);
