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
