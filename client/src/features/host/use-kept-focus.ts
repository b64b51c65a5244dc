import { useEffect, useRef } from 'react';

/**
 * A button that is gone after its press takes the focus with it. Whenever `state` changes and the focus is nowhere,
 * it goes to the beginning of what the page is about, so that the next Tab starts there and not at the logo.
 */
export function useKeptFocus(state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [state]);
}
