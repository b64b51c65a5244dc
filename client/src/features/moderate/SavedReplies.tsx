import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { ReplyText } from '@bedside/shared/text.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Forms.module.css';

type SavedRepliesProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  replies: NonNullable<SessionView['savedReplies']>;
  /** Null where there is no question to reply to. */
  onUse: ((text: string) => void) | null;
  onSave: (text: string) => void;
  onDelete: (id: ReplyId) => void;
};

/** Replies that the session's team wrote once, to be used again. */
export function SavedReplies({ isOpen, onOpenChange, replies, onUse, onSave, onDelete }: SavedRepliesProps) {
  const { t } = useTranslation('moderate');
  const [text, setText] = useState('');
  const parsed = ReplyText.safeParse(text);
  const save = () => {
    if (!parsed.success) return;
    onSave(parsed.data);
    setText('');
  };
  return (
    <Dialog title={t('replies.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {replies.length === 0 ? (
        <EmptyState title={t('replies.none')}>{t('replies.noneNote')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {replies.map((reply) => (
            <li key={reply.id} className={styles.row}>
              <span className={styles.rowText} dir="auto">
                {reply.text}
              </span>
              {onUse && (
                <Button size="sm" onPress={() => onUse(reply.text)}>
                  {t('replies.use')}
                </Button>
              )}
              <IconButton icon="close" label={t('replies.delete')} onPress={() => onDelete(reply.id)} />
            </li>
          ))}
        </ul>
      )}
      <TextArea label={t('replies.new')} rows={2} value={text} onChange={setText} maxLength={limits.replyMax} />
      <div className={styles.foot}>
        <Button isDisabled={!parsed.success || replies.length >= limits.savedRepliesMax} onPress={save}>
          {t('replies.save')}
        </Button>
      </div>
    </Dialog>
  );
}
