import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import styles from './ConnectionBanner.module.css';

// A blink of the network is nobody's concern.
const QUIET_MS = 1500;
const BACK_MS = 3000;

type Phase = 'fine' | 'lost' | 'back';

/** Tells of a lost connection over the page, without moving anything in it, and when it is back. */
export function ConnectionBanner({ connected }: { connected: boolean }) {
  const { t } = useTranslation('common');
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const [phase, setPhase] = useState<Phase>('fine');

  useEffect(() => {
    const next = (now: Phase): Phase => (!connected ? 'lost' : now === 'lost' ? 'back' : 'fine');
    if (!connected) {
      const timer = setTimeout(() => setPhase(next), QUIET_MS);
      return () => clearTimeout(timer);
    }
    setPhase(next);
    const timer = setTimeout(() => setPhase('fine'), BACK_MS);
    return () => clearTimeout(timer);
  }, [connected]);

  return (
    <div className={styles.place} role="status">
      {phase === 'lost' && (
        <div className={styles.banner}>
          <Banner tone="warn">{t(online ? 'connection.reconnecting' : 'connection.offline')}</Banner>
        </div>
      )}
      {phase === 'back' && (
        <div className={styles.banner}>
          <Banner tone="ok">{t('connection.back')}</Banner>
        </div>
      )}
    </div>
  );
}

function subscribeOnline(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
