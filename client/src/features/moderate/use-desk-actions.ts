import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { isPublic } from './public-lists.ts';
import type { DeskKey } from './shortcuts.ts';
import type { DeskModel } from './use-desk.ts';

export type DeskRefs = {
  list: RefObject<HTMLDivElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  search: RefObject<HTMLInputElement | null>;
};

type Options = {
  view: View;
  desk: DeskModel;
  refs: DeskRefs;
  openDecline: () => void;
  openHelp: () => void;
  showPane: (pane: 'pending' | 'public') => void;
};

/** What the keys do. Those that act on a public question act on the one that has the focus. */
export function useDeskActions({ view, desk, refs, openDecline, openHelp, showPane }: Options) {
  const { t } = useTranslation(['moderate', 'common']);

  const publicRows = () => [...(refs.grid.current?.querySelectorAll<HTMLElement>('[data-public]') ?? [])];
  const focusedRow = (rows: readonly HTMLElement[]) => rows.findIndex((row) => row.contains(document.activeElement));

  function move(by: 1 | -1) {
    const rows = publicRows();
    const at = focusedRow(rows);
    if (at !== -1) return focusRow(rows[at + by]);
    // Without this a screen reader would not hear what J and K come to.
    if (document.activeElement === document.body) refs.list.current?.focus({ preventScroll: true });
    desk.step(by);
  }

  const { pinnedId } = view.session;
  const { send } = desk;
  async function sendPin(question: QuestionView) {
    const isPinned = pinnedId === question.id;
    const answer = await send({ type: isPinned ? 'unpin-question' : 'pin-question', questionId: question.id });
    if (answer.ok) announce(t(isPinned ? 'public.unpinned' : 'public.pinned'));
    else showToast({ tone: 'danger', text: t(`common:error.${answer.error.code}`) });
  }

  const pin = (question: QuestionView) => void sendPin(question);

  function pinFocused() {
    const rows = publicRows();
    const id = rows[focusedRow(rows)]?.dataset.public;
    const question = view.questions.find((candidate) => candidate.id === id);
    if (question && isPublic(question)) pin(question);
    else showToast({ text: t('public.noPin') });
  }

  const decide = (run: () => void) => () => {
    if (focusedRow(publicRows()) !== -1) return;
    if (desk.selected) run();
    else announce(t('review.nothing'));
  };

  const run: Record<DeskKey, () => void> = {
    approve: decide(desk.approve),
    decline: decide(openDecline),
    next: () => move(1),
    previous: () => move(-1),
    undo: () => {
      if (!desk.undoLast()) announce(t('review.noUndo'));
    },
    pin: pinFocused,
    help: openHelp,
    search: () => {
      refs.search.current?.focus();
      refs.search.current?.select();
    },
    left: () => {
      showPane('pending');
      refs.list.current?.focus({ preventScroll: true });
    },
    right: () => {
      showPane('public');
      focusRow(refs.grid.current?.querySelector<HTMLElement>('[data-public][tabindex="0"]'));
    },
  };
  return { run, pin, move };
}

function focusRow(row: HTMLElement | null | undefined) {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
