import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyHelp } from '../../ui/lazy-part.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './AskForm.module.css';
import { AskNote, Refusal } from './AskNote.tsx';
import type { Asks } from './asks.ts';
import type { Voting } from './SimilarHints.tsx';
import type { Asking } from './use-ask.ts';

const Hints = lazyHelp(
  () => import('./Hints.tsx').then((part) => part.Hints),
  ({ asking }) => asking.draft.text,
);

type AskFormProps = {
  asking: Asking;
  asks: Asks;
  /** All that everybody can see, for what is like it. */
  questions: readonly QuestionView[];
  voting: Voting;
  connected: boolean;
  focusText?: boolean;
  compact?: boolean;
  /** Sent, and nothing more is being written. */ onSent?: () => void;
};

/** Where a question is written: its text, under which name, and what happens with it. */
export function AskForm({ asking, asks, questions, voting, connected, focusText = false, compact = false, onSent }: AskFormProps) {
  const { t } = useTranslation(['watch', 'common']);
  const { draft, change, sending, complaint, failure, submit } = asking;
  const field = useRef<HTMLTextAreaElement>(null);
  const wrong = (name: 'text' | 'name') =>
    complaint?.field === name ? t(`common:field.${complaint.problem}`, { count: complaint.count }) : null;

  const [used, setUsed] = useState(!compact);
  const unfolded = used || draft.text !== '';
  const open = asks.kind === 'open';

  const ask = async () => {
    if (!open) return;
    const outcome = await submit();
    if (outcome === 'not-sent') return;
    showToast({ text: t('ask.sent') });
    if (outcome === 'sent') onSent?.();
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextArea
        label={t('ask.text')}
        {...(unfolded && { description: t('ask.privacy'), maxLength: limits.questionMax })}
        placeholder={t('ask.placeholder')}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={wrong('text')}
        autoFocus={focusText}
        rows={unfolded ? 4 : 2}
        hideLabel={compact}
        onFocus={() => setUsed(true)}
        inputRef={field}
      />
      <Hints isOpen={unfolded} asking={asking} questions={questions} voting={voting} focusText={() => field.current?.focus()} />
      {unfolded && (
        <div className={styles.name}>
          <Switch label={t('ask.showName')} isSelected={draft.named} onChange={(named) => change({ named })} />
          {draft.named ? (
            <TextField
              label={t('ask.name')}
              description={t('ask.nameSeen')}
              value={draft.name}
              onChange={(name) => change({ name })}
              error={wrong('name')}
              autoComplete="off"
            />
          ) : (
            <p className={styles.hint}>{t('ask.anonymousSeen')}</p>
          )}
        </div>
      )}
      {open ? failure && <Refusal failure={failure} /> : <AskNote asks={asks} kept={draft.text !== ''} />}
      {sending && <SlowSending connected={connected} />}
      <Button type="submit" variant="primary" size="lg" icon="question" wide isPending={sending} isDisabled={!open && !sending}>
        {t(sending ? 'ask.sending' : 'ask.send')}
      </Button>
      <p className={styles.hint}>{t('ask.next')}</p>
    </form>
  );
}

const SLOW_MS = 2500;

/** Only where sending takes longer than one would expect. */
function SlowSending({ connected }: { connected: boolean }) {
  const { t } = useTranslation('watch');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return slow || !connected ? (
    <Banner tone="warn" live>
      {t('ask.slow')}
    </Banner>
  ) : null;
}
