import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionLine } from '@bedside/shared/captions/captions.ts';
import { CaptionText } from '@bedside/shared/text.ts';
import type { View } from '@bedside/shared/view.ts';
import { useSend } from '../net/session-context.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './Manage.module.css';
import { TranscriptView } from './TranscriptView.tsx';

/** What is being corrected: since when its text is known, so that nobody else's correction is overwritten unseen (rule L3). */
type Editing = { line: CaptionLine; text: string; seen: number };

/** Which line is being corrected, and how to begin with another. */
export function useEditing(view: View) {
  const [editing, setEditing] = useState<Editing | null>(null);
  return {
    editing,
    begin: (line: CaptionLine, text = line.text) => setEditing({ line, text, seen: view.seq }),
    change: (text: string) => setEditing((now) => now && { ...now, text }),
    end: () => setEditing(null),
  };
}

type EditableTranscriptProps = { view: View; editing: ReturnType<typeof useEditing>; onLeave?: () => void; empty?: string };

/** The transcript, each line with its correction in place. */
export function EditableTranscript({ view, editing: { editing, begin, change, end }, onLeave, empty }: EditableTranscriptProps) {
  const { t } = useTranslation(['captions', 'common']);
  const send = useSend();
  const latest = useRef(view);
  const beginAnew = useRef(begin);
  useEffect(() => {
    latest.current = view;
    beginAnew.current = begin;
  });
  const leave = () => {
    end();
    onLeave?.();
  };
  const save = async () => {
    const text = CaptionText.safeParse(editing?.text);
    if (!editing || !text.success) return;
    const { line, seen } = editing;
    leave();
    const answer = await send({ type: 'correct-caption', caption: line.id, text: text.data, seen });
    if (answer.ok) return;
    const now = latest.current.captions.lines.find(({ id }) => id === line.id);
    const why = t(`common:error.${answer.error.code}`);
    if (!now || now.text === line.text) return void showToast({ text: t('edit.refused', { why }), tone: 'danger' });
    // What was typed is not lost: its writer decides, knowing of the other.
    showToast({ text: t('edit.conflict', { text: now.text }), tone: 'danger' });
    beginAnew.current(now, text.data);
  };
  const remove = (line: CaptionLine) => {
    void send({ type: 'remove-caption', caption: line.id }).then((answer) => {
      if (answer.ok) showToast({ text: t('edit.removed') });
      else showToast({ text: t('edit.refused', { why: t(`common:error.${answer.error.code}`) }), tone: 'danger' });
    });
  };

  return (
    <TranscriptView
      view={view}
      {...(empty !== undefined && { empty })}
      instead={(line) =>
        editing?.line.id === line.id ? (
          <form
            className={styles.editor}
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <TextField
              label={t('edit.label')}
              hideLabel
              value={editing.text}
              onChange={change}
              autoFocus
              autoComplete="off"
              onEscape={leave}
            />
            <Button type="submit" size="sm" variant="primary">
              {t('edit.save')}
            </Button>
            <Button size="sm" onPress={leave}>
              {t('edit.cancel')}
            </Button>
          </form>
        ) : null
      }
      actions={(line) =>
        editing?.line.id === line.id ? null : (
          <span className={styles.lineActions}>
            <IconButton icon="edit" label={t('edit.correct', { text: line.text })} onPress={() => begin(line)} />
            <IconButton icon="close" label={t('edit.remove', { text: line.text })} onPress={() => remove(line)} />
          </span>
        )
      }
    />
  );
}
