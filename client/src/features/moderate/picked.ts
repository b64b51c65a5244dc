import type { QuestionId } from '@bedside/shared/ids.ts';
import { canSelect, type PendingRow } from './desk-state.ts';

export type Picked = ReadonlySet<QuestionId>;

export const nonePicked: Picked = new Set();

export function toggle(picked: Picked, id: QuestionId): Picked {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds every row between two, both of them too, that can be decided on. */
export function extend(picked: Picked, rows: readonly PendingRow[], from: QuestionId, to: QuestionId): Picked {
  const [a, b] = [from, to].map((id) => rows.findIndex(({ question }) => question.id === id));
  if (a === undefined || b === undefined || a === -1 || b === -1) return picked;
  const between = rows.slice(Math.min(a, b), Math.max(a, b) + 1).filter(canSelect);
  return new Set([...picked, ...between.map(({ question }) => question.id)]);
}

/** Those that still stand in the list and can be decided on, in its order: what left is picked no more. */
export function pickedRows(picked: Picked, rows: readonly PendingRow[]): PendingRow[] {
  return picked.size === 0 ? [] : rows.filter((row) => picked.has(row.question.id) && canSelect(row));
}
