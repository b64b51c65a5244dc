import { useState } from 'react';

const KEY = 'bedside.desk.letter-keys';

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
    // Nothing to do: see above.
  }
}

/** Whether single letters act on the desk (WCAG 2.1.4), remembered by this browser. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(read);
  const set = (next: boolean) => {
    write(next);
    setOn(next);
  };
  return [on, set];
}
