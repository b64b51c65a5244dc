import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { playTones } from '../../media/play-tones.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SpeakerTest.module.css';

/** Whether this machine's loudspeaker can be heard. */
export function SpeakerTest() {
  const { t } = useTranslation('host');
  const [played, setPlayed] = useState<'playing' | 'played' | 'failed' | null>(null);
  const play = async () => {
    setPlayed('playing');
    setPlayed(
      await playTones().then(
        () => 'played',
        () => 'failed',
      ),
    );
  };
  return (
    <div className={styles.test}>
      <Button size="sm" icon="soundOn" onPress={() => played !== 'playing' && void play()}>
        {t('speaker.play')}
      </Button>
      <p role="status" className={styles.note}>
        {played && t(`speaker.${played}`)}
      </p>
    </div>
  );
}
