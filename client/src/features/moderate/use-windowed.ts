import { type RefObject, useLayoutEffect, useState } from 'react';
import { type RowWindow, windowOf } from './windowing.ts';

/** Until the first row could be measured. */
const ROW_PX = 92;
const FIRST_ROWS = 20;

/** Which of the rows of `list`, all of one height, are in sight, whatever scrolls it. Its parent is what may clip it. */
export function useWindowed(list: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ from: 0, to: FIRST_ROWS });

  useLayoutEffect(() => {
    const element = list.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    const read = () => {
      const { top } = element.getBoundingClientRect();
      const box = frame.getBoundingClientRect();
      const above = Math.max(box.top, 0);
      const below = Math.min(box.bottom, innerHeight);
      const rowHeight = element.querySelector<HTMLElement>('[role="option"]')?.offsetHeight || ROW_PX;
      const next = windowOf({ top: above - top, height: Math.max(0, below - above), rowHeight, count });
      setShown((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    read();
    // Fonts and text size change a row's height without any scroll.
    const observer = new ResizeObserver(read);
    observer.observe(frame);
    observer.observe(element);
    addEventListener('scroll', read, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      removeEventListener('scroll', read, { capture: true });
    };
  }, [list, count]);
  return { from: Math.min(shown.from, count), to: Math.min(shown.to, count) };
}
