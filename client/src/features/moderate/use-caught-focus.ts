import { type RefObject, useEffect, useRef } from 'react';

/** Where what had the focus in `side` is gone or can't be pressed any more, the keyboard goes on in the list. */
export function useCaughtFocus(side: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  const isInside = useRef(false);
  useEffect(() => {
    const within = (target: EventTarget | null) => target instanceof Node && (side.current?.contains(target) ?? false);
    const onFocus = ({ target }: FocusEvent) => void (isInside.current = within(target));
    // Whoever presses beside everything wants the focus nowhere.
    const onPointer = ({ target }: PointerEvent) => void (isInside.current &&= within(target));
    addEventListener('focusin', onFocus);
    addEventListener('pointerdown', onPointer);
    return () => {
      removeEventListener('focusin', onFocus);
      removeEventListener('pointerdown', onPointer);
    };
  }, [side]);
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    isInside.current = false;
    list.current?.focus({ preventScroll: true });
  });
}
