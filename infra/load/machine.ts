import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, setPriority } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The core that forwards, and the one for everything else; null on a machine with one core. */
export const cores = availableParallelism() > 1 ? { sfu: 0, rest: 1 } : null;

/** The most that there is: on a shared machine even -10 left the SFU waiting for a third of the time. */
const NICE = -20;

const threadsOf = async (pid: number) => (await readdir(`/proc/${pid}/task`)).map(Number);

/** Keeps a process, with its threads and what it starts from now on, on one core. */
export async function pin(pid: number, core: number): Promise<void> {
  await run('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)]);
}

/** Before other programs of this machine, where we may. Returns whether we may. */
export async function prefer(pid: number): Promise<boolean> {
  try {
    for (const thread of await threadsOf(pid)) setPriority(thread, NICE);
    // Where the kernel groups processes by session (sched(7), autogroup), a nice value counts within a session only.
    await writeFile(`/proc/${pid}/autogroup`, String(NICE)).catch(() => {});
    return true;
  } catch {
    return false;
  }
}

/** A thread's /proc schedstat (Linux, Documentation/scheduler/sched-stats.rst): nanoseconds it ran, waited, time slices. Exported for its test. */
export function parseSchedstat(text: string): number {
  const ran = /^(\d+) \d+ \d+\s*$/.exec(text)?.[1];
  if (ran === undefined) throw new Error(`no schedstat: ${text}`);
  return Number(ran);
}

/** Nanoseconds for which the threads that a process has now ran. */
export async function cpuNs(pid: number): Promise<number> {
  const threads = await threadsOf(pid);
  const times = await Promise.all(
    threads.map(async (thread) => parseSchedstat(await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))),
  );
  return times.reduce((sum, ran) => sum + ran, 0);
}

/** USER_HZ, the same on all Linux that Node runs on. */
const TICK_NS = 10_000_000;

/** Nanoseconds for which a core was not idle (proc_stat(5)), the hypervisor's own use of it included. Exported for its test. */
export function parseBusy(text: string, core: number): number {
  const fields = new RegExp(`^cpu${core} (.*)$`, 'm').exec(text)?.[1]?.split(' ').map(Number) ?? [];
  const [user, nice, system, , , irq, softirq, steal] = fields;
  return ((user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (softirq ?? 0) + (steal ?? 0)) * TICK_NS;
}

/** What a process used, and what its core did in all; in ns. */
export type CpuTime = { ran: number; busy: number };

export async function cpuTime(pid: number): Promise<CpuTime> {
  const [ran, stat] = await Promise.all([cpuNs(pid), readFile('/proc/stat', 'utf8')]);
  return { ran, busy: parseBusy(stat, cores?.sfu ?? 0) };
}

/** One line: what figures of this kind depend on. */
export function describeMachine(): string {
  const [cpu] = cpus();
  return `${process.platform} ${process.arch}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

/** The load average of the last minute: what else was going on. */
export const load = () => (loadavg()[0] ?? 0).toFixed(1);
