import { useState } from 'react';

// Storage may be forbidden (private windows, hospital policies): then the choice lasts as long as the page.
function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: string) {
  try {
    storage().setItem(key, value);
  } catch {
    // See above.
  }
}

/** One of `options`, remembered by this browser. */
export function useRememberedChoice<K extends string>(key: string, options: readonly K[], first: K): [K, (choice: K) => void] {
  const [choice, setChoice] = useState(() => {
    const kept = read(() => sessionStorage, key);
    return options.find((option) => option === kept) ?? first;
  });
  const choose = (next: K) => {
    write(() => sessionStorage, key, next);
    setChoice(next);
  };
  return [choice, choose];
}

/** A switch, off at first, remembered by this browser. */
export function useRememberedSwitch(key: string): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read(() => localStorage, key) === 'on');
  const set = (next: boolean) => {
    write(() => localStorage, key, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
}
