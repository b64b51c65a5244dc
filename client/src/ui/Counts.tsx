import { useTranslation } from 'react-i18next';
import { DeclineReason } from '@bedside/shared/commands.ts';
import type { Counts as CountsView } from '@bedside/shared/view.ts';
import styles from './Counts.module.css';

/** What became of all questions, for everybody to see (rule E1). */
export function Counts({ counts }: { counts: CountsView }) {
  const { t } = useTranslation('common');
  const { received, approved, answered, merged, declined, declinedForOthers } = counts;
  if (received === 0) return null;
  const rows = [
    { label: t('counts.received'), count: received },
    { label: t('counts.approved'), count: approved },
    { label: t('counts.answered'), count: answered },
    { label: t('counts.merged'), count: merged },
    ...DeclineReason.options.map((reason) => ({
      label: t('counts.declined', { reason: t(`reasonShort.${reason}`).toLocaleLowerCase() }),
      count: declined[reason] ?? 0,
    })),
  ];
  return (
    <details className={styles.counts}>
      <summary className={styles.summary}>
        <span className={styles.title}>{t('counts.title')}</span>
        <span className={styles.short}>{t('counts.short', { received, approved, answered })}</span>
      </summary>
      <dl className={styles.list}>
        {rows.map(
          ({ label, count }, place) =>
            (place === 0 || count > 0) && (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd>{count}</dd>
              </div>
            ),
        )}
      </dl>
      {declinedForOthers && <p className={styles.few}>{t('counts.few')}</p>}
    </details>
  );
}
