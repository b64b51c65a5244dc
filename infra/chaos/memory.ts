import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ClusterNode } from '../cluster/node.ts';

/** Resident memory of every node, in MB. */
export async function residentOf(nodes: readonly ClusterNode[]): Promise<number[]> {
  return Promise.all(
    nodes.map(async (node) => {
      const pid = node.pid();
      if (pid === null) return 0;
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
      return Number(stdout) / 1024;
    }),
  );
}

/**
 * Between two equal rounds of work after all has settled, a node may grow by half and 64 MB: V8 lets its heap grow before it
 * collects, several tens of MB at a time, and the log that nodes hold in memory does grow. A leak for each page that came back
 * or each call that failed would be more, and grow with every round.
 */
export function growthProblems(before: readonly number[], after: readonly number[]): string[] {
  return after.flatMap((now, index) => {
    const was = before[index] ?? 0;
    return now <= was * 1.5 + 64 ? [] : [`node ${index + 1} grew from ${was.toFixed(0)} to ${now.toFixed(0)} MB in one round of work`];
  });
}
