import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.ts';
import { arrive, beginArrivals, said, sayIn } from './arrivals.ts';

/** Says how many questions came in, in sum and now and then. `waiting` are the ids of what waits. */
export function useArrivalNews(waiting: readonly string[]): void {
  const { t } = useTranslation('moderate');
  const [opening] = useState(() => beginArrivals(waiting));
  const arrivals = useRef(opening);
  useEffect(() => {
    arrivals.current = arrive(arrivals.current, waiting);
    const wait = sayIn(arrivals.current, performance.now());
    if (wait === null) return;
    const timer = setTimeout(() => {
      announce(t('pending.arrived', { count: arrivals.current.unsaid.size }));
      arrivals.current = said(arrivals.current, performance.now());
    }, wait);
    return () => clearTimeout(timer);
  }, [waiting, t]);
}
