import { useTranslation } from 'react-i18next';
import { nameOf, type OnStage } from './on-stage.ts';
import { VoiceTile } from './VoiceTile.tsx';

/** Whoever is on stage beside the doctor, heard and seen. */
export function VoiceTiles({ others, muted = false }: { others: readonly OnStage[]; muted?: boolean }) {
  const { t } = useTranslation('voices');
  return others.map(({ channel, voice }) => (
    <VoiceTile key={channel} channel={channel} stream={voice.stream} name={nameOf(t, channel, voice)} quality="automatic" muted={muted} />
  ));
}
