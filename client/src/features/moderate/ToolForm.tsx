import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { AskerForm } from './AskerForm.tsx';
import { DeclineForm } from './DeclineForm.tsx';
import type { Span } from './drafts.ts';
import { EditForm } from './EditForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { forward, type Reviewer } from './review-rules.ts';
import type { Tool } from './tool.ts';
import type { DeskModel } from './use-desk.ts';
import type { Drafts } from './use-drafts.ts';
import type { Editing } from './use-editing.ts';
import type { QuestionActions } from './use-question-actions.ts';
import type { Writings } from './use-writings.ts';
import { WriteForm } from './WriteForm.tsx';

type ToolFormProps = {
  tool: Tool;
  /** What the tool is about; for many, the selected one. */
  question: QuestionView;
  view: View;
  desk: DeskModel;
  reviewer: Reviewer;
  drafts: Drafts;
  writings: Writings;
  editing: Editing;
  actions: QuestionActions;
  spans: readonly Span[];
  similar: readonly QuestionId[];
  count: number;
  onReason: (reason: DeclineReason) => void;
  onDeclineMany: (reason: DeclineReason) => void;
  /** What a refusal was for has been shown: sent again, it is meant. */
  onKnown: () => void;
  onClose: () => void;
};

/** The form that stands in the place of the review bar. */
export function ToolForm(props: ToolFormProps) {
  const {
    tool,
    question,
    view,
    desk,
    reviewer,
    drafts,
    writings,
    editing,
    actions,
    spans,
    similar,
    count,
    onReason,
    onDeclineMany,
    onKnown,
    onClose,
  } = props;
  const { savedReplies = [] } = view.session;
  switch (tool.kind) {
    case 'decline':
    case 'decline-many':
      return (
        <DeclineForm
          count={tool.kind === 'decline' ? 1 : count}
          reason={tool.reason}
          note={writings.of('note', question.id) ?? ''}
          onNote={(note) => writings.keep('note', question.id, note)}
          savedReplies={savedReplies}
          onReason={onReason}
          onCancel={onClose}
          onDecline={(reason, note) => {
            onClose();
            if (tool.kind === 'decline') {
              writings.drop('note', question.id);
              desk.decline(reason, note);
            } else onDeclineMany(reason);
          }}
        />
      );
    case 'edit':
      return (
        <EditForm
          question={question}
          draft={editing.draftOf(question)}
          spans={spans}
          withApproval={question.id === desk.selected?.question.id && forward(question, reviewer) === 'approve'}
          onDraft={(draft) => drafts.keep(question.id, draft)}
          onRedact={(chosen) => editing.redact(question, chosen)}
          onSave={(approve) => {
            onClose();
            void (approve ? editing.approve(question) : editing.save(question));
          }}
          onClose={onClose}
        />
      );
    case 'merge':
      return (
        <MergeForm
          question={question}
          questions={view.questions}
          similar={similar}
          onMerge={(into) => {
            onClose();
            desk.merge(question, into);
          }}
          onClose={onClose}
        />
      );
    case 'reply':
    case 'answer':
      return (
        <WriteForm
          kind={tool.kind}
          text={writings.of(tool.kind, question.id) ?? question[tool.kind] ?? ''}
          onText={(text) => writings.keep(tool.kind, question.id, text)}
          present={question[tool.kind]}
          savedReplies={savedReplies}
          onSend={async (text) => {
            const sent = await actions[tool.kind](question, text, tool.seen);
            if (sent) writings.drop(tool.kind, question.id);
            else onKnown();
            return sent;
          }}
          onSave={actions.saveReply}
          onClose={onClose}
        />
      );
    case 'asker':
      return (
        <AskerForm
          question={question}
          onRestrict={(restriction) => {
            onClose();
            actions.restrict(question, restriction);
          }}
          onLift={() => {
            onClose();
            actions.lift(question.id);
          }}
          onClose={onClose}
        />
      );
  }
}
