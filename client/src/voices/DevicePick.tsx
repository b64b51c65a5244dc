import { useTranslation } from 'react-i18next';
import type { Publisher, PublisherSnapshot } from '../media/publisher.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';

type DevicePickProps = { source: 'camera' | 'microphone'; publisher: Publisher; media: PublisherSnapshot };

/** Whether the browser still asks for it, or opens it. */
export const isAsking = ({ tracks, problems }: PublisherSnapshot, source: DevicePickProps['source']): boolean =>
  tracks[source] === null && problems[source] === null;

/** Which of this machine's devices is used. */
export function DevicePick({ source, publisher, media }: DevicePickProps) {
  const { t } = useTranslation('voices');
  const options = media.devices[source].map(({ id, label }, place) => ({ id, label: label || `${t(`panel.${source}`)} ${place + 1}` }));
  const chosen = media.chosen[source];
  return (
    <Select
      label={t(`panel.${source}`)}
      value={options.some(({ id }) => id === chosen) ? chosen : null}
      options={options}
      placeholder={t(isAsking(media, source) ? 'panel.asking' : 'panel.none')}
      isDisabled={options.length === 0}
      onChange={(id) => void publisher.choose(source, id)}
    />
  );
}

/** Why a device can't be used, and a way to try again. */
export function DeviceTrouble({
  media,
  source,
  onRetry,
}: {
  media: PublisherSnapshot;
  source: DevicePickProps['source'];
  onRetry: () => void;
}) {
  const { t } = useTranslation(['voices', 'common']);
  const problem = media.problems[source];
  if (problem === null || media.tracks[source] !== null) return null;
  const retry = problem !== 'insecure' && (
    <Button size="sm" icon="refresh" onPress={onRetry}>
      {t('common:action.retry')}
    </Button>
  );
  return (
    <Banner tone={source === 'microphone' ? 'danger' : 'warn'} live actions={retry}>
      {t(`device.${problem}`, { device: t(`device.${source}`) })}
    </Banner>
  );
}
