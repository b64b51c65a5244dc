import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Fault } from './fault.ts';

const run = promisify(execFile);

const unshare = () => [...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--net'];
const Figures = z.array(
  z.object({ name: z.string(), value: z.number(), unit: z.enum(['ms', '']), aim: z.optional(z.object({ atMost: z.number() })) }),
);

export const halfOpen: Fault = {
  name: 'half-open',
  title: 'other ends are gone without a word, or never say what they want: they are given up, and their places are free',
  impossible() {
    if (process.platform !== 'linux') return 'network namespaces are Linux’s own';
    const { error, status } = spawnSync('unshare', [...unshare(), 'ip', 'link', 'set', 'lo', 'up']);
    if (error) return 'unshare is not installed';
    return status === 0 ? undefined : 'this user may have no network namespace, or there is no ip';
  },
  async run({ scale }) {
    const inside = [process.execPath, join(import.meta.dirname, 'half-open-inside.ts'), '--scale', scale];
    const { stdout } = await run('unshare', [...unshare(), ...inside]);
    return Figures.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  },
};
