import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@bedside/shared/roles.ts';
import type { View } from '@bedside/shared/view.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { MenuAction } from './ActionMenu.tsx';
import { BulkBar } from './BulkBar.tsx';
import type { Sight } from './desk-filters.ts';
import { canSelect } from './desk-state.ts';
import { isPublic } from './public-lists.ts';
import { QuestionDetail } from './QuestionDetail.tsx';
import { forward } from './review-rules.ts';
import { ReviewBar } from './ReviewBar.tsx';
import { ToolForm } from './ToolForm.tsx';
import type { DeskModel } from './use-desk.ts';
import type { Drafts } from './use-drafts.ts';
import type { Editing } from './use-editing.ts';
import { useSimilar, useSpans } from './use-findings.ts';
import type { Picking } from './use-picking.ts';
import type { QuestionActions } from './use-question-actions.ts';
import type { Review } from './use-review.ts';
import type { Writings } from './use-writings.ts';

type ReviewPanelProps = {
  view: View;
  desk: DeskModel;
  drafts: Drafts;
  writings: Writings;
  editing: Editing;
  picking: Picking;
  actions: QuestionActions;
  review: Review;
  sight: Sight;
  staffName: (number: number) => string;
  letterKeys: boolean;
  render: (detail: ReactNode, dock: ReactNode) => ReactNode;
};

/** What is known of the question at hand, and what one does with it. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { view, desk, drafts, writings, editing, picking, actions, review, sight, staffName, letterKeys, render } = props;
  const { t } = useTranslation('moderate');
  const { tool, subject, choices, run, openTool, openDecline, close, chooseReason, know } = review;
  const { selected } = desk;
  const draft = drafts.of(subject?.id);
  const spans = useSpans(subject?.id ?? null, draft?.text ?? subject?.text ?? null);
  const similar = useSimilar(subject, view.questions);
  const gone = subject !== null && subject.id === selected?.question.id && selected.state === 'gone';
  const refused = drafts.refused.flatMap((id) => view.questions.find((question) => question.id === id) ?? []);

  // What is being edited stands in the editor.
  const detail = subject && !gone && tool?.kind !== 'edit' && (
    <QuestionDetail
      key={subject.id}
      question={subject}
      view={view}
      sight={sight}
      draft={draft}
      spans={spans}
      similar={similar}
      staffName={staffName}
      letterKeys={letterKeys && tool === null}
      onRedact={(chosen) => editing.redact(subject, chosen)}
      onDropDraft={() => drafts.drop(subject.id)}
      onEraseOriginal={() => actions.eraseOriginal(subject)}
      onMerge={(into) => {
        close();
        desk.merge(subject, into);
      }}
    />
  );

  const keyName = (name: string) => (letterKeys ? name : undefined);
  const more: MenuAction[] = subject
    ? [
        ...(subject.status === 'pending' && forward(subject, sight) === 'approve'
          ? [{ id: 'send', label: t('review.sendToClinician'), run: run.clinician, keyName: keyName('C') }]
          : []),
        { id: 'redact', label: t('personal.redactAll'), run: run.redactAll },
        { id: 'merge', label: t('public.tool.merge'), run: () => openTool('merge', subject), keyName: keyName('M') },
        ...(can(sight.role, 'publish-answer') && isPublic(subject)
          ? [{ id: 'answer', label: t('public.tool.answer'), run: () => openTool('answer', subject), keyName: keyName('W') }]
          : []),
        { id: 'asker', label: t('public.tool.asker'), run: () => openTool('asker', subject), keyName: keyName('B') },
        { id: 'pick', label: t('bulk.pick'), run: run.pick, keyName: keyName('X') },
        { id: 'replies', label: t('replies.title'), run: run.replies, keyName: keyName('G') },
      ]
    : [];

  const bar =
    tool && subject ? (
      <ToolForm
        key={'id' in tool ? `${tool.kind} ${tool.id}` : tool.kind}
        {...{ tool, view, desk, drafts, writings, editing, actions, spans, similar }}
        question={subject}
        reviewer={sight}
        count={choices.decline.length}
        onReason={chooseReason}
        onDeclineMany={(reason) => {
          desk.bulk({ kind: 'decline', reason }, choices.decline);
          picking.clear();
        }}
        onKnown={know}
        onClose={close}
      />
    ) : picking.rows.length > 0 ? (
      <BulkBar
        count={picking.rows.length}
        choices={choices}
        letterKeys={letterKeys}
        onApprove={run.approve}
        onDecline={openDecline}
        onSend={run.clinician}
        onClear={picking.clear}
      />
    ) : (
      <ReviewBar
        outcome={desk.outcome}
        text={desk.outcomeOn?.text ?? null}
        forward={selected && canSelect(selected) ? forward(selected.question, sight) : selected ? 'approve' : null}
        isEdited={selected !== null && editing.editsOf(selected.question) !== null}
        canUndo={desk.canUndo}
        letterKeys={letterKeys}
        onApprove={() => selected && void editing.approve(selected.question)}
        onDecline={openDecline}
        onSend={desk.sendToClinician}
        onTakeBack={() => selected && desk.undo(selected.question, true)}
        onEdit={() => selected && openTool('edit', selected.question)}
        onReply={() => selected && openTool('reply', selected.question)}
        onUndo={run.undo}
        more={more}
      />
    );

  const dock = (
    <>
      {tool === null &&
        refused.map((question) => (
          <Banner
            key={question.id}
            tone="warn"
            live
            actions={
              <>
                <Button size="sm" onPress={() => openTool('edit', question)}>
                  {t('draft.reopen')}
                </Button>
                <Button size="sm" variant="quiet" onPress={() => drafts.drop(question.id)}>
                  {t('draft.drop')}
                </Button>
              </>
            }
          >
            {t('draft.refused')}
          </Banner>
        ))}
      {bar}
    </>
  );
  return render(detail, dock);
}
