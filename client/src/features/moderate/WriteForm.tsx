import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import { AnswerText, ReplyText } from '@bedside/shared/text.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Forms.module.css';
import { InsertReply } from './InsertReply.tsx';

type WriteFormProps = {
  kind: 'reply' | 'answer';
  text: string;
  onText: (text: string) => void;
  /** What is there already, which sending would replace. */
  present: string | undefined;
  savedReplies: NonNullable<SessionView['savedReplies']>;
  /** False where it was refused: what was written stays. */
  onSend: (text: string) => Promise<boolean>;
  onSave: (text: string) => void;
  onClose: () => void;
};

const lengths = { reply: limits.replyMax, answer: limits.answerMax };
const schemas = { reply: ReplyText, answer: AnswerText };

/** A private reply to the asker, or the answer in writing that all read. */
export function WriteForm({ kind, text, onText, present, savedReplies, onSend, onSave, onClose }: WriteFormProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const [first] = useState(present);
  const [busy, setBusy] = useState(false);
  const parsed = schemas[kind].safeParse(text);
  const saveable = ReplyText.safeParse(text);

  const submit = async () => {
    if (!parsed.success || busy) return;
    setBusy(true);
    const sent = await onSend(parsed.data);
    setBusy(false);
    if (sent) onClose();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from its own controls
    <form className={styles.form} aria-label={t(`write.${kind}.title`)} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {present !== undefined && present !== first && (
        <div role="status" className={styles.preview}>
          <p className={styles.label}>{t(`write.${kind}.meanwhile`)}</p>
          <p className={styles.previewText} dir="auto">
            {present}
          </p>
        </div>
      )}
      <TextArea
        label={t(`write.${kind}.label`)}
        description={t(`write.${kind}.note`)}
        autoFocus
        rows={kind === 'reply' ? 3 : 5}
        value={text}
        onChange={onText}
        maxLength={lengths[kind]}
      />
      <div className={styles.choices}>
        <InsertReply replies={savedReplies} text={text} max={lengths[kind]} onText={onText} />
        <Button
          size="sm"
          variant="quiet"
          isDisabled={!saveable.success || savedReplies.length >= limits.savedRepliesMax}
          onPress={() => saveable.success && onSave(saveable.data)}
        >
          {t('replies.save')}
        </Button>
      </div>
      <div className={styles.foot}>
        <span className={styles.keys}>{t('write.keys')}</span>
        <Button onPress={onClose}>{t('common:action.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!parsed.success} isPending={busy}>
          {t(`write.${kind}.send`)}
        </Button>
      </div>
    </form>
  );
}
