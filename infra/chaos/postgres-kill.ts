import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

const AWAY_MS = { short: 3000, full: 30_000 };

export const postgresKill: Fault = {
  name: 'postgres-kill',
  title: 'Postgres crashes and comes back: commands wait meanwhile, unavailable, and nothing that was acked is lost',
  run: ({ scale, say }) =>
    underWork({
      scale,
      say,
      world: { nodes: 2 },
      async fault({ postgres, nodes }, workload) {
        const pids = nodes.map((node) => node.pid());
        await postgres.kill();
        // Acks of before may still be on their way.
        await until(() => workload.answered('unavailable') > 0, 'an answer that says unavailable');
        const before = workload.acked();
        await sleep(AWAY_MS[scale]);
        if (workload.acked() !== before) throw new Error('something was acked without a database');
        const unavailable = workload.answered('unavailable');
        await postgres.start();
        const back = performance.now();
        await until(() => workload.acked() > before, 'an ack after the return');
        const firstMs = performance.now() - back;
        const waiting = workload.pages.reduce((sum, page) => sum + page.unanswered(), 0);
        if (nodes.some((node, index) => node.pid() !== pids[index])) throw new Error('a node ended');
        // What people sent while there was no database must not count against them for every time that it was sent again.
        const limited = workload.answered('rate-limited');
        if (limited > 0) throw new Error(`${limited} commands were refused as too many`);
        return [
          { name: `answered unavailable in ${AWAY_MS[scale] / 1000} s`, value: unavailable, unit: '' },
          { name: 'commands that waited for its return', value: waiting, unit: '' },
          { name: 'first ack after its return', value: firstMs, unit: 'ms' },
        ];
      },
    }),
};
