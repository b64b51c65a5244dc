import { useTranslation } from 'react-i18next';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Journey.module.css';
import { journeyOf } from './journey.ts';

/** Received, with moderators, public, answered: where a question is on its way. */
export function Journey({ status }: { status: QuestionStatus }) {
  const { t } = useTranslation('ask');
  const steps = journeyOf(status);
  if (!steps) return null;
  return (
    <ol className={styles.steps} aria-label={t('own.journey')}>
      {steps.map(({ stop, is }) => (
        <li key={stop} className={cx(styles.step, styles[is])} {...(is === 'now' && { 'aria-current': 'step' })}>
          {t(`own.stop.${stop}`)}
        </li>
      ))}
    </ol>
  );
}
