import { closeToast, showToast } from '../../ui/toasts.ts';

/** What the text becomes when something is taken back; null where that is not possible any more. */
export type BackFrom = (now: string) => string | null;

export type Said = { text: string; undo: string };

export type UndoOffers = {
  /** Says what was done, with a button that takes it back for as long as that is possible (rule G3). */
  offer(said: Said, back: BackFrom, change: (text: string) => void): void;
  /** The text is this one now: what can't be taken back any more is no longer offered. */
  changed(now: string): void;
};

export function createUndoOffers(text: string): UndoOffers {
  const open = new Map<number, BackFrom>();
  let current = text;
  return {
    offer(said, back, change) {
      const run = () => {
        open.delete(id);
        const before = back(current);
        if (before !== null) change(before);
      };
      const id = showToast({ text: said.text, action: { label: said.undo, run } });
      open.set(id, back);
    },
    changed(now) {
      current = now;
      for (const [id, back] of open) {
        if (back(now) !== null) continue;
        open.delete(id);
        closeToast(id);
      }
    },
  };
}
