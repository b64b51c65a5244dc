import { useState } from 'react';

const KEY = 'bedside.single-keys';

// Storage may be forbidden (private windows, hospital policies): then the choice lasts as long as the page.
function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function write(on: boolean) {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // See above.
  }
}

/** Whether single keys are shortcuts (WCAG 2.1.4), remembered by this browser. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(read);
  const set = (next: boolean) => {
    write(next);
    setOn(next);
  };
  return [on, set];
}
