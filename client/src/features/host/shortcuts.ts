export type Shortcut = 'microphone' | 'camera' | 'next' | 'done' | 'help';

/** By `KeyboardEvent.key`, in the order in which the dialog lists them. */
export const shortcutKeys: Record<Shortcut, string> = { next: 'n', done: 'd', microphone: 'm', camera: 'v', help: '?' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'defaultPrevented' | 'isComposing'>;

/**
 * What a key asks for, or null. `elsewhere`: the key goes to something that takes letters itself, a field, a list
 * with type-ahead or an open dialog. A held key counts once. Single keys can be switched off (WCAG 2.1.4).
 */
export function shortcutOf(press: Press, enabled: boolean, elsewhere: boolean): Shortcut | null {
  if (!enabled || elsewhere || press.repeat || press.defaultPrevented || press.isComposing) return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.toLowerCase();
  for (const shortcut of ['next', 'done', 'microphone', 'camera', 'help'] as const) {
    if (shortcutKeys[shortcut] === key) return shortcut;
  }
  return null;
}

/** Where letters belong to the element itself. */
export const takesLetters =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';
