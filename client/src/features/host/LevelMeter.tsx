import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publisher } from '../../media/publisher.ts';
import { useLevel } from '../../media/use-level.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LevelTrack } from '../../ui/LevelTrack.tsx';
import { type Hearing, hearingOf, listen, startHearing } from './hearing.ts';
import styles from './LevelMeter.module.css';

/** The microphone's level, and in words what it means. */
export function LevelMeter({ publisher, deviceId }: { publisher: Publisher; deviceId: string | null }) {
  const { t } = useTranslation('host');
  const hearing = useHearing(publisher, deviceId);
  return (
    <div className={styles.meter}>
      <Bar publisher={publisher} />
      <p className={cx(styles.words, styles[hearing])} role="status">
        <Icon name={hearing === 'hear' ? 'check' : hearing === 'speak' ? 'microphone' : 'alert'} size={1.125} />
        <span>{t(`setup.${hearing}`)}</span>
      </p>
      {hearing === 'silent' && <p className={styles.note}>{t('setup.silentNote')}</p>}
    </div>
  );
}

// A component of its own, so that fifteen levels a second render a bar and nothing else.
function Bar({ publisher }: { publisher: Publisher }) {
  const { t } = useTranslation('host');
  const level = useLevel(publisher);
  return (
    <LevelTrack
      level={level}
      role="meter"
      aria-label={t('setup.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(level * 100)}
    />
  );
}

const LOOK_MS = 200;

function useHearing(publisher: Publisher, deviceId: string | null): Hearing {
  const [hearing, setHearing] = useState<Hearing>('speak');
  useEffect(() => {
    let heard = startHearing(performance.now());
    const look = () => {
      const now = performance.now();
      heard = listen(heard, publisher.level.get(), now);
      setHearing(hearingOf(heard, now));
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
    // Another device is listened to from the beginning.
  }, [publisher, deviceId]);
  return hearing;
}
