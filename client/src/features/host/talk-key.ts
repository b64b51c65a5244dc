/** Milliseconds after which a held key counts as held, and not as a press. */
const HOLD_MS = 400;

/**
 * The space bar as on a radio: a press switches the microphone; held while it was muted, it is open only for as long. Times in
 * milliseconds of any clock that does not jump.
 */
export function createTalkKey(microphone: { isMuted(): boolean; toggle(): void }) {
  let openSince: number | null = null;

  function mute(): void {
    openSince = null;
    if (!microphone.isMuted()) microphone.toggle();
  }

  return {
    press(now: number): void {
      openSince = microphone.isMuted() ? now : null;
      microphone.toggle();
    },
    release(now: number): void {
      if (openSince !== null && now - openSince >= HOLD_MS) mute();
      openSince = null;
    },
    /** The release goes to another window, where nobody hears of it. */
    leave(): void {
      if (openSince !== null) mute();
    },
  };
}

/** Where the space bar has a meaning of its own, or letters belong. */
export const takesSpace =
  'a[href], button, input, label, select, summary, textarea, [contenteditable="true"], [role="button"], [role="radio"], [role="switch"], [role="tab"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';
