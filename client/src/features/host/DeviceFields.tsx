import { useTranslation } from 'react-i18next';
import type { DeviceSource } from '../../media/devices.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './DeviceFields.module.css';
import { LevelMeter } from './LevelMeter.tsx';
import { SoundFields } from './SoundFields.tsx';
import type { Studio } from './use-studio.ts';

/** Which camera and which microphone, whether the picture is sent, and whether sound arrives. */
export function DeviceFields({ studio }: { studio: Studio }) {
  const { t } = useTranslation('host');
  const { media, publisher } = studio;
  const field = (source: DeviceSource) => {
    const options = media.devices[source].map(({ id, label }, place) => ({ id, label: label || `${t(`setup.${source}`)} ${place + 1}` }));
    const chosen = media.chosen[source];
    return (
      <Select
        label={t(`setup.${source}`)}
        value={options.some(({ id }) => id === chosen) ? chosen : null}
        options={options}
        placeholder={t(studio.starting ? 'setup.waiting' : media.problems[source] === 'denied' ? 'setup.notAllowed' : 'setup.none')}
        isDisabled={options.length === 0}
        onChange={(id) => void publisher.choose(source, id)}
      />
    );
  };
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        {field('camera')}
        <Switch
          label={t('setup.useCamera')}
          isSelected={media.tracks.camera !== null && !media.muted.camera}
          isDisabled={media.tracks.camera === null}
          onChange={() => studio.toggle('camera')}
        />
        {media.blurred !== null && (
          <Switch label={t('setup.blur')} description={t('setup.blurNote')} isSelected={media.blurred} onChange={studio.setBlur} />
        )}
      </div>
      <div className={styles.field}>
        {field('microphone')}
        {media.muted.microphone ? (
          <p className={styles.muted}>{t('live.mutedNow')}</p>
        ) : (
          media.tracks.microphone && <LevelMeter publisher={publisher} deviceId={media.chosen.microphone} />
        )}
        <SoundFields sound={studio.sound} />
      </div>
    </div>
  );
}
