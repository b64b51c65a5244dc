import { useEffect } from 'react';
import { type Shortcut, shortcutOf, takesLetters } from './shortcuts.ts';
import { useLatest } from './use-list-hold.ts';

/** Calls what a single key asks for, wherever on the page the focus is. */
export function useShortcuts(enabled: boolean, run: (shortcut: Shortcut) => void): void {
  const latest = useLatest(run);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      const elsewhere = Boolean(at?.closest(takesLetters) ?? document.querySelector('[role="dialog"], [role="alertdialog"]'));
      const shortcut = shortcutOf(event, enabled, elsewhere);
      if (!shortcut) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [enabled, latest]);
}
