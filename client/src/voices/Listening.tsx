import { useTranslation } from 'react-i18next';
import type { Voice } from '@bedside/shared/commands.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { VoiceTile } from './VoiceTile.tsx';
import { VoiceTiles } from './VoiceTiles.tsx';
import { onStage } from './on-stage.ts';
import styles from './Listening.module.css';

/** What somebody beside the doctor hears and sees: the doctor, and everybody on stage but themselves (rule T12). */
export function Listening({ session, own }: { session: SessionView; own: Voice }) {
  const { t } = useTranslation('voices');
  const others = onStage(session).filter(({ channel }) => channel !== own);
  return (
    <section className={styles.listening} aria-labelledby="listening">
      <h2 id="listening" className={styles.heading}>
        {t('panel.listening')}
      </h2>
      <VoiceTile channel="main" stream={session.stream} name={session.host.name} quality="automatic" muted={false} />
      {others.length > 0 && (
        <div className={styles.others}>
          <VoiceTiles others={others} />
        </div>
      )}
      <p className={styles.note}>{t('panel.listeningNote')}</p>
    </section>
  );
}
