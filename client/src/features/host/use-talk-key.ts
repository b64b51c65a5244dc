import { useEffect } from 'react';
import { createTalkKey, takesSpace } from './talk-key.ts';
import { useLatest } from './use-list-hold.ts';

/** Rule S20, wherever on the page nothing else wants the space bar. */
export function useTalkKey(enabled: boolean, microphone: { isMuted(): boolean; toggle(): void }): void {
  const latest = useLatest(microphone);
  useEffect(() => {
    if (!enabled) return;
    const key = createTalkKey({ isMuted: () => latest.current.isMuted(), toggle: () => latest.current.toggle() });
    let down = false;
    const press = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : null;
      if (!down && (at?.closest(takesSpace) ?? document.querySelector('[role="dialog"], [role="alertdialog"]'))) return;
      // It would scroll the page.
      event.preventDefault();
      if (down || event.repeat) return;
      down = true;
      key.press(performance.now());
    };
    const release = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !down) return;
      down = false;
      key.release(performance.now());
    };
    const leave = () => {
      down = false;
      key.leave();
    };
    addEventListener('keydown', press);
    addEventListener('keyup', release);
    addEventListener('blur', leave);
    return () => {
      leave();
      removeEventListener('keydown', press);
      removeEventListener('keyup', release);
      removeEventListener('blur', leave);
    };
  }, [enabled, latest]);
}
