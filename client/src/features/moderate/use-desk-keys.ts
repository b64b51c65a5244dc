import { useEffect, useEffectEvent } from 'react';
import { type DeskKey, deskKey } from './shortcuts.ts';

// Where keys belong to the element itself: fields, menus, open dialogs.
const TAKES_KEYS =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]';
const TAKES_ARROWS = '[role="tablist"], [role="radiogroup"], fieldset';

type Handlers = {
  letterKeys: boolean;
  run: Record<DeskKey, () => void>;
  /** While something is being chosen or written, only its own keys count. */
  tool: { onKey: (event: KeyboardEvent) => boolean; cancel: () => void } | null;
};

/** The desk's keys, wherever the focus is on the page. */
export function useDeskKeys({ letterKeys, run, tool }: Handlers): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || (target instanceof Element && target.closest(TAKES_KEYS))) return;
    if (tool) {
      if (event.key === 'Escape') tool.cancel();
      else if (!tool.onKey(event)) return;
      return event.preventDefault();
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
