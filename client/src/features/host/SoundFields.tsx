import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publisher } from '../../media/publisher.ts';
import { useRememberedSwitch } from '../../ui/remembered.ts';
import { Switch } from '../../ui/Switch.tsx';
import styles from './DeviceFields.module.css';

/** Asks for the background to be blurred, remembered by this browser; before the camera is first opened. */
export function useBlur(publisher: Publisher | null): (on: boolean) => void {
  const [blur, setBlur] = useRememberedSwitch('bedside.blur');
  useEffect(() => {
    void publisher?.blur(blur);
  }, [publisher, blur]);
  return (on) => {
    setBlur(on);
    // Also when the system has changed it meanwhile, and it is asked for again.
    void publisher?.blur(on);
  };
}

export type SoundChoice = ReturnType<typeof useSound>;

/** What this browser does to the doctor's sound, remembered by it. */
export function useSound(publisher: Publisher | null) {
  const [noise, setNoise] = useRememberedSwitch('bedside.noise', true);
  const [echo, setEcho] = useRememberedSwitch('bedside.echo', true);
  const [gain, setGain] = useRememberedSwitch('bedside.gain', true);
  useEffect(() => {
    void publisher?.process({ noiseSuppression: noise, echoCancellation: echo, autoGainControl: gain });
  }, [publisher, noise, echo, gain]);
  return { noise, setNoise, echo, setEcho, gain, setGain };
}

export function SoundFields({ sound }: { sound: SoundChoice }) {
  const { t } = useTranslation('host');
  return (
    <details className={styles.sound}>
      <summary>{t('setup.sound')}</summary>
      <Switch label={t('setup.noise')} isSelected={sound.noise} onChange={sound.setNoise} />
      <Switch label={t('setup.echo')} isSelected={sound.echo} onChange={sound.setEcho} />
      <Switch label={t('setup.gain')} isSelected={sound.gain} onChange={sound.setGain} />
    </details>
  );
}
