import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { ClampedText } from '../../ui/ClampedText.tsx';
import styles from './SessionInfo.module.css';

/** Who answers, and what it is about. */
export function SessionInfo({ session: { host, description } }: { session: SessionView }) {
  const { t } = useTranslation('watch');
  return (
    <section className={styles.info} aria-labelledby="about">
      <h2 id="about" className={styles.host}>
        {t('about.with', { name: host.name })}
      </h2>
      {host.title && <p className={styles.title}>{host.title}</p>}
      {description && (
        <ClampedText lines={3}>
          <p className={styles.description}>{description}</p>
        </ClampedText>
      )}
    </section>
  );
}
