import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { showToast } from '../../ui/toasts.ts';
import { bulkChoices, canDecide, type Reviewer } from './review-rules.ts';
import { reasonKey } from './shortcuts.ts';
import { type QuestionTool, type Tool, toolFor } from './tool.ts';
import type { DeskModel } from './use-desk.ts';
import { type DeskRefs, useDeskActions } from './use-desk-actions.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import type { Editing } from './use-editing.ts';
import type { Picking } from './use-picking.ts';

type Options = {
  view: View;
  desk: DeskModel;
  editing: Editing;
  picking: Picking;
  reviewer: Reviewer;
  refs: DeskRefs;
  letterKeys: boolean;
  pin: (question: QuestionView) => void;
  showPane: (pane: 'pending' | 'public') => void;
  openHelp: () => void;
  openReplies: () => void;
};

/** Which question is worked on, with which tool, and what the keys do with it. */
export function useReview({ view, desk, editing, picking, reviewer, refs, letterKeys, pin, showPane, openHelp, openReplies }: Options) {
  const { t } = useTranslation('moderate');
  const [chosen, setTool] = useState<Tool | null>(null);
  const selected = desk.selected?.question ?? null;
  const choices = bulkChoices(
    picking.rows.map(({ question }) => question),
    reviewer,
    (question) => editing.editsOf(question) !== null,
  );

  const named = chosen && 'id' in chosen ? view.questions.find(({ id }) => id === chosen.id) : undefined;
  // A tool goes with its question: a decline with its selection, all others when the question left this page's sight.
  const isAlive =
    chosen !== null &&
    (chosen.kind === 'decline'
      ? chosen.id === selected?.id
      : chosen.kind === 'decline-many'
        ? picking.rows.length > 0
        : named !== undefined);
  const tool = isAlive ? chosen : null;
  const isGone = chosen !== null && 'id' in chosen && named === undefined;
  // One that is over does not come back by itself, either.
  useEffect(() => {
    if (chosen === null || isAlive) return;
    if (isGone) showToast({ text: t('review.gone') });
    setTool(null);
  }, [chosen, isAlive, isGone, t]);
  const subject = tool && tool.kind !== 'decline' && named ? named : selected;

  const openTool = (kind: QuestionTool, question: QuestionView) => {
    showPane('pending');
    setTool(toolFor(kind, question.id, view.seq));
  };
  const openDecline = () => {
    if (picking.rows.length > 0) setTool({ kind: 'decline-many', reason: null });
    else if (selected && canDecide(selected, reviewer) && desk.mayHaveRead()) setTool({ kind: 'decline', id: selected.id, reason: null });
  };
  const close = () => setTool(null);
  const know = () => setTool((now) => (now && 'seen' in now ? { ...now, seen: view.seq } : now));
  const chooseReason = (reason: DeclineReason) =>
    setTool((now) => (now?.kind === 'decline' || now?.kind === 'decline-many' ? { ...now, reason } : now));

  const run = useDeskActions({
    ...{ view, desk, editing, picking, choices, reviewer, refs, openTool, openDecline, openHelp, openReplies, pin, showPane },
  });
  const isDecline = tool?.kind === 'decline' || tool?.kind === 'decline-many';
  const onKey = (event: KeyboardEvent) => {
    const reason = isDecline ? reasonKey(event) : null;
    if (reason) chooseReason(reason);
    return reason !== null;
  };
  useDeskKeys({ letterKeys, run, tool: tool && { onKey, cancel: close } });

  return { tool, subject, choices, run, openTool, openDecline, close, chooseReason, know };
}

export type Review = ReturnType<typeof useReview>;
