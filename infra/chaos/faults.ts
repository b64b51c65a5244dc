import type { Fault } from './fault.ts';
import { nodeKill } from './node-kill.ts';

/** In the order in which they run. */
export const faults: readonly Fault[] = [nodeKill];
