import { type KeyboardEvent, type SubmitEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import { normaliseText, textLength } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { beginDraft, changes, type Draft, isStale, rebase, sendable, type Span, stepBack } from './drafts.ts';
import styles from './Forms.module.css';
import { PersonalChips } from './PersonalChips.tsx';

type EditFormProps = {
  question: QuestionView;
  draft: Draft;
  spans: readonly Span[];
  /** What leads on from here: with the edit, or the edit alone where the question is public or for a clinician to approve. */
  withApproval: boolean;
  onDraft: (draft: Draft) => void;
  onRedact: (spans: readonly Span[]) => void;
  onSave: (approve: boolean) => void;
  onClose: () => void;
};

/** The text that the public is to read. Closed without sending, it stays a draft for as long as the page is open. */
export function EditForm({ question, draft, spans, withApproval, onDraft, onRedact, onSave, onClose }: EditFormProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const field = useRef<HTMLTextAreaElement>(null);
  const clean = sendable(draft);
  const length = textLength(normaliseText(draft.text));
  const error =
    length < limits.questionMin
      ? t('common:field.tooShort', { count: limits.questionMin })
      : length > limits.questionMax
        ? t('common:field.tooLong', { count: limits.questionMax })
        : null;
  const stale = isStale(draft, question);
  const canSave = clean !== null && changes(draft, question) && !stale;
  const canApprove = withApproval && clean !== null && !stale;

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (canApprove) onSave(true);
    else if (canSave) onSave(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (canApprove) onSave(true);
      else if (canSave) onSave(false);
    } else return;
    event.preventDefault();
  };
  const shownWords = (name: string | null) => (name === null ? t('common:question.anonymous') : <bdi>{name}</bdi>);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from its own controls
    <form className={styles.form} aria-label={t('edit.title')} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {stale && (
        <Banner
          tone="warn"
          live
          actions={
            <>
              <Button size="sm" onPress={() => onDraft(beginDraft(question))}>
                {t('edit.takeTheirs')}
              </Button>
              <Button size="sm" variant="quiet" onPress={() => onDraft(rebase(draft, question))}>
                {t('edit.keepMine')}
              </Button>
            </>
          }
        >
          {t('edit.stale')} <q dir="auto">{question.text}</q> · {shownWords(question.nameHidden ? null : question.name)}
        </Banner>
      )}
      <TextArea
        label={t('edit.text')}
        autoFocus
        inputRef={field}
        rows={4}
        value={draft.text}
        onChange={(text) => onDraft({ ...draft, text })}
        maxLength={limits.questionMax}
        error={error}
      />
      <PersonalChips text={draft.text} spans={spans} onRedact={onRedact} onLast={() => field.current?.focus()} />
      {draft.before.length > 0 && (
        <div className={styles.choices}>
          <Button size="sm" variant="quiet" icon="undo" onPress={() => onDraft(stepBack(draft))}>
            {t('edit.unredact')}
          </Button>
        </div>
      )}
      {question.name !== null && (
        <Switch
          label={t('edit.showName', { name: question.name })}
          isSelected={draft.showName}
          onChange={(showName) => onDraft({ ...draft, showName })}
        />
      )}
      <div className={styles.preview}>
        <p className={styles.label}>{t('edit.preview')}</p>
        <p className={styles.previewText} dir="auto">
          {clean ?? draft.text}
        </p>
        <p className={styles.label}>
          {shownWords(draft.showName ? question.name : null)}
          {canSave && <> · {t('edit.marked')}</>}
        </p>
      </div>
      <div className={styles.foot}>
        <span className={styles.keys}>{t('edit.keys')}</span>
        <Button onPress={onClose}>{t('common:action.cancel')}</Button>
        <Button variant={withApproval ? 'secondary' : 'primary'} isDisabled={!canSave} onPress={() => onSave(false)}>
          {t('edit.save')}
        </Button>
        {withApproval && (
          <Button type="submit" variant="primary" icon="check" isDisabled={!canApprove}>
            {t(canSave ? 'edit.saveApprove' : 'review.approve')}
          </Button>
        )}
      </div>
    </form>
  );
}
