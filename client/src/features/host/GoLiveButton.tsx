import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './GoLiveButton.module.css';
import type { Studio } from './use-studio.ts';

/** The one big button. Pressed, it keeps the focus and says what it is doing. */
export function GoLiveButton({ studio, words, big = false }: { studio: Studio; words: 'live' | 'again' | 'here'; big?: boolean }) {
  const { t } = useTranslation('host');
  const { goingLive, connected, media } = studio;
  const ready = connected && media.tracks.microphone !== null;
  return (
    <Button
      variant="primary"
      size="lg"
      wide
      {...(!goingLive && { icon: 'camera' })}
      className={big ? styles.big : undefined}
      isDisabled={!ready && !goingLive}
      onPress={studio.goLive}
    >
      {goingLive ? (
        <span className={styles.going}>
          <Spinner size={1.25} /> {t('go.connecting')}
        </span>
      ) : (
        t(`go.${words}`)
      )}
    </Button>
  );
}
