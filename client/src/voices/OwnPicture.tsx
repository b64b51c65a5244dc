import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './OwnPicture.module.css';

/** One's own picture as in a mirror, and never one's own sound. */
export function OwnPicture({ stream, shown, asking = false }: { stream: MediaStream | null; shown: boolean; asking?: boolean }) {
  const { t } = useTranslation('voices');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={styles.view}>
      <video ref={video} className={cx(styles.video, !shown && styles.off)} autoPlay playsInline muted aria-label={t('panel.preview')} />
      {!shown && (
        <p className={styles.cover}>
          <Icon name={asking ? 'camera' : 'cameraOff'} size={1.5} /> {t(asking ? 'panel.starting' : 'panel.cameraOff')}
        </p>
      )}
    </div>
  );
}
