import { useEffect, useEffectEvent } from 'react';
import { type DeskKey, deskKey, reasonKey } from './shortcuts.ts';
import type { DeclineReason } from '@bedside/shared/commands.ts';

// Where keys belong to the element itself: fields, menus, open dialogs.
const TAKES_KEYS =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]';
const TAKES_ARROWS = '[role="tablist"], [role="radiogroup"], fieldset';

type Handlers = {
  letterKeys: boolean;
  run: Record<DeskKey, () => void>;
  /** While a decline is being chosen, only its own keys count. */
  declining: { choose: (reason: DeclineReason) => void; cancel: () => void } | null;
};

/** The desk's keys, wherever the focus is on the page. */
export function useDeskKeys({ letterKeys, run, declining }: Handlers): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || (target instanceof Element && target.closest(TAKES_KEYS))) return;
    if (declining) {
      const reason = reasonKey(event);
      if (!reason && event.key !== 'Escape') return;
      event.preventDefault();
      return reason ? declining.choose(reason) : declining.cancel();
    }
    const key = deskKey(event, letterKeys);
    if (!key || ((key === 'left' || key === 'right') && target instanceof Element && target.closest(TAKES_ARROWS))) return;
    event.preventDefault();
    run[key]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
