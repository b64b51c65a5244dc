import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { onTick } from './ticker.ts';

const ClockContext = createContext<() => number>(Date.now);

/** Ages and countdowns below it follow `now` (milliseconds since 1970) instead of this device's clock. */
export function ClockProvider({ now, children }: { now: () => number; children: ReactNode }) {
  return <ClockContext value={now}>{children}</ClockContext>;
}

/** The server's clock, milliseconds since 1970, for who reads it by themselves. */
export const useServerNow = (): (() => number) => use(ClockContext);

/** The time, read anew every `everyMs` while mounted. */
export function useNow(everyMs: number): number {
  const now = use(ClockContext);
  const [time, setTime] = useState(now);
  useEffect(() => {
    const read = () => setTime(now());
    read();
    return onTick(everyMs, read);
  }, [now, everyMs]);
  return time;
}
