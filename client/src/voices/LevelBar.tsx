import { useTranslation } from 'react-i18next';
import { useEffect, useState } from 'react';
import type { Publisher } from '../media/publisher.ts';
import { useLevel } from '../media/use-level.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './LevelBar.module.css';

/** On the meter: speech at a laptop is about 0.5, a quiet room stays below 0.15. */
const SPEECH = 0.35;
const MEMORY_MS = 6000;

/** The microphone's level, and in words whether anything like speech has come lately. */
export function LevelBar({ publisher }: { publisher: Publisher }) {
  const { t } = useTranslation('voices');
  const level = useLevel(publisher);
  const [heardAt, setHeardAt] = useState(-Infinity);
  const speaks = level >= SPEECH;
  useEffect(() => {
    if (!speaks) return;
    setHeardAt(performance.now());
    const timer = setTimeout(() => setHeardAt(-Infinity), MEMORY_MS);
    return () => clearTimeout(timer);
  }, [speaks]);
  const isHeard = speaks || heardAt > 0;
  return (
    <div className={styles.meter}>
      <div className={styles.track} role="img" aria-label={t('panel.level')}>
        <div className={styles.level} style={{ transform: `scaleX(${level})` }} />
      </div>
      <p className={cx(styles.words, isHeard && styles.heard)}>
        <Icon name={isHeard ? 'check' : 'microphone'} size={1} /> {t(isHeard ? 'panel.levelGood' : 'panel.levelSpeak')}
      </p>
    </div>
  );
}
