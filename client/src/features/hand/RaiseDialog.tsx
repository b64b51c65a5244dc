import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import { type HaveRead, isRead, nothingRead, stillRead } from '../../help/confirming.ts';
import { Help } from '../../help/Help.tsx';
import { useSigns } from '../../help/use-signs.ts';
import { useSend } from '../../net/session-context.tsx';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Hand.module.css';

type RaiseDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** For which signs where help is was read, before what it is about is sent. */
  onRead: (read: HaveRead) => void;
};

/** What somebody would like to talk about, and under which name. */
export function RaiseDialog({ isOpen, onOpenChange, onRead }: RaiseDialogProps) {
  const { t } = useTranslation(['voices', 'common']);
  const send = useSend();
  const [topic, setTopic] = useState('');
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const flags = useSigns(topic);
  const found = flags.join(' ');
  const [marked, setMarked] = useState(nothingRead);
  // A text with a sign more has not been read about (rule F1).
  const read = stillRead(marked, topic, flags);
  // For good: the same sign in another text is another one.
  if (read !== marked) setMarked(read);
  useEffect(() => {
    if (found !== '') announce(t('hand.urgentWriting'), 'assertive');
  }, [found, t]);
  const raise = async () => {
    setSending(true);
    setProblem(null);
    onRead(read);
    const answer = await send({
      type: 'raise-hand',
      ...(topic.trim() !== '' && { topic: topic.trim() }),
      ...(name.trim() !== '' && { name: name.trim() }),
    });
    setSending(false);
    if (!answer.ok) return setProblem(answer.error.code === 'slow-mode' ? t('hand.wait') : t(`common:error.${answer.error.code}`));
    setTopic('');
    setName('');
    onOpenChange(false);
  };
  return (
    <Dialog title={t('hand.raiseTitle')} kind="sheet" isOpen={isOpen} onOpenChange={onOpenChange}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void raise();
        }}
      >
        <p>{t('hand.raiseLead')}</p>
        <TextField
          label={t('hand.topic')}
          description={t('hand.topicHint')}
          value={topic}
          onChange={setTopic}
          maxLength={limits.handTopicMax}
          optional
          autoComplete="off"
        />
        <Help
          isOpen={flags.length > 0}
          flags={flags}
          read={{ isRead: isRead(flags, read), onChange: (yes) => setMarked(yes ? new Set(flags) : nothingRead) }}
        />
        <TextField
          label={t('hand.name')}
          description={t('hand.nameHint')}
          value={name}
          onChange={setName}
          maxLength={limits.displayNameMax}
          optional
          autoComplete="off"
        />
        {problem !== null && (
          <Banner tone="danger" live>
            {problem}
          </Banner>
        )}
        <Button type="submit" variant="primary" size="lg" icon="microphone" wide isPending={sending}>
          {t('hand.send')}
        </Button>
      </form>
    </Dialog>
  );
}
