import { setTimeout as sleep } from 'node:timers/promises';
import { holdToPromises } from './aftermath.ts';
import type { Figure, Scale } from './fault.ts';
import { growthProblems, residentOf } from './memory.ts';
import { startWorkload, type Workload } from './workload.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

export type UnderWork = {
  scale: Scale;
  say: (line: string) => void;
  world: WorldOptions;
  /** Breaks and mends, while everybody works. */
  fault: (world: World, workload: Workload) => Promise<Figure[]>;
};

const PATIENTS = { short: 8, full: 24 };
/** Work after the fault, twice: in the first all settles, in the second nothing may grow much. */
const ROUND_MS = { short: 400, full: 20_000 };

/** Makes a world with people at work in it, lets something go wrong, and holds it to its promises. */
export async function underWork({ scale, say, world: options, fault }: UnderWork): Promise<Figure[]> {
  const world = await startWorld(options);
  let workload: Workload | null = null;
  try {
    workload = await startWorkload(world, PATIENTS[scale]);
    say(`${world.nodes.length} nodes, ${workload.pages.length} pages at work`);
    const figures = await fault(world, workload);
    await sleep(ROUND_MS[scale]);
    const settled = await residentOf(world.nodes);
    await sleep(ROUND_MS[scale]);
    await workload.stop();
    const after = await residentOf(world.nodes);
    const [problem] = growthProblems(settled, after);
    if (problem !== undefined) throw new Error(problem);
    const agreedMs = await holdToPromises(world, workload);
    const { operations, sightings } = world.recorder;
    const twice = operations.filter(({ answers }) => answers.length > 1).length;
    if (twice === 0) throw new Error('nothing was answered a second time');
    say(
      `${operations.length} commands, ${workload.acked()} acked, ${twice} of them twice, ${sightings.length} views seen: all as promised`,
    );
    return [
      ...figures,
      { name: 'all pages and nodes agree after the last ack', value: agreedMs, unit: 'ms' },
      { name: 'largest node', value: Math.max(...after), unit: 'MB' },
    ];
  } finally {
    workload?.close();
    await world.close();
  }
}
