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
  /** Brings who else is there, before anything breaks. */
  prepare?: (world: World) => Promise<void>;
  /** Breaks and mends, while everybody works. */
  fault: (world: World, workload: Workload) => Promise<Figure[]>;
};

const PATIENTS = { short: 8, full: 24 };
/**
 * Work before the fault and after it. In full a node may not have grown much from the one to the other, its fault included;
 * what a node has in memory after less than a second of work says nothing, so that the short form does not judge it.
 */
const ROUND_MS = { short: 400, full: 20_000 };

/** Makes a world with people at work in it, lets something go wrong, and holds it to its promises. */
export async function underWork({ scale, say, world: options, prepare, fault }: UnderWork): Promise<Figure[]> {
  const world = await startWorld(options);
  let workload: Workload | null = null;
  try {
    workload = await startWorkload(world, PATIENTS[scale]);
    say(`${world.nodes.length} nodes, ${workload.pages.length} pages at work`);
    await prepare?.(world);
    await sleep(ROUND_MS[scale]);
    const before = await residentOf(world.nodes);
    const figures = await fault(world, workload);
    await sleep(ROUND_MS[scale]);
    await workload.stop();
    const after = await residentOf(world.nodes);
    const [problem] = scale === 'full' ? growthProblems(before, after) : [];
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
