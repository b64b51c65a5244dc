import { useSyncExternalStore } from 'react';

// The same edge as in the style sheets: 900 px at the usual text size.
const query = '(min-width: 56.25rem)';

/** Whether there is room for two columns. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void) {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
