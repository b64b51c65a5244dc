/** What a node says of itself at /metrics: a value for each line, such as `bedside_calls_total{call="x",outcome="ok"}`. */
export type Scraped = ReadonlyMap<string, number>;

export async function scrape(url: string): Promise<Scraped> {
  const response = await fetch(`${url}/metrics`);
  if (!response.ok) throw new Error(`/metrics answers ${response.status}`);
  return readMetrics(await response.text());
}

/** Exported for its test. */
export function readMetrics(text: string): Scraped {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** Sum of a metric over all its labels that contain `label`. */
export function total(metrics: Scraped, name: string, label = ''): number {
  let sum = 0;
  for (const [key, value] of metrics) if ((key === name || key.startsWith(`${name}{`)) && key.includes(label)) sum += value;
  return sum;
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
