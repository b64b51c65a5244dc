import { useTranslation } from 'react-i18next';
import type { PersonalKind } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { findSpans } from '../../screening/finders.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { beginDraft, changes, isStale, replaceSpans, sendable, type Span, stepBack } from './drafts.ts';
import type { DeskModel } from './use-desk.ts';
import type { Drafts } from './use-drafts.ts';

/** What becomes of a question's text before it is public: redacted, rewritten, sent. A person does each of it (rule G3). */
export function useEditing(desk: DeskModel, drafts: Drafts) {
  const { t } = useTranslation(['moderate', 'common']);
  const draftOf = (question: QuestionView) => drafts.of(question.id) ?? beginDraft(question);
  const words = (kind: PersonalKind) => t(`personal.placeholder.${kind}`);

  function redact(question: QuestionView, spans: readonly Span[]) {
    const [first] = spans;
    if (!first) return announce(t('personal.none'));
    drafts.keep(question.id, replaceSpans(draftOf(question), spans, words));
    announce(
      spans.length === 1
        ? t('personal.redacted', { kind: t(`personal.${first.kind}`) })
        : t('personal.redactedMany', { count: spans.length }),
    );
  }

  /** Looks anew, so that it acts on the text as it is, however fast the keys come. */
  async function redactFound(question: QuestionView, which: 'next' | 'all') {
    const spans = await findSpans(draftOf(question).text);
    redact(question, which === 'next' ? spans.slice(0, 1) : spans);
  }

  /** What approving is to send first; null where nothing was changed, else why it can't be sent. */
  function editsOf(question: QuestionView): { text: string; showName: boolean } | null | 'unfit' | 'stale' {
    const draft = drafts.of(question.id);
    if (!draft || !changes(draft, question)) return null;
    if (isStale(draft, question)) return 'stale';
    const text = sendable(draft);
    return text === null ? 'unfit' : { text, showName: draft.showName };
  }

  /** Says why an edit can't be sent; what a colleague changed meanwhile is put before its writer first. */
  function fit(question: QuestionView) {
    const edit = editsOf(question);
    if (edit === 'unfit') showToast({ tone: 'danger', text: t('draft.unfit') });
    if (edit === 'stale') drafts.refuse(question.id);
    return edit === 'unfit' || edit === 'stale' ? 'no' : edit;
  }

  async function approve(question: QuestionView) {
    const edit = fit(question);
    if (edit === 'no') return;
    const answer = await desk.approve(edit);
    if (!answer) return;
    if (answer.ok) drafts.drop(question.id);
    else drafts.refuse(question.id);
  }

  async function save(question: QuestionView) {
    const edit = fit(question);
    if (edit === null || edit === 'no') return;
    const answer = await desk.edit(question, edit);
    if (answer.ok) {
      drafts.drop(question.id);
      announce(t('edit.saved'));
    } else {
      drafts.refuse(question.id);
      showToast({ tone: 'danger', text: t(`common:error.${answer.error.code}`) });
    }
  }

  /** Takes back the last redaction that was not sent; false where there is none. */
  function back(question: QuestionView | undefined): boolean {
    const draft = drafts.of(question?.id);
    if (!question || !draft || draft.before.length === 0) return false;
    drafts.keep(question.id, stepBack(draft));
    announce(t('draft.back'));
    return true;
  }

  return { draftOf, redact, redactFound, editsOf, approve, save, back };
}

export type Editing = ReturnType<typeof useEditing>;
