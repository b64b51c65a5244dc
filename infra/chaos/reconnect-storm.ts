import { cookiesFor, type Fleet, startFleet } from '../fleet/fleet.ts';
import type { Fault } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

const VIEWERS = { short: 200, full: 5000 };
/** As many as one process of viewers has time for. */
const PER_FLEET = 1250;
const AT_ONCE = 100;

export const reconnectStorm: Fault = {
  name: 'reconnect-storm',
  title: 'a server with all its sockets is killed and started again: everybody is back, nobody is refused, nothing acked is lost',
  async run({ scale, say }) {
    const sizes = Array.from({ length: Math.ceil(VIEWERS[scale] / PER_FLEET) }, (_, at) =>
      Math.min(PER_FLEET, VIEWERS[scale] - at * PER_FLEET),
    );
    const fleets: Fleet[] = [];
    const all = <T>(ask: (fleet: Fleet, index: number) => Promise<T>) => Promise.all(fleets.map(ask));
    try {
      for (const _ of sizes) fleets.push(await startFleet());
      return await underWork({
        scale,
        say,
        // As behind a proxy that says where each comes from: as many addresses as viewers (limits.socketsPerAddress).
        world: { nodes: 1, settings: { TRUST_PROXY: '1' } },
        async prepare({ nodes: [server], sessionId, secretsFile }) {
          await all((fleet, index) =>
            fleet.ask('open', {
              urls: server ? [server.url] : [],
              sessionId,
              cookies: cookiesFor(secretsFile, sizes[index] ?? 0),
              firstAddress: 1 + index * PER_FLEET,
              atOnce: AT_ONCE,
            }),
          );
          const opened = await all((fleet) => fleet.ask('figures', {}));
          say(`${opened.reduce((sum, { joined }) => sum + joined, 0)} viewers`);
        },
        async fault({ nodes: [server] }, workload) {
          if (!server) throw new Error('there is no server');
          await all((fleet) => fleet.ask('figures', {}));
          await server.kill();
          await server.start();
          const ready = performance.now();
          await all((fleet) => fleet.ask('settled', { seq: 0 }));
          const allBackMs = performance.now() - ready;
          await until(() => workload.pages.every(({ client }) => client.joined()), 'those at work to be back');
          const figures = await all((fleet) => fleet.ask('figures', {}));
          const back = figures.reduce((sum, { backMs }) => sum + backMs.length, 0);
          const joined = figures.reduce((sum, each) => sum + each.joined, 0);
          if (back < VIEWERS[scale] || joined !== VIEWERS[scale])
            throw new Error(`${back} of ${VIEWERS[scale]} came back, ${joined} are there`);
          const refused = figures.flatMap((each) => Object.entries(each.refused));
          if (refused.length > 0) throw new Error(`refused: ${refused.map(([code, times]) => `${code} ${times}`).join(', ')}`);
          return [
            {
              name: `all of ${VIEWERS[scale]} back, once the server was ready, after`,
              value: allBackMs / 1000,
              unit: 's',
              aim: { atMost: 10 },
            },
          ];
        },
      });
    } finally {
      await Promise.all(fleets.map((fleet) => fleet.close()));
    }
  },
};
