import { useEffect, useRef } from 'react';

/** Milliseconds without a move or key after which a pointer that merely rests on the list holds it no longer. */
const IDLE_MS = 10_000;

/**
 * Lets go of a held list that is out of date and that nobody uses: a doctor on air leaves the mouse where it is.
 * Returns what to call on every move and key.
 */
export function useIdleRelease(stale: boolean, release: () => void): () => void {
  const used = useRef(0);
  const latest = useLatest(release);
  useEffect(() => {
    if (!stale) return;
    const timer = setInterval(() => {
      if (performance.now() - used.current >= IDLE_MS) latest.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [stale, latest]);
  return () => {
    used.current = performance.now();
  };
}

/** The newest value, for what runs later than the render it came from. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
