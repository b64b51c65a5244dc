import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows that are put up at once: more than any window shows, few enough to appear without a wait. */
const STEP = 30;

/** How many rows of a long list to put up: more whenever the end, where `end` goes, comes near the window. */
export function useGrowing(length: number): { most: number; end: RefObject<HTMLDivElement | null> } {
  const [most, setMost] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || most >= length) return;
    // Observed anew after each step, so that an end that is still near asks again.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setMost(most + STEP);
      },
      // The second is for a list that scrolls within the page; browsers that don't know it only grow a little later.
      { rootMargin: '1000px', scrollMargin: '1000px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [most, length]);
  return { most, end };
}
