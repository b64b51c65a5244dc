import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './SelfView.module.css';

type SelfViewProps = {
  stream: MediaStream | null;
  /** A picture is there and not held back. */
  camera: boolean;
  starting: boolean;
  /** Patients will hear the doctor all the same. */
  sound: boolean;
  size: 'lg' | 'sm';
  /** Lines to sit by, on this page alone. */
  guide?: boolean;
};

/** The doctor's own picture as in a mirror, as people expect of themselves; patients see it the right way round. */
export function SelfView({ stream, camera, starting, sound, size, guide = false }: SelfViewProps) {
  const { t } = useTranslation('host');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={cx(styles.view, styles[size])}>
      <video ref={video} className={cx(styles.video, !camera && styles.off)} autoPlay playsInline muted aria-label={t('setup.preview')} />
      {camera && guide && (
        <svg className={styles.guide} viewBox="0 0 160 90" preserveAspectRatio="none" aria-hidden="true">
          <path d="M53.3 0v90M106.7 0v90M0 30h160M0 60h160" />
          <ellipse cx="80" cy="37" rx="17" ry="25" />
        </svg>
      )}
      {!camera && (
        <div className={styles.cover}>
          {starting ? <Spinner /> : <Icon name="cameraOff" size={size === 'lg' ? 2.5 : 1.75} />}
          <p>{starting ? t('setup.starting') : t('setup.cameraOff')}</p>
          {!starting && sound && size === 'lg' && <p className={styles.note}>{t('setup.cameraOffNote')}</p>}
        </div>
      )}
    </div>
  );
}
