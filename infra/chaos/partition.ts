import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '@bedside/shared/limits.ts';
import type { ClusterNode } from '../cluster/node.ts';
import type { Fault } from './fault.ts';
import { startMachines, whyNoMachines } from './namespaces.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

/** In full longer than a node may be silent before others give it up (rule C3), and than a database may be before a node does. */
const CUT_MS = { short: 1200, full: 2 * (limits.nodeTtlMs + limits.nodeMarginMs) };

export const partition: Fault = {
  name: 'partition',
  title: 'a node is cut off from the others and Redis, then from Postgres too, and is back: both sides work as they can, and agree again',
  impossible: whyNoMachines,
  async run({ scale, say }) {
    const machines = await startMachines(3);
    try {
      return await underWork({
        scale,
        say,
        world: {
          nodes: 3,
          node: machines.node,
          // They are other machines.
          settings: { METRICS_TOKEN: randomBytes(16).toString('hex') },
          reach: (what, url) => machines.expose(url, what === 'postgres' ? 'database' : 'nodes'),
        },
        async fault({ nodes, store, sessionId }, workload) {
          const [, , alone] = nodes;
          if (!alone) throw new Error('there are three nodes');
          const others = nodes.filter((node) => node !== alone);
          const at = (wanted: readonly ClusterNode[]) =>
            workload.pages.filter(({ client }) => wanted.some(({ url }) => url === client.url()));
          const acks = (wanted: readonly ClusterNode[]) => at(wanted).reduce((sum, { answers }) => sum + (answers.get('ok') ?? 0), 0);
          const works = async (wanted: readonly ClusterNode[], what: string) => {
            const before = acks(wanted);
            await until(() => acks(wanted) > before, `an ack through ${what}`);
          };
          const know = (wanted: readonly ClusterNode[], count: number) =>
            until(
              async () => (await Promise.all(wanted.map((node) => node.metric('bedside_nodes')))).every((known) => known === count),
              `${count} nodes to be known`,
            );

          await machines.cut(2, 'nodes');
          say('cut off from the other nodes and Redis');
          await sleep(CUT_MS[scale]);
          await works([alone], 'the node that is cut off');
          await works(others, 'the others');
          if (scale === 'full') await know(others, 2);

          await machines.cut(2, 'database');
          say('cut off from Postgres too');
          await sleep(CUT_MS[scale]);
          await works(others, 'the others');
          if (scale === 'full')
            await until(() => at([alone]).some(({ answers }) => answers.has('unavailable')), 'the node to say that it can not');

          await machines.mend(2, 'nodes');
          await machines.mend(2, 'database');
          const mended = performance.now();
          await works([alone], 'the node that was cut off');
          const firstMs = performance.now() - mended;
          const head = await store.head(sessionId);
          // Staff are told of every event but votes at once, all others of what changes what they see.
          await until(
            () => at([alone]).every(({ client, role }) => role !== 'moderator' || client.view().seq >= head),
            'its pages to follow',
          );
          const followMs = performance.now() - mended;
          await know(nodes, 3);
          return [
            { name: 'first ack through the node that was cut off', value: firstMs, unit: 'ms' },
            { name: 'its pages show the present again, after', value: followMs, unit: 'ms', aim: { atMost: 5000 } },
            { name: 'all nodes know each other again, after', value: performance.now() - mended, unit: 'ms' },
          ];
        },
      });
    } finally {
      await machines.close();
    }
  },
};
