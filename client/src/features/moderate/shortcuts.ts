import { DeclineReason } from '@bedside/shared/commands.ts';

export type DeskKey = 'approve' | 'decline' | 'next' | 'previous' | 'undo' | 'pin' | 'help' | 'search' | 'left' | 'right';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'>;

const letters: Record<string, DeskKey> = {
  a: 'approve',
  d: 'decline',
  j: 'next',
  k: 'previous',
  u: 'undo',
  p: 'pin',
  '?': 'help',
  '/': 'search',
};
const others: Record<string, DeskKey> = { ArrowLeft: 'left', ArrowRight: 'right' };

// Held down, these may go on; a held A must not approve the whole queue.
const repeats = new Set<DeskKey>(['next', 'previous']);

/** What a key means on the desk. `letterKeys` off leaves only keys that no dictation or slip can press (WCAG 2.1.4). */
export function deskKey(press: KeyPress, letterKeys: boolean): DeskKey | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    const isUndo = letterOf(press) === 'z' && !press.shiftKey && press.ctrlKey !== press.metaKey;
    return isUndo && !press.repeat ? 'undo' : null;
  }
  const found = others[press.key] ?? (letterKeys ? letters[letterOf(press)] : undefined);
  return found && (!press.repeat || repeats.has(found)) ? found : null;
}

// On a keyboard of another script, A is where A is on a Latin one (UI Events section 3.5: `code` names the place).
function letterOf({ key, code }: KeyPress): string {
  const isOtherScript = key.length === 1 && key.charCodeAt(0) > 0x7f;
  return (isOtherScript && code.startsWith('Key') ? code.slice(3) : key).toLowerCase();
}

/** The reason that a digit names, in the order of the list. */
export function reasonKey(press: KeyPress): DeclineReason | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || !/^[1-9]$/.test(press.key)) return null;
  return DeclineReason.options[Number(press.key) - 1] ?? null;
}
