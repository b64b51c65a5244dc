import { clockJump } from './clock-jump.ts';
import type { Fault } from './fault.ts';
import { nodeKill } from './node-kill.ts';
import { partition } from './partition.ts';
import { postgresKill } from './postgres-kill.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import { redisKill } from './redis-kill.ts';
import { workerKill } from './worker-kill.ts';
import { fullDisk } from './full-disk.ts';
import { halfOpen } from './half-open.ts';
import { malformedMessages } from './malformed-messages.ts';
import { malformedPackets } from './malformed-packets.ts';
import { powerLoss } from './power-loss.ts';
import { slowDisk } from './slow-disk.ts';
import { stalledReader } from './stalled-reader.ts';

/** In the order in which they run. */
export const faults: readonly Fault[] = [
  nodeKill,
  redisKill,
  postgresKill,
  clockJump,
  partition,
  workerKill,
  reconnectStorm,
  malformedMessages,
  stalledReader,
  powerLoss,
  fullDisk,
  slowDisk,
  halfOpen,
  malformedPackets,
];
