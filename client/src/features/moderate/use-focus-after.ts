import { type RefObject, useEffect, useRef } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import type { PaneName } from './Panes.tsx';
import { isPublic } from './public-lists.ts';

type Options = {
  /** Something stands in the place of the review bar. */
  isOpen: boolean;
  pane: PaneName;
  list: RefObject<HTMLElement | null>;
  grid: RefObject<HTMLElement | null>;
  showPane: (pane: PaneName) => void;
};

/** When what was open has closed, the keyboard goes on where it came from: in the list, or at the public question. */
export function useFocusAfter({ isOpen, pane, list, grid, showPane }: Options): (question: QuestionView) => void {
  const wasOpen = useRef(false);
  const from = useRef<{ id: QuestionId; pane: PaneName } | null>(null);
  const back = useRef<QuestionId | null>(null);
  const focusPublic = (id: QuestionId) => {
    const row = grid.current?.querySelector<HTMLElement>(`[data-public="${id}"]`);
    row?.focus({ preventScroll: true });
    return Boolean(row);
  };
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const origin = from.current;
      from.current = null;
      if (origin && origin.pane !== 'pending') {
        back.current = origin.id;
        showPane(origin.pane);
      } else if (!origin || !focusPublic(origin.id)) list.current?.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  });
  // Where panes are shown one at a time, the row is there again one render later.
  useEffect(() => {
    if (back.current && pane !== 'pending' && focusPublic(back.current)) back.current = null;
  });
  return (question) => {
    const inPublic = grid.current?.contains(document.activeElement) ?? false;
    from.current = isPublic(question) && inPublic ? { id: question.id, pane } : null;
  };
}
