import { readdir, readFile } from 'node:fs/promises';
import { percentile } from '../bench/figures.ts';
import { type Audience, startAudience } from './audience.ts';
import type { Fault, Figure } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

const VIEWERS = { short: 5, full: 60 };

/** The media workers that a node runs, those that it started first first (proc_pid_stat(5): pid (comm) state ppid). */
async function workersOf(node: number | null): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  const workers = stats.flatMap((stat) => {
    const [, pid, name, parent] = /^(\d+) \((.*)\) \S (\d+)/.exec(stat) ?? [];
    return name?.startsWith('mediasoup-work') && Number(parent) === node ? [Number(pid)] : [];
  });
  return workers.toSorted((a, b) => a - b);
}

export const workerKill: Fault = {
  name: 'worker-kill',
  title: 'media workers are killed, the viewers’ and the doctor’s: picture and sound come back by themselves',
  impossible: () => (process.platform === 'linux' ? undefined : 'its viewers use what only Linux has'),
  async run({ scale, say }) {
    const ends: (() => Promise<void>)[] = [];
    let audience: Audience | null = null;
    try {
      return await underWork({
        scale,
        say,
        // The doctor sends to one worker, viewers watch through the other (rule P1).
        world: { nodes: 1, workers: 2 },
        async prepare(world) {
          audience = await startAudience(world, VIEWERS[scale]);
          ends.push(audience.close);
        },
        async fault(world) {
          const [node] = world.nodes;
          if (!audience) throw new Error('nobody watches');
          const figures: Figure[] = [];
          const workers = await workersOf(node?.pid() ?? null);
          const ofDoctor = audience.doctorPort() - (world.rtcPorts[0] ?? 0);
          // First the viewers': whoever has only one worker left shares it with the doctor (rule P3).
          for (const index of [1 - ofDoctor, ofDoctor]) {
            const [pid, epoch, killed] = [workers[index], audience.epoch(), performance.now()];
            if (pid === undefined) throw new Error('there are no two workers');
            process.kill(pid, 'SIGKILL');
            const back = await audience.backAfter(killed);
            const whose = index === ofDoctor ? 'the doctor’s' : 'the viewers’';
            if (audience.epoch() > epoch !== (index === ofDoctor)) throw new Error(`it was not ${whose} worker that was killed`);
            figures.push({
              name: `picture back after ${whose} worker was killed, p95`,
              value: percentile(back, 0.95),
              unit: 'ms',
              aim: { atMost: 2000 },
            });
            await until(async () => (await workersOf(node?.pid() ?? null)).length === 2, 'another worker in its place');
          }
          return figures;
        },
      });
    } finally {
      for (const end of ends) await end();
    }
  },
};
