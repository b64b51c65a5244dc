import { useTranslation } from 'react-i18next';
import { useEffect, useState } from 'react';
import type { Publisher } from '../media/publisher.ts';
import { SPEECH } from '../media/level.ts';
import { useLevel } from '../media/use-level.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { LevelTrack } from '../ui/LevelTrack.tsx';
import styles from './LevelBar.module.css';

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
      <LevelTrack level={level} role="img" aria-label={t('panel.level')} />
      <p className={cx(styles.words, isHeard && styles.heard)}>
        <Icon name={isHeard ? 'check' : 'microphone'} size={1} /> {t(isHeard ? 'panel.levelGood' : 'panel.levelSpeak')}
      </p>
    </div>
  );
}
