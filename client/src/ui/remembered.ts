import { useState } from 'react';

// Storage may be forbidden (private windows, hospital policies): then the choice lasts as long as the page.
export function readKept(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export function keep(storage: () => Storage, key: string, value: string) {
  try {
    storage().setItem(key, value);
  } catch {
    // See above.
  }
}

const thisWindow = () => sessionStorage;

/** One of `options`, remembered by this window, or with another `storage` by this browser. */
export function useRememberedChoice<K extends string>(
  key: string,
  options: readonly K[],
  first: K,
  storage: () => Storage = thisWindow,
): [K, (choice: K) => void] {
  const [choice, setChoice] = useState(() => {
    const kept = readKept(storage, key);
    return options.find((option) => option === kept) ?? first;
  });
  const choose = (next: K) => {
    keep(storage, key, next);
    setChoice(next);
  };
  return [choice, choose];
}

/** A switch, remembered by this browser. */
export function useRememberedSwitch(key: string, first = false): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    const kept = readKept(() => localStorage, key);
    return first ? kept !== 'off' : kept === 'on';
  });
  const set = (next: boolean) => {
    keep(() => localStorage, key, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
}
