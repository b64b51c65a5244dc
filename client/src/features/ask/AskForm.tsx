import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './AskForm.module.css';
import type { Asking } from './use-ask.ts';

type AskFormProps = {
  asking: Asking;
  connected: boolean;
  focusText?: boolean;
  compact?: boolean;
  /** Sent, and nothing more is being written. */ onSent?: () => void;
};

/** Where a question is written: its text, under which name, and what happens with it. */
export function AskForm({ asking, connected, focusText = false, compact = false, onSent }: AskFormProps) {
  const { t } = useTranslation(['watch', 'common']);
  const { draft, change, sending, complaint, failure, submit } = asking;
  const wrong = (field: 'text' | 'name') =>
    complaint?.field === field ? t(`common:field.${complaint.problem}`, { count: complaint.count }) : null;

  const [used, setUsed] = useState(!compact);
  const unfolded = used || draft.text !== '';

  const ask = async () => {
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
      />
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
      {failure && <Refusal failure={failure} />}
      {sending && <SlowSending connected={connected} />}
      <Button type="submit" variant="primary" size="lg" icon="question" wide isPending={sending}>
        {t(sending ? 'ask.sending' : 'ask.send')}
      </Button>
      <p className={styles.hint}>{t('ask.next')}</p>
    </form>
  );
}

function Refusal({ failure: { code, retryAfterMs } }: { failure: Failure }) {
  const { t } = useTranslation(['watch', 'common']);
  const seconds = Math.ceil((retryAfterMs ?? 0) / 1000);
  return (
    <Banner tone="danger" live>
      {code === 'rate-limited' && seconds > 0 ? t('ask.wait', { count: seconds }) : t(`common:error.${code}`)}
    </Banner>
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
