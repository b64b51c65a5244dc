import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@bedside/shared/roles.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { isPublic } from './public-lists.ts';
import { type bulkChoices, forward, type Reviewer } from './review-rules.ts';
import type { DeskKey } from './shortcuts.ts';
import type { QuestionTool } from './tool.ts';
import type { DeskModel } from './use-desk.ts';
import type { Editing } from './use-editing.ts';
import type { Picking } from './use-picking.ts';

export type DeskRefs = {
  list: RefObject<HTMLDivElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  search: RefObject<HTMLInputElement | null>;
  filters: RefObject<HTMLFieldSetElement | null>;
};

type Options = {
  view: View;
  desk: DeskModel;
  editing: Editing;
  picking: Picking;
  choices: ReturnType<typeof bulkChoices>;
  reviewer: Reviewer;
  refs: DeskRefs;
  openTool: (kind: QuestionTool, question: QuestionView) => void;
  openDecline: () => void;
  openHelp: () => void;
  openReplies: () => void;
  pin: (question: QuestionView) => void;
  showPane: (pane: 'pending' | 'public') => void;
};

/** What the keys do. Most act on the public question that has the focus, else on the selected one, some on those picked. */
export function useDeskActions(options: Options): Record<DeskKey, () => void> {
  const { view, desk, editing, picking, choices, reviewer, refs, openTool, openDecline, openHelp, openReplies, pin, showPane } = options;
  const { t } = useTranslation(['moderate', 'common']);
  const isMany = picking.rows.length > 0;

  const publicRows = () => [...(refs.grid.current?.querySelectorAll<HTMLElement>('[data-public]') ?? [])];
  const focusedRow = (rows: readonly HTMLElement[]) => rows.findIndex((row) => row.contains(document.activeElement));
  const focusedQuestion = () => {
    const rows = publicRows();
    const id = rows[focusedRow(rows)]?.dataset.public;
    return view.questions.find((question) => question.id === id) ?? null;
  };
  const subject = () => focusedQuestion() ?? desk.selected?.question ?? null;

  function move(by: 1 | -1) {
    const rows = publicRows();
    const at = focusedRow(rows);
    if (at !== -1) return focusRow(rows[at + by]);
    // Without this a screen reader would not hear what J and K come to.
    if (document.activeElement === document.body) refs.list.current?.focus({ preventScroll: true });
    desk.step(by);
  }

  function extend(by: 1 | -1) {
    const from = desk.selected?.question.id;
    const to = desk.step(by)?.id;
    if (from && to) announce(t('bulk.count', { count: picking.extend(from, to) }));
  }

  /** Decisions are for what waits: a focused public question is left alone by them. */
  const decide = (one: (question: QuestionView) => void, many: () => void) => () => {
    if (focusedRow(publicRows()) !== -1) return;
    if (isMany) return many();
    const question = desk.selected?.question;
    if (question) one(question);
    else announce(t('review.nothing'));
  };

  function approveOne(question: QuestionView) {
    const way = forward(question, reviewer);
    if (way === 'approve' || desk.selected?.state !== 'open') void editing.approve(question);
    else announce(t(way === 'clinician' ? 'review.needsClinician' : 'review.withClinician'));
  }

  function sendOne(question: QuestionView) {
    if (question.status === 'in-review') announce(t('review.withClinician'));
    else desk.sendToClinician();
  }

  const bulk = (kind: 'approve' | 'send-to-clinician') => () => {
    const chosen = kind === 'approve' ? choices.approve : choices.send;
    if (chosen.length === 0) return announce(t('bulk.none'));
    desk.bulk({ kind }, chosen);
    picking.drop(chosen.map(({ id }) => id));
  };

  const tool = (kind: QuestionTool, isFit: (question: QuestionView) => boolean, unfit: string) => () => {
    const question = subject();
    if (!question) announce(t('review.nothing'));
    else if (isFit(question)) openTool(kind, question);
    else showToast({ text: unfit });
  };
  const any = () => true;

  async function redact(which: 'next' | 'all') {
    const question = subject();
    if (!question) return announce(t('review.nothing'));
    await editing.redactFound(question, which);
    if (isPublic(question)) openTool('edit', question);
  }

  return {
    approve: decide(approveOne, bulk('approve')),
    decline: decide(openDecline, openDecline),
    clinician: decide(sendOne, bulk('send-to-clinician')),
    edit: tool('edit', ({ text }) => text !== null, t('common:question.erased')),
    redact: () => void redact('next'),
    redactAll: () => void redact('all'),
    merge: tool('merge', ({ status }) => status !== 'answering' && status !== 'answered', t('merge.tooLate')),
    reply: tool('reply', any, ''),
    answer: tool(
      'answer',
      (question) => isPublic(question) && can(reviewer.role, 'publish-answer'),
      t(can(reviewer.role, 'publish-answer') ? 'write.answer.notPublic' : 'write.answer.notYours'),
    ),
    asker: tool('asker', any, ''),
    pick: () => {
      const question = desk.selected?.question;
      if (question && focusedRow(publicRows()) === -1) announce(t('bulk.count', { count: picking.toggle(question.id) }));
    },
    pickNext: () => extend(1),
    pickPrevious: () => extend(-1),
    next: () => move(1),
    previous: () => move(-1),
    undo: () => {
      if (!editing.back(desk.selected?.question) && !desk.undoLast()) announce(t('review.noUndo'));
    },
    pin: () => {
      const question = focusedQuestion();
      if (question && isPublic(question)) pin(question);
      else showToast({ text: t('public.noPin') });
    },
    replies: openReplies,
    help: openHelp,
    clear: () => {
      if (isMany) picking.clear();
    },
    filters: () => {
      showPane('pending');
      refs.filters.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    },
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
}

function focusRow(row: HTMLElement | null | undefined) {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
