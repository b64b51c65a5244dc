import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { Span } from './drafts.ts';
import { segments } from './marked-text.ts';
import styles from './MarkedText.module.css';

/** A text with what may be personal data in it marked, by a line under it and by a word for who can't see that. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const { t } = useTranslation('moderate');
  return (
    <p className={styles.text} dir="auto">
      {segments(text, spans).map(({ text: piece, at, kind }) =>
        kind === null ? (
          piece
        ) : (
          <mark key={at} className={styles.mark} title={t(`personal.${kind}`)}>
            {piece}
            <VisuallyHidden> ({t(`personal.${kind}`)})</VisuallyHidden>
          </mark>
        ),
      )}
    </p>
  );
}
