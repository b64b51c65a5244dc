import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { fullTime } from '../../ui/time.ts';
import styles from './Forms.module.css';
import type { HeldBack as Held } from './held-back.ts';

/** Everybody who is held back, so that it can be lifted without looking for a question of theirs. */
export function HeldBack({ held, onLift }: { held: readonly Held[]; onLift: (id: QuestionId) => void }) {
  const { t, i18n } = useTranslation('moderate');
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="held-back" className={styles.form}>
      <h3 id="held-back" className={styles.title}>
        {t('restrict.list', { count: held.length })}
      </h3>
      <ul className={styles.list}>
        {held.map(({ asker, questionId: id, kind, until, question }) => (
          <li key={asker} className={styles.row}>
            <span className={styles.rowText}>
              <span className={styles.label}>
                {t(`restrict.state.${kind}`)}
                {until !== null && <> · {t('restrict.until', { time: fullTime(until, i18n.language) })}</>}
              </span>
              <span id={`held-back-${id}`} dir="auto" className={styles.oneLine}>
                {question?.text ?? t('restrict.gone')}
              </span>
            </span>
            <Button size="sm" aria-describedby={`held-back-${id}`} onPress={() => onLift(id)}>
              {t('restrict.lift')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
