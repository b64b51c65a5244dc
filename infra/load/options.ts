import { parseArgs } from 'node:util';
import { StartError } from '../../server/env.ts';
import { type TargetName, targetNames } from './targets/target.ts';

export const HELP = `How many viewers one core carries: bare mediasoup, Bedside and Janus (as it comes, and with
one event loop) with the same work in the same run.

  npm run load                              all of them; five to ten minutes
  npm run load -- --quick                   whether it works: 20 viewers, one round, no ramp
  npm run load -- --only bare,bedside       some of them
  npm run load -- --same 60                 viewers for the comparison of CPU
  npm run load -- --rounds 15 --seconds 2   how often, and for how long each time
  npm run load -- --viewers 100,200,300     steps of the ramp, instead of finding them; 0 leaves the ramp out

What the figures mean, and what disturbs them, is in infra/load/README.md.`;

export type Options = {
  help: boolean;
  only: readonly TargetName[];
  /** Whether those were named. */
  chosen: boolean;
  /** Viewers of each target while their CPU is compared. */
  same: number;
  rounds: number;
  seconds: number;
  /** The ramp's steps; null: found by what the comparison says; empty: none. */
  steps: readonly number[] | null;
};

const isTarget = (name: string): name is TargetName => targetNames.some((known) => known === name);

function whole(name: string, text: string, most: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new StartError(`--${name} takes whole numbers up to ${most}, not “${text}”.`);
}

function parse(args: string[]) {
  try {
    const string = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const options = {
      help: { ...flag, short: 'h' },
      quick: flag,
      only: string,
      same: string,
      rounds: string,
      seconds: string,
      viewers: string,
    } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw new StartError(`“${args.join(' ')}” is not understood. npm run load -- --help says what is.`);
  }
}

/** Throws `StartError` with a sentence for whoever typed it. */
export function readOptions(args: string[]): Options {
  const { help, quick, only, same, rounds, seconds, viewers } = parse(args);
  const names = only?.split(',') ?? [...targetNames];
  const unknown = names.find((name) => !isTarget(name));
  if (unknown !== undefined) throw new StartError(`--only knows ${targetNames.join(', ')}, not “${unknown}”.`);
  const steps = viewers?.split(',').map((text) => whole('viewers', text, 2000)) ?? (quick ? [] : null);
  return {
    help,
    only: targetNames.filter((name) => names.includes(name)),
    chosen: only !== undefined,
    same: Math.max(1, whole('same', same ?? (quick ? '20' : '60'), 2000)),
    rounds: Math.max(1, whole('rounds', rounds ?? (quick ? '1' : '15'), 100)),
    seconds: Math.max(1, whole('seconds', seconds ?? '2', 600)),
    steps: steps && steps.filter((step) => step > 0).toSorted((a, b) => a - b),
  };
}
