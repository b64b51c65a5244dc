import { type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Quality } from '@bedside/shared/rpc.ts';
import quality from '../../i18n/en/quality.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import type { MediaLink } from '../../media/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import styles from './Quality.module.css';
import { StatisticsDialog } from './StatisticsDialog.tsx';
import type { QualityChoice } from './use-quality.ts';

addWords('quality', quality);

type QualityMenuProps = QualityChoice & {
  link: MediaLink;
  stats: () => Promise<RTCStatsReport | null>;
  large: MediaStream | null;
  /** The button that opens it. */
  trigger: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** What this device is to be sent of the picture, and the way to the statistics. */
export function QualityMenu({ choice, choose, quality: asked, link, stats, large, trigger, isOpen, onOpenChange }: QualityMenuProps) {
  const { t } = useTranslation('quality');
  const [statisticsOpen, setStatisticsOpen] = useState(false);
  const id = useId();
  const notes = {
    automatic: choice === 'automatic' && asked === 'saver' ? t('automaticSaving') : t('automaticNote'),
    saver: t('saverNote'),
    sound: t('soundNote'),
  };
  const openStatistics = () => {
    onOpenChange(false);
    setStatisticsOpen(true);
  };
  return (
    <>
      <Popover label={t('title')} trigger={trigger} isOpen={isOpen} onOpenChange={onOpenChange} placement="top end" className={styles.menu}>
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{t('legend')}</legend>
          {Quality.options.map((option) => (
            <label key={option} className={styles.choice}>
              <input
                type="radio"
                name={id}
                className={styles.radio}
                checked={option === choice}
                aria-describedby={`${id}-${option}`}
                aria-labelledby={`${id}-${option}-name`}
                onChange={() => choose(option)}
              />
              <span id={`${id}-${option}-name`} className={styles.name}>
                {t(option)}
              </span>
              <span id={`${id}-${option}`} className={styles.note}>
                {notes[option]}
              </span>
            </label>
          ))}
        </fieldset>
        <p className={styles.note}>{t('kept')}</p>
        <Button size="sm" icon="info" onPress={openStatistics}>
          {t('statistics')}
        </Button>
      </Popover>
      <StatisticsDialog link={link} stats={stats} large={large} isOpen={statisticsOpen} onOpenChange={setStatisticsOpen} />
    </>
  );
}
