import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { Span } from './drafts.ts';
import styles from './QuestionDetail.module.css';

type PersonalChipsProps = { text: string; spans: readonly Span[]; onRedact: (spans: readonly Span[]) => void };

/** Each place that may be personal data, with a button that takes it out of what the public reads. Never said to be all (rule G2). */
export function PersonalChips({ text, spans, onRedact }: PersonalChipsProps) {
  const { t } = useTranslation('moderate');
  if (spans.length === 0) return null;
  return (
    <div className={styles.block}>
      <p className={styles.label}>{t('personal.heading')}</p>
      <ul className={styles.chips}>
        {spans.map((span) => (
          <li key={span.start}>
            <Button size="sm" icon="hide" className={styles.chip} onPress={() => onRedact([span])}>
              <VisuallyHidden>{t('personal.redact')}</VisuallyHidden> {t(`personal.${span.kind}`)}{' '}
              <bdi className={styles.found}>{text.slice(span.start, span.end)}</bdi>
            </Button>
          </li>
        ))}
        {spans.length > 1 && (
          <li>
            <Button size="sm" variant="quiet" onPress={() => onRedact(spans)} aria-keyshortcuts="Shift+R">
              {t('personal.redactAll')}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
