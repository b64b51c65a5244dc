import { useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { PendingRow } from './desk-state.ts';
import { extend, nonePicked, type Picked, pickedRows, toggle } from './picked.ts';

/** Those of the waiting that one decision is to be made on. `toggle` and `extend` return how many there are then. */
export function usePicking(rows: readonly PendingRow[]) {
  const [picked, setPicked] = useState<Picked>(nonePicked);
  const here = pickedRows(picked, rows);
  // What left is picked no more, also when it comes back.
  if (here.length < picked.size) setPicked(new Set(here.map(({ question }) => question.id)));
  const set = (next: Picked) => {
    setPicked(next);
    return pickedRows(next, rows).length;
  };
  return {
    picked,
    rows: here,
    toggle: (id: QuestionId) => set(toggle(picked, id)),
    extend: (from: QuestionId, to: QuestionId) => set(extend(picked, rows, from, to)),
    drop: (ids: readonly QuestionId[]) => setPicked(new Set([...picked].filter((id) => !ids.includes(id)))),
    clear: () => setPicked(nonePicked),
  };
}

export type Picking = ReturnType<typeof usePicking>;
