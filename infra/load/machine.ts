import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
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
    return true;
  } catch {
    return false;
  }
}

/** Nanoseconds that a process ran, and that it was ready to run but something else did. */
export type CpuTime = { ran: number; waited: number };

/** A thread's /proc schedstat (Linux, Documentation/scheduler/sched-stats.rst): ran, waited, time slices. Exported for its test. */
export function parseSchedstat(text: string): CpuTime {
  const [, ran, waited] = /^(\d+) (\d+) \d+\s*$/.exec(text) ?? [];
  if (ran === undefined || waited === undefined) throw new Error(`no schedstat: ${text}`);
  return { ran: Number(ran), waited: Number(waited) };
}

/** Of all threads that a process has now. */
export async function cpuTime(pid: number): Promise<CpuTime> {
  const threads = await threadsOf(pid);
  const times = await Promise.all(
    threads.map(async (thread) => parseSchedstat(await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))),
  );
  return times.reduce((sum, { ran, waited }) => ({ ran: sum.ran + ran, waited: sum.waited + waited }), { ran: 0, waited: 0 });
}

/** One line: what figures of this kind depend on. */
export function describeMachine(): string {
  const [cpu] = cpus();
  return `${process.platform} ${process.arch}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

/** The load average of the last minute: what else was going on. */
export const load = () => (loadavg()[0] ?? 0).toFixed(1);
