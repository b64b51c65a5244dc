import { DeclineReason } from '@bedside/shared/commands.ts';

export type DeskKey =
  | 'approve'
  | 'decline'
  | 'clinician'
  | 'edit'
  | 'redact'
  | 'redactAll'
  | 'merge'
  | 'reply'
  | 'answer'
  | 'pick'
  | 'pickNext'
  | 'pickPrevious'
  | 'next'
  | 'previous'
  | 'undo'
  | 'filters'
  | 'pin'
  | 'asker'
  | 'replies'
  | 'help'
  | 'search'
  | 'left'
  | 'right'
  | 'clear';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'>;

const letters: Record<string, DeskKey> = {
  a: 'approve',
  d: 'decline',
  c: 'clinician',
  e: 'edit',
  r: 'redact',
  m: 'merge',
  t: 'reply',
  w: 'answer',
  x: 'pick',
  j: 'next',
  k: 'previous',
  u: 'undo',
  f: 'filters',
  p: 'pin',
  b: 'asker',
  g: 'replies',
  '?': 'help',
  '/': 'search',
};
const shifted: Record<string, DeskKey> = { r: 'redactAll', j: 'pickNext', k: 'pickPrevious' };
const others: Record<string, DeskKey> = { ArrowLeft: 'left', ArrowRight: 'right', Escape: 'clear' };

// Held down, these may go on; a held A must not approve the whole queue.
const repeats = new Set<DeskKey>(['next', 'previous', 'pickNext', 'pickPrevious']);

/** What a key means on the desk. `letterKeys` off leaves only keys that no dictation or slip can press (WCAG 2.1.4). */
export function deskKey(press: KeyPress, letterKeys: boolean): DeskKey | null {
  if (press.isComposing || press.altKey) return null;
  const letter = letterOf(press);
  if (press.ctrlKey || press.metaKey) {
    const isUndo = letter === 'z' && !press.shiftKey && press.ctrlKey !== press.metaKey;
    return isUndo && !press.repeat ? 'undo' : null;
  }
  const found = others[press.key] ?? (letterKeys ? ((press.shiftKey ? shifted[letter] : undefined) ?? letters[letter]) : undefined);
  return found && (!press.repeat || repeats.has(found)) ? found : null;
}

// On a keyboard of another script, A is where A is on a Latin one (UI Events section 3.5: `code` names the place).
function letterOf({ key, code }: KeyPress): string {
  const isOtherScript = key.length === 1 && key.charCodeAt(0) > 0x7f;
  return (isOtherScript && code.startsWith('Key') ? code.slice(3) : key).toLowerCase();
}

/** The place in a list, from 0, that a digit names. */
export function digitKey(press: KeyPress): number | null {
  const isPlain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.isComposing;
  return isPlain && /^[1-9]$/.test(press.key) ? Number(press.key) - 1 : null;
}

/** The reason that a digit names, in the order of the list. */
export function reasonKey(press: KeyPress): DeclineReason | null {
  const place = digitKey(press);
  return place === null ? null : (DeclineReason.options[place] ?? null);
}
