import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { Span } from './drafts.ts';
import styles from './QuestionDetail.module.css';

type PersonalChipsProps = {
  text: string;
  spans: readonly Span[];
  onRedact: (spans: readonly Span[]) => void;
  /** The last one is gone under the keyboard's hands. */
  onLast?: () => void;
};

/** Each place that may be personal data, with a button that takes it out of what the public reads. Never said to be all (rule G2). */
export function PersonalChips({ text, spans, onRedact, onLast }: PersonalChipsProps) {
  const { t } = useTranslation('moderate');
  const box = useRef<HTMLUListElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return;
    pressed.current = false;
    const next = box.current?.querySelector('button');
    if (next) next.focus();
    else onLast?.();
  });
  const redact = (chosen: readonly Span[]) => {
    pressed.current = true;
    onRedact(chosen);
  };
  if (spans.length === 0) return null;
  return (
    <div className={styles.block}>
      <p className={styles.label}>{t('personal.heading')}</p>
      <ul ref={box} className={styles.chips}>
        {spans.map((span) => (
          <li key={span.start}>
            <Button size="sm" icon="hide" className={styles.chip} onPress={() => redact([span])}>
              <VisuallyHidden>{t('personal.redact')}</VisuallyHidden> {t(`personal.${span.kind}`)}{' '}
              <bdi className={styles.found}>{text.slice(span.start, span.end)}</bdi>
            </Button>
          </li>
        ))}
        {spans.length > 1 && (
          <li>
            <Button size="sm" variant="quiet" onPress={() => redact(spans)} aria-keyshortcuts="Shift+R">
              {t('personal.redactAll')}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
