import { lookup } from 'node:dns/promises';
import { createMemoryLimiter, type Limiter } from './auth/limiter.ts';
import { deriveKeys, type Secrets } from './auth/secrets.ts';
import { createNodeCalls, type NodeLink } from './cluster/calls.ts';
import type { Cluster } from './cluster/cluster.ts';
import { localCluster } from './cluster/local.ts';
import { createSeal } from './cluster/seal.ts';
import { type Env, StartError } from './env.ts';
import { errorFields, type Log } from './log.ts';
import type { Media } from './media/media.ts';
import { createSfu } from './media/sfu.ts';

export type Nodes = { cluster: Cluster; limiter: Limiter; /** Null where the node runs alone. */ link: NodeLink | null };

/** Alone, or with the nodes that share a Redis. Throws `StartError`. */
export async function openNodes(env: Env, log: Log, secrets: Secrets): Promise<Nodes> {
  if (!env.cluster) return { cluster: localCluster(), limiter: createMemoryLimiter(), link: null };
  const { nodeUrl, nodePort: port } = env.cluster;
  const address = await addressOf(nodeUrl);
  // A node alone needs no client of Redis, which is most of all that a start would load.
  const [{ openRedisCluster }, { createRedisLimiter }] = await Promise.all([
    import('./cluster/redis.ts'),
    import('./auth/limiter-redis.ts'),
  ]);
  try {
    const cluster = await openRedisCluster({ url: env.cluster.redisUrl, warn: (message) => log.warn({}, message) });
    const limiter = createRedisLimiter({ link: cluster.link, key: deriveKeys(secrets, 'limiter')[0] });
    const seal = createSeal(deriveKeys(secrets, 'cluster sealing'), Date.now);
    const calls = createNodeCalls({ cluster, seal, onError: (error) => log.error(errorFields(error), 'a call of another node failed') });
    return { cluster, limiter, link: { calls, address, port } };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    // Of the URL only what is neither a user nor a password.
    throw new StartError(`Redis at ${new URL(env.cluster.redisUrl).host} can't be used: ${why}. Start it, or mend REDIS_URL.`);
  }
}

/** Starts the workers. Throws `StartError`. */
export async function openMedia(env: Env, log: Log, { cluster, link }: Nodes): Promise<Media> {
  try {
    return await createSfu({
      announcedAddresses: env.announcedAddresses,
      rtcPortBase: env.rtcPortBase,
      workers: env.mediaWorkers,
      self: cluster.self,
      pipes: link && { ...link, ports: env.pipePorts },
      logLevel: 'none',
      warn: (message) => log.warn({}, message),
    });
  } catch (error) {
    // Its errors are sentences for the operator.
    throw new StartError(error instanceof Error ? error.message : 'The video server did not start.');
  }
}

/** Pipes are connected by address: that of this node's own name. */
async function addressOf(nodeUrl: string): Promise<string> {
  const { hostname } = new URL(nodeUrl);
  try {
    return (await lookup(hostname.replace(/^\[|\]$/g, ''))).address;
  } catch {
    throw new StartError(
      `NODE_URL names ${hostname}, which has no address here. Name the address at which the other nodes reach this one.`,
    );
  }
}
