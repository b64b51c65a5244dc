/** The value that `share` (0 to 1) of the samples do not exceed, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** By nearest rank too. */
export const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** Median, 95th and 99th percentile, whole: `14 / 43 / 59`. */
export const spread = (samples: readonly number[]) => [0.5, 0.95, 0.99].map((share) => percentile(samples, share).toFixed(0)).join(' / ');

/** One line of a report; samples are milliseconds. */
export function line(name: string, samples: readonly number[]): string {
  const ms = (share: number) => `${Math.round(percentile(samples, share))} ms`.padStart(8);
  return `${name.padEnd(72)} median ${ms(0.5)}   p95 ${ms(0.95)}   (${samples.length})`;
}
