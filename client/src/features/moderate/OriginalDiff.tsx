import { diffWords } from 'diff';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './OriginalDiff.module.css';

/** What the asker wrote beside what the public reads: what went and what came, each told by more than its colour. */
export function OriginalDiff({ original, shown }: { original: string; shown: string }) {
  const { t } = useTranslation('moderate');
  let at = 0;
  return (
    <p className={styles.diff} dir="auto">
      {diffWords(original, shown).map(({ value, added, removed }) => {
        const key = at++;
        if (removed)
          return (
            <del key={key} className={styles.removed}>
              <VisuallyHidden>{t('original.removed')} </VisuallyHidden>
              {value}
            </del>
          );
        if (added)
          return (
            <ins key={key} className={styles.added}>
              <VisuallyHidden>{t('original.added')} </VisuallyHidden>
              {value}
            </ins>
          );
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}
