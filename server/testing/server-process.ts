import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { limits } from '@bedside/shared/limits.ts';
import * as z from 'zod';
import { createApp } from '../app.ts';
import { createMemoryLimiter, unlimited } from '../auth/limiter.ts';
import { createRedisLimiter } from '../auth/limiter-redis.ts';
import { loadSecrets } from '../auth/secrets.ts';
import { localCluster } from '../cluster/local.ts';
import { openRedisCluster } from '../cluster/redis.ts';
import { readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { createFakeMedia } from '../media/fake.ts';
import { openSqliteStore } from '../store/sqlite.ts';

const ms = z.number().positive();
const Patience = z.object({ headersMs: ms, requestMs: ms, idleMs: ms, connectMs: ms, pingIntervalMs: ms, pingTimeoutMs: ms });

// A node with fake media in a process of its own, to be killed. Its first line tells where it is and how to get in.
const env = readEnv(process.env);
const secrets = loadSecrets(env.secretsFile);
const store = await openSqliteStore(join(env.dataDir, 'bedside.db'));
const log = createLog({ logLevel: 'silent' });
// Not by its own name: the product wants Postgres with it.
const redisUrl = process.env.REDIS_FOR_TESTS;
const redis = redisUrl === undefined ? null : await openRedisCluster({ url: redisUrl, warn: () => {} });
const alone = process.env.LIMITS_FOR_TESTS === undefined ? unlimited : createMemoryLimiter();
const limiter = redis ? createRedisLimiter({ link: redis.link, key: Buffer.alloc(32) }) : alone;
// The product's own is longer than a test is.
const patience = process.env.PATIENCE_FOR_TESTS === undefined ? limits : Patience.parse(JSON.parse(process.env.PATIENCE_FOR_TESTS));
const app = await createApp({ patience, env, log, secrets, store, media: createFakeMedia(), cluster: redis ?? localCluster(), limiter });
process.stdout.write(
  `${JSON.stringify({ url: app.url, port: app.port, pid: process.pid, organiser: await app.invites.organiserLink(app.url) })}\n`,
);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
// For whoever measures what is kept, and not what is not yet collected.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
process.on('SIGUSR2', () => {
  if (typeof collect === 'function') Reflect.apply(collect, null, []);
});
// Not left behind by a test run that was itself killed.
process.stdin.resume().on('end', () => process.exit(1));
