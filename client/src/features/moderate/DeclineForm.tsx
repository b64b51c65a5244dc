import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeclineReason } from '@bedside/shared/commands.ts';
import { limits } from '@bedside/shared/limits.ts';
import { normaliseText, textLength } from '@bedside/shared/text.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './DeclineForm.module.css';
import { InsertReply } from './InsertReply.tsx';
import { reasonKey } from './shortcuts.ts';

type DeclineFormProps = {
  /** How many are declined at once. A note is for one asker, so that many take none. */
  count: number;
  reason: DeclineReason | null;
  note: string;
  onNote: (note: string) => void;
  savedReplies: NonNullable<SessionView['savedReplies']>;
  onReason: (reason: DeclineReason) => void;
  onDecline: (reason: DeclineReason, note: string) => void;
  onCancel: () => void;
};

/** In the place of the review bar, so that the question stays in sight while the reason is chosen. */
export function DeclineForm({ count, reason, note, onNote, savedReplies, onReason, onDecline, onCancel }: DeclineFormProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const [missing, setMissing] = useState(false);
  const reasons = useRef<HTMLFieldSetElement>(null);
  const clean = normaliseText(note);
  const tooLong = textLength(clean) > limits.noteMax;

  // The first, without choosing it: a decline always has a reason that somebody meant.
  useEffect(() => reasons.current?.querySelector('input')?.focus(), []);

  const submit = () => {
    if (!reason) return setMissing(true);
    if (!tooLong) onDecline(reason, clean);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const inNote = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') onCancel();
    else if (inNote && event.key === 'Enter' && !event.shiftKey) submit();
    else if (!inNote && reasonKey(event.nativeEvent)) choose(reasonKey(event.nativeEvent));
    else return;
    event.preventDefault();
  };
  const choose = (chosen: DeclineReason | null) => {
    if (!chosen) return;
    onReason(chosen);
    reasons.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from its own controls
    <form className={styles.form} aria-label={t('review.decline')} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <fieldset ref={reasons} className={styles.reasons}>
        <legend className={styles.legend}>{t('decline.title', { count })}</legend>
        {DeclineReason.options.map((option, place) => (
          <label key={option} className={cx(styles.reason, option === reason && styles.chosen)}>
            <input
              type="radio"
              name="decline-reason"
              value={option}
              checked={option === reason}
              onChange={() => onReason(option)}
              className={styles.radio}
            />
            <Kbd decorative>{place + 1}</Kbd>
            <span>{t(`common:reasonShort.${option}`)}</span>
          </label>
        ))}
      </fieldset>
      <p role="status" className={cx(styles.asker, missing && !reason && styles.missing)}>
        {reason ? t('decline.asker', { words: t(`common:reason.${reason}`) }) : t(missing ? 'decline.missing' : 'decline.choose')}
      </p>
      {count === 1 && (
        <div className={styles.note}>
          <TextArea label={t('decline.note')} optional rows={1} value={note} onChange={onNote} maxLength={limits.noteMax} />
          <InsertReply replies={savedReplies} text={note} max={limits.noteMax} onText={onNote} />
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.keys}>{t('decline.keys')}</span>
        <Button onPress={onCancel}>{t('common:action.cancel')}</Button>
        <Button type="submit" variant="danger" isDisabled={tooLong}>
          {t('decline.send', { count })}
        </Button>
      </div>
    </form>
  );
}
