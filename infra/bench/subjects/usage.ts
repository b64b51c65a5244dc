let before = process.cpuUsage();

/** Of this process with all its threads. Needs `--expose-gc` for memory to mean anything. */
export async function usage(): Promise<{ cpuMs: number; rss: number }> {
  const { user, system } = process.cpuUsage(before);
  globalThis.gc?.();
  before = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() };
}
