import { useEffect, useState } from 'react';
import type { OwnView, SessionView } from '@bedside/shared/view.ts';
import { useSession } from '../../net/session-context.tsx';
import { type Asks, asksOf, nextChange } from './asks.ts';

/** A timer of more than 2^31 ms would run at once. */
const MOST_MS = 2 ** 31 - 1;

/** Whether a question may be sent, kept current as time passes. */
export function useAsks(session: SessionView, own: OwnView | null): Asks {
  const { serverNow } = useSession();
  const [now, setNow] = useState(serverNow);
  const asks = asksOf(session, own, now);
  const change = nextChange(asks);
  useEffect(() => {
    if (change === null) return;
    const timer = setTimeout(() => setNow(serverNow()), Math.min(Math.max(0, change - serverNow()), MOST_MS));
    return () => clearTimeout(timer);
  }, [change, now, serverNow]);
  return asks;
}
