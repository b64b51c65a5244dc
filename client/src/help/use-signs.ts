import { useEffect, useState } from 'react';
import type { FlagCode } from '@bedside/shared/marks.ts';
import { finders, flagsIn } from '../screening/finders.ts';

/** Milliseconds without a key after which a text is looked at. */
const REST_MS = 350;
const none: readonly FlagCode[] = [];

/** Signs of an emergency in what is being written, a moment after typing has paused (rule F6). What looks for them is loaded with the first words. */
export function useSigns(text: string): readonly FlagCode[] {
  const [found, setFound] = useState(none);
  const empty = text.trim() === '';
  useEffect(() => {
    if (empty) return setFound(none);
    let left = false;
    const look = () =>
      void finders.redFlags().then(
        (find) => !left && setFound(flagsIn(find, text)),
        // Tried again with the next words, and when the network is back.
        () => {},
      );
    const timer = setTimeout(look, REST_MS);
    addEventListener('online', look);
    return () => {
      left = true;
      clearTimeout(timer);
      removeEventListener('online', look);
    };
  }, [text, empty]);
  return empty ? none : found;
}
