import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInvites } from '../../server/auth/invites.ts';
import { loadSecrets } from '../../server/auth/secrets.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { startPostgres } from '../../server/testing/postgres.ts';
import { startRedis } from '../../server/testing/redis.ts';
import { freePort, freePorts } from '../../server/testing/free-port.ts';
import { startNginx } from '../nginx/nginx.ts';
import { seed } from '../seed/seed.ts';
import { type ClusterNode, createNode } from './node.ts';
import { refuseTakenPort } from './port.ts';

export type ClusterLinks = { doctor: string; moderator: string; patient: string; organiser: string };

/** Several nodes on this machine as they would be on several: one Postgres, one Redis, nginx in front. */
export type LocalCluster = {
  url: string;
  nodes: readonly ClusterNode[];
  /** Of the seeded session. */
  links: ClusterLinks;
  close(): Promise<void>;
};

export type LocalClusterOptions = {
  nodes: number;
  /** Where nginx listens; 0 for any free port. */
  port: number;
  /** Media workers of each node. */
  workers?: number;
  drainSeconds?: number;
  /** Told what is being started. */
  tell?: (step: string) => void;
  /** Gives up starting: what was started until then is closed first. */
  signal?: AbortSignal;
};

/**
 * Everything is of this cluster's own, in a temporary directory, and gone when it is closed. Throws `StartError` where the port
 * is taken, and what `signal` was aborted with.
 */
export async function startCluster(options: LocalClusterOptions): Promise<LocalCluster> {
  const { tell = () => {}, workers = Math.min(2, availableParallelism()), drainSeconds = 30 } = options;
  if (options.port !== 0) await refuseTakenPort(options.port);
  const closed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closed.signal]) : closed.signal;
  const step = (name: string) => {
    signal.throwIfAborted();
    tell(name);
  };
  const directory = await mkdtemp(path.join(tmpdir(), 'bedside-cluster-'));
  const closing: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  const close = async () => {
    closed.abort();
    const failed: unknown[] = [];
    for (const one of closing.splice(0).toReversed()) await one().catch((error: unknown) => void failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, `not all of the cluster could be closed: ${failed.join(', ')}`);
  };
  try {
    step('Postgres');
    const postgres = await startPostgres({ fsync: 'on' });
    closing.push(() => postgres.close());
    const { url: databaseUrl } = await postgres.createDatabase();
    step('Redis');
    const redis = await startRedis();
    closing.push(() => redis.close());

    const port = options.port === 0 ? await freePort() : options.port;
    const url = `http://localhost:${port}`;
    const secretsFile = path.join(directory, 'secrets.json');
    loadSecrets(secretsFile);
    const links = await prepare(databaseUrl, url);

    step('the nodes');
    const nodes: ClusterNode[] = [];
    for (let index = 0; index < options.nodes; index++) {
      nodes.push(
        createNode(
          await freePort(),
          await freePort(),
          {
            PUBLIC_URL: url,
            DATABASE_URL: databaseUrl,
            REDIS_URL: redis.url,
            SECRETS_FILE: secretsFile,
            DATA_DIR: directory,
            RTC_PORT_BASE: String(await freePorts(workers)),
            MEDIA_WORKERS: String(workers),
            ANNOUNCED_ADDRESS: '127.0.0.1',
            TRUST_PROXY: '1',
            DRAIN_SECONDS: String(drainSeconds),
            LOG_LEVEL: 'warn',
          },
          signal,
        ),
      );
    }
    closing.push(() => Promise.all(nodes.map((node) => node.stop())));
    await Promise.all(nodes.map((node) => node.start()));

    step('nginx');
    const nginx = await startNginx(
      {
        listen: [`127.0.0.1:${port}`],
        nodes: nodes.map((node) => `127.0.0.1:${node.port}`),
        tls: null,
        directory: path.join(directory, 'nginx'),
        accessLog: null,
      },
      `${url}/healthz`,
    );
    closing.push(() => nginx.close());
    signal.throwIfAborted();
    return { url, nodes, links, close };
  } catch (error) {
    // What came first says more than what could not be closed because of it.
    await close().catch(() => {});
    throw error;
  }
}

/** The demonstration's sessions, and links to the one that is open. */
async function prepare(databaseUrl: string, url: string): Promise<ClusterLinks> {
  const store = await openPostgresStore(databaseUrl);
  try {
    const demo = await seed(store, Date.now());
    if (!demo) throw new Error('the demonstration could not be seeded');
    const invites = createInvites({ store, now: Date.now });
    return {
      doctor: await invites.staffLink(url, demo.sessionId, 'host'),
      moderator: await invites.staffLink(url, demo.sessionId, 'moderator'),
      patient: invites.viewerLink(url, demo.sessionId),
      organiser: await invites.organiserLink(url),
    };
  } finally {
    await store.close();
  }
}
