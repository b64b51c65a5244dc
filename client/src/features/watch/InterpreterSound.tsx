import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView, VoiceView } from '@bedside/shared/view.ts';
import { useWatcher } from '../../media/use-watcher.ts';
import { useMediaLink } from '../../net/session-context.tsx';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useRememberedChoice } from '../../ui/remembered.ts';
import { languageName } from '../../voices/languages.ts';
import { usePlay } from '../../voices/use-play.ts';
import styles from './SecondVoice.module.css';
import { useSofter } from './use-softer.ts';

type InterpreterSoundProps = { session: SessionView; main: RefObject<HTMLVideoElement | null>; muted: boolean };

const sounds = ['original', 'interpreter'] as const;

/** The choice of sound, where there is an interpreter, and what was chosen (rule T11). */
export function InterpreterSound({ session, main, muted }: InterpreterSoundProps) {
  const { t } = useTranslation('voices');
  const [choice, choose] = useRememberedChoice('bedside.sound', sounds, 'original', () => localStorage);
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const voice = session.voices?.interpreter;
  const isThere = session.phase === 'live' && voice !== undefined && voice.stream.status !== 'off';
  const chosen = choice === 'interpreter';
  // Who chose to hear an interpreter is told of their silence, also where they have left.
  if (!voice || (!isThere && !(chosen && session.phase === 'live'))) return null;
  const language = voice.language === null ? t('sound.unnamed') : t('sound.interpreter', { language: languageName(voice.language) });
  const names = { original: t('sound.original'), interpreter: language };
  return (
    <>
      <Button
        ref={trigger}
        size="sm"
        icon="soundOn"
        className={styles.sound}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        {t('sound.button', { choice: names[choice] })}
      </Button>
      {chosen && <Interpreted voice={voice} main={main} muted={muted} />}
      <Popover
        label={t('sound.legend')}
        trigger={trigger}
        isOpen={isOpen}
        onOpenChange={setOpen}
        placement="top start"
        className={styles.menu}
      >
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{t('sound.legend')}</legend>
          {sounds.map((sound) => (
            <label key={sound} className={styles.choice}>
              <input
                type="radio"
                name={id}
                checked={sound === choice}
                aria-labelledby={`${id}-${sound}`}
                aria-describedby={`${id}-${sound}-note`}
                onChange={() => choose(sound)}
              />
              <span id={`${id}-${sound}`} lang={sound === 'interpreter' ? (voice.language ?? undefined) : undefined}>
                {names[sound]}
              </span>
              <span id={`${id}-${sound}-note`} className={styles.note}>
                {t(`sound.${sound}Note`)}
              </span>
            </label>
          ))}
        </fieldset>
        <p className={styles.note}>{t('sound.kept')}</p>
      </Popover>
    </>
  );
}

function Interpreted({ voice, main, muted }: { voice: VoiceView; main: InterpreterSoundProps['main']; muted: boolean }) {
  const { t } = useTranslation('voices');
  const { stream, status } = useWatcher(useMediaLink('interpreter'), 'sound');
  const { element, blocked, play } = usePlay<HTMLAudioElement>(stream, muted);
  const speaks = status === 'playing' && voice.stream.status === 'on' && voice.stream.tracks.microphone === 'on';
  useSofter(main, speaks && !blocked, muted);
  const spoke = useRef(false);
  useEffect(() => {
    if (speaks !== spoke.current) announce(t(speaks ? 'sound.back' : 'sound.stopped'));
    spoke.current = speaks;
  }, [speaks, t]);
  const silent = voice.stream.status !== 'on' || voice.stream.tracks.microphone !== 'on';
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- live; captions come as text of their own */}
      <audio ref={element} autoPlay data-channel="interpreter" data-playing={status === 'playing'} />
      {blocked && (
        <Button size="sm" variant="primary" icon="soundOff" className={styles.unheard} onPress={play}>
          {t('tile.unheard', { name: t('role.interpreter') })}
        </Button>
      )}
      {silent && <p className={styles.stopped}>{t('sound.stopped')}</p>}
    </>
  );
}
