import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { QuestionView } from '@bedside/shared/view.ts';
import { freeList, type HeldList, holdList } from './held-list.ts';

// After a touch the thumb is likely to come down again.
const AFTER_TOUCH_MS = 1500;

/**
 * Keeps a list still while a pointer is over it, a finger touched it a moment ago, or the keyboard is in it.
 * `view` is all that this page may see. Spread `holders` on the element around the list; `release` shows the present order at once.
 */
export function useHeldList(
  next: readonly QuestionView[],
  view: readonly QuestionView[],
): HeldList & { release(): void; holders: Holders } {
  const { held, holders } = useHold();
  const [shown, setShown] = useState(next);
  if (!held && shown !== next) setShown(next);
  const list = held ? holdList(shown, next, view) : freeList(next);
  return { ...list, holders, release: () => setShown(next) };
}

type Holders = {
  onPointerEnter(event: PointerEvent): void;
  onPointerLeave(event: PointerEvent): void;
  onPointerDown(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onPointerCancel(event: PointerEvent): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
};

function useHold(): { held: boolean; holders: Holders } {
  const [over, setOver] = useState(false);
  const [touched, setTouched] = useState(false);
  const [focused, setFocused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const letGo = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTouched(false), AFTER_TOUCH_MS);
  };
  const holders: Holders = {
    onPointerEnter: (event) => event.pointerType === 'mouse' && setOver(true),
    onPointerLeave: (event) => (event.pointerType === 'mouse' ? setOver(false) : letGo(event)),
    onPointerDown(event) {
      if (event.pointerType === 'mouse') return;
      clearTimeout(timer.current);
      setTouched(true);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onFocus: (event) => setFocused(event.target.matches(':focus-visible')),
    onBlur: () => setFocused(false),
  };
  return { held: over || touched || focused, holders };
}
