export type RowWindow = { from: number; to: number };

/** Rows above and below what is in sight, so that a scroll or a step finds them there. */
const AROUND = 6;

/**
 * Which of `count` rows of one height to render. `top` is how far what is in sight begins below the list's first row, `height`
 * how much is in sight, all in pixels.
 */
export function windowOf({ top, height, rowHeight, count }: { top: number; height: number; rowHeight: number; count: number }): RowWindow {
  const first = Math.floor(top / rowHeight) - AROUND;
  const last = Math.ceil((top + height) / rowHeight) + AROUND;
  const from = Math.min(Math.max(0, first), count);
  return { from, to: Math.max(from, Math.min(count, last)) };
}
