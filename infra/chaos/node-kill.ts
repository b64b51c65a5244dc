import { cookiesFor, startFleet } from '../fleet/fleet.ts';
import { percentile } from '../bench/figures.ts';
import type { Fault } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

const VIEWERS = { short: 30, full: 1000 };
/** Viewers that connect at the same time. */
const AT_ONCE = 50;

/** Every node once: in the short form one of two. */
const NODES = { short: 2, full: 3 };
const KILLS = { short: 1, full: 3 };

export const nodeKill: Fault = {
  name: 'node-kill',
  title: 'a node is killed while all work: its pages come back through others, and nothing acked is lost or doubled',
  async run({ scale, say }) {
    const fleet = await startFleet();
    try {
      return await underWork({
        scale,
        say,
        world: { nodes: NODES[scale], settings: { TRUST_PROXY: '1' } },
        async prepare({ nodes, sessionId, secretsFile }) {
          const urls = nodes.map(({ url }) => url);
          await fleet.ask('open', { urls, sessionId, cookies: cookiesFor(secretsFile, VIEWERS[scale]), firstAddress: 1, atOnce: AT_ONCE });
        },
        async fault({ nodes }, workload) {
          // What happened until now is not of the kills.
          await fleet.ask('figures', {});
          const back: number[] = [];
          let refused = 0;
          for (const node of nodes.toReversed().slice(0, KILLS[scale])) {
            const theirs = workload.pages.filter(({ client }) => client.url() === node.url);
            await node.kill();
            await until(
              () => theirs.every(({ client }) => client.joined() && client.url() !== node.url),
              'the pages of the killed node to be elsewhere',
            );
            await fleet.ask('settled', { seq: 0 });
            // And are told what happens now.
            const before = workload.acked();
            await until(() => workload.acked() > before, 'an ack after the kill');
            await node.start();
            await fleet.ask('settled', { seq: 0 });
            const figures = await fleet.ask('figures', {});
            if (figures.backMs.length === 0) throw new Error('no viewer was cut off');
            back.push(...figures.backMs);
            refused += Object.values(figures.refused).reduce((sum, times) => sum + times, 0);
          }
          return [
            { name: `returns, of ${VIEWERS[scale]} viewers, in ${KILLS[scale]} kills`, value: back.length, unit: '' },
            { name: 'back after, p50', value: percentile(back, 0.5), unit: 'ms' },
            { name: 'back after, p99', value: percentile(back, 0.99), unit: 'ms', aim: { atMost: 3000 } },
            { name: 'connections refused', value: refused, unit: '', aim: { atMost: 0 } },
          ];
        },
      });
    } finally {
      await fleet.close();
    }
  },
};
