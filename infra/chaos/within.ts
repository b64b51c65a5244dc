import { setTimeout as sleep } from 'node:timers/promises';

/** Rejects, saying what was waited for, where it takes longer than `ms`: a bound for what would hang, not a measure. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`waited ${ms} ms for ${what}`)), ms);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

/** Looks every 20 ms. Rejects, saying `what`, after `patienceMs`. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, patienceMs = 60_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${patienceMs / 1000} s for: ${what}`);
    await sleep(20);
  }
}
