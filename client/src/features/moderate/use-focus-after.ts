import { type RefObject, useEffect, useRef } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import type { PaneName } from './Panes.tsx';
import { isPublic } from './public-lists.ts';

type Options = {
  /** Something stands in the place of the review bar. */
  isOpen: boolean;
  /** The question that it is about. */
  subject: QuestionView | null;
  pane: PaneName;
  showPane: (pane: PaneName) => void;
  list: RefObject<HTMLElement | null>;
  grid: RefObject<HTMLElement | null>;
};

/** When what was open has closed, the keyboard goes on where it came from: in the list, or at the public question. */
export function useFocusAfter({ isOpen, subject, pane, showPane, list, grid }: Options): void {
  const wasOpen = useRef(false);
  const paneBefore = useRef(pane);
  const origin = useRef<QuestionId | null>(null);
  const wanted = useRef<QuestionId | null>(null);
  useEffect(() => {
    if (isOpen && !wasOpen.current) origin.current = subject && isPublic(subject) ? subject.id : null;
    if (!isOpen && wasOpen.current) {
      wanted.current = origin.current;
      if (origin.current) showPane(paneBefore.current);
      else list.current?.focus({ preventScroll: true });
    }
    if (!isOpen && !wasOpen.current) paneBefore.current = pane;
    wasOpen.current = isOpen;
    // Where panes are shown one at a time, the rows are there again one render later.
    if (!wanted.current || pane !== paneBefore.current) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-public="${wanted.current}"]`);
    wanted.current = null;
    // What it led to may have taken the question out of that list.
    (row ?? list.current ?? grid.current?.querySelector<HTMLElement>('[data-public][tabindex="0"]'))?.focus({ preventScroll: true });
  });
}
