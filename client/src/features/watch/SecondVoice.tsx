import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import words from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSession } from '../../net/session-context.tsx';
import { nameOf, onStage } from '../../voices/on-stage.ts';
import { VoiceTile } from '../../voices/VoiceTile.tsx';
import { InterpreterSound } from './InterpreterSound.tsx';
import styles from './SecondVoice.module.css';

addWords('voices', words);

type SecondVoiceProps = {
  isOpen: boolean;
  session: SessionView;
  quality: Quality;
  /** The doctor's own player, which an interpreter makes softer. */
  main: RefObject<HTMLVideoElement | null>;
  muted: boolean;
};

/** Who is on stage beside the doctor, beside or over the doctor's picture, and the sound of an interpreter. */
export function SecondVoice({ session, quality, main, muted }: SecondVoiceProps) {
  const { t } = useTranslation('voices');
  const { own } = useSession();
  const isGuest = own?.hand?.stage === 'on-stage';
  const shown = onStage(session).filter(({ channel }) => !(isGuest && channel === 'guest'));
  const seen = shown.some(({ voice }) => voice.stream.tracks.camera === 'on') && quality !== 'sound';
  return (
    <>
      {shown.length > 0 && (
        <div role="group" aria-label={t('tile.group')} className={styles.voices} data-beside={seen ? 'picture' : 'sound'}>
          {shown.map(({ channel, voice }) => (
            <VoiceTile
              key={channel}
              channel={channel}
              stream={voice.stream}
              name={nameOf(t, channel, voice)}
              quality={quality}
              muted={muted}
              className={styles.tile}
            />
          ))}
        </div>
      )}
      <InterpreterSound session={session} main={main} muted={muted} />
    </>
  );
}
