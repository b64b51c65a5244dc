import { afterAll, beforeAll } from 'vitest';
import { type RedisServer, startRedis } from '../testing/redis.ts';
import { clusterContract } from './cluster.contract.ts';
import { openRedisCluster } from './redis.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

/** Silence is judged sooner than in the product. */
const times = { heartbeatMs: 100, nodeTtlMs: 800, nodeMarginMs: 400 };

let database = 0;
clusterContract('on Redis', async () => {
  const url = `${redis.url}/${database++}`;
  return { join: () => openRedisCluster({ url, warn: () => {}, times }), remove: async () => {} };
});
