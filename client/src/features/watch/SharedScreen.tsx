import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../ui/Spinner.tsx';
import { keepPlaying } from '../../media/keep-playing.ts';
import styles from './SharedScreen.module.css';

type SharedScreenProps = { isOpen: boolean; stream: MediaStream | null };

/** The doctor's screen, under the camera in its corner. The sound comes with the camera. */
export function SharedScreen({ isOpen, stream }: SharedScreenProps) {
  const { t } = useTranslation('watch');
  const video = useRef<HTMLVideoElement>(null);
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    setArrived(false);
    if (!stream) return;
    // Muted, browsers play it without a press.
    element.play().catch(() => {});
    return keepPlaying(element, document, () => {});
  }, [stream]);
  return (
    <div className={styles.screen} hidden={!isOpen}>
      <video
        ref={video}
        className={styles.video}
        playsInline
        autoPlay
        muted
        aria-label={t('stage.screen')}
        onLoadedData={() => setArrived(true)}
      />
      {!arrived && (
        <div className={styles.coming}>
          <Spinner size={2} />
        </div>
      )}
    </div>
  );
}
