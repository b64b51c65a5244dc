import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';
import type { Workload } from './workload.ts';

const AWAY_MS = { short: 3000, full: 30_000 };
/** What one node commits is at another sooner than this only where hints flow: else it waits for the watch of the log's end (rule R4). */
const HINTED_MS = 400;
/** In which hints must have begun to flow again: many times the aim. */
const HINTS_PATIENCE_MS = 60_000;

export const redisKill: Fault = {
  name: 'redis-kill',
  title: 'Redis is killed and comes back empty: commands are acked meanwhile, pages follow, and hints flow again by themselves',
  run: ({ scale, say }) =>
    underWork({
      scale,
      say,
      world: { nodes: 2 },
      async fault(world, workload) {
        const { redis, nodes } = world;
        await redis.stop();
        const before = workload.acked();
        await sleep(AWAY_MS[scale]);
        const acked = workload.acked() - before;
        if (acked === 0) throw new Error('nothing was acked without Redis');
        await redis.start();
        const back = performance.now();
        await until(
          async () => (await Promise.all(nodes.map((node) => node.metric('bedside_redis_connected')))).every((is) => is === 1),
          'all nodes to be connected',
        );
        const workOn = await workload.rest();
        await hintsFlow(workload);
        const hintsMs = performance.now() - back;
        workOn();
        for (const node of nodes) {
          const known = await node.metric('bedside_nodes');
          if (known !== nodes.length) throw new Error(`a node knows ${known} nodes`);
        }
        return [
          { name: `acked while it was gone, ${AWAY_MS[scale] / 1000} s`, value: acked, unit: '' },
          { name: 'hints between nodes again, after its return', value: hintsMs, unit: 'ms', aim: { atMost: 5000 } },
        ];
      },
    }),
};

/**
 * Rejects where that does not come to be. Resolves when three commits in a row, each of a page at one node, were soon seen by a page at another, which commits nothing
 * itself: what it loses a race to (rule R7) it would read at once.
 */
async function hintsFlow({ pages }: Workload): Promise<void> {
  const host = pages.find(({ role }) => role === 'host');
  const far = pages.find(({ role, client }) => role === 'moderator' && client.url() !== host?.client.url());
  if (!host || !far) throw new Error('no two pages are at two nodes');
  const end = performance.now() + HINTS_PATIENCE_MS;
  for (let soon = 0; soon < 3;) {
    if (performance.now() > end) throw new Error(`hints do not flow again within ${HINTS_PATIENCE_MS / 1000} s`);
    // A track that is muted and not: seen by everybody, and in nobody's way.
    const { camera } = host.client.view().session.stream.tracks;
    const answer = await host.send({ type: 'set-track', source: 'camera', muted: camera !== 'muted' });
    const acked = performance.now();
    if (!answer?.ok) throw new Error('the doctor could not mute');
    await until(() => far.client.view().seq >= answer.seq, 'the other node to follow', 10_000);
    soon = performance.now() - acked < HINTED_MS ? soon + 1 : 0;
  }
}
