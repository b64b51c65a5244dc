import { type RefObject, useEffect, useRef, useState } from 'react';

// A few screens' worth: more would cost every change of the list, and nobody looks at it yet.
const STEP = 50;
const AHEAD = '1200px';

/** How many rows of a long list to render: more as `sentinel`, placed after the last one, comes near. */
export function useGrowing(total: number): { shown: number; grow(): void; sentinel: RefObject<HTMLDivElement | null> } {
  const sentinel = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(STEP);
  const grow = () => setLimit((now) => now + STEP);
  const complete = limit >= total;
  useEffect(() => {
    const element = sentinel.current;
    if (!element || complete) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setLimit((now) => now + STEP), {
      rootMargin: AHEAD,
      // For a list that scrolls within the page; browsers that don't know it only grow a little later.
      scrollMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
    // Anew after each growth: the sentinel may be near still, and an observer tells of changes only.
  }, [limit, complete]);
  return { shown: Math.min(limit, total), grow, sentinel };
}
