import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { scrape, total } from '../../server/testing/scrape.ts';
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
 * From the end of a round of work before a fault to the end of another after it, a node may grow by half and 64 MB: V8 lets its
 * heap grow before it collects, several tens of MB at a time, the log that nodes hold in memory does grow, and pages that lost
 * their node are at another. One that was killed is held against the one before it, which had as many pages and more of a past.
 * What this finds is a leak of tens of kB for each of a thousand pages that came back or calls that failed, and no smaller one.
 */
export function growthProblems(before: readonly number[], after: readonly number[]): string[] {
  return after.flatMap((now, index) => {
    const was = before[index] ?? 0;
    return now <= was * 1.5 + 64 ? [] : [`node ${index + 1} grew from ${was.toFixed(0)} to ${now.toFixed(0)} MB over the fault`];
  });
}

const ROUNDS = 5;

/** Bytes that a node of server/testing keeps in memory once it has collected its garbage: the least of some rounds. */
export async function settledBytes({ url, pid }: { url: string; pid: number }): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    process.kill(pid, 'SIGUSR2');
    least = Math.min(least, total(await scrape(url), 'process_resident_memory_bytes'));
  }
  return least;
}

/** Bytes that a node of server/testing holds on to at this moment: of its main thread, garbage collected before. */
export async function heldBytes({ url, pid }: { url: string; pid: number }): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  const metrics = await scrape(url);
  return total(metrics, 'nodejs_heap_size_used_bytes') + total(metrics, 'nodejs_external_memory_bytes');
}

const WATCH_MS = 100;

/**
 * The most that a node has in memory while `work` runs, in bytes, and its event loop's delay: the p99 of the tenth of a
 * second in which that was the longest, in ms (what it tells of this counts since it was last asked).
 */
export async function worstWhile({ url }: { url: string }, work: () => Promise<void>): Promise<{ bytes: number; lagMs: number }> {
  const worst = { bytes: 0, lagMs: 0 };
  let working = true;
  const watch = async () => {
    while (working) {
      const metrics = await scrape(url);
      worst.bytes = Math.max(worst.bytes, total(metrics, 'process_resident_memory_bytes'));
      worst.lagMs = Math.max(worst.lagMs, total(metrics, 'nodejs_eventloop_lag_p99_seconds') * 1000);
      await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    }
  };
  await Promise.all([watch(), work().finally(() => (working = false))]);
  return worst;
}
