/** Milliseconds before the n-th try in a row, n from 0: 0.5 s doubling to 8 s, spread so that viewers don't come as one herd. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const base = Math.min(500 * 2 ** failures, 8000);
  return base * (0.75 + random() / 2);
}

/** One timer that replaces itself. */
export type Alarm = { set(ms: number, ring: () => void): void; clear(): void };

export function createAlarm(): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    set(ms, ring) {
      clearTimeout(timer);
      timer = setTimeout(ring, ms);
    },
    clear() {
      clearTimeout(timer);
    },
  };
}
