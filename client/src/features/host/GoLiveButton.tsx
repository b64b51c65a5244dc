import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './GoLiveButton.module.css';
import type { Studio } from './use-studio.ts';

const GoLiveCaptions = lazyPart(() => import('./GoLiveCaptions.tsx').then((part) => part.GoLiveCaptions));

/** The one big button. Pressed, it keeps the focus and says what it is doing. */
export function GoLiveButton({ studio, words, big = false }: { studio: Studio; words: 'live' | 'again' | 'here'; big?: boolean }) {
  const { t } = useTranslation('host');
  const { goingLive, connected, media } = studio;
  const { view } = useSession();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  // Rule L10: asked once, whatever was answered.
  const about = view?.captions.about;
  const unset = about?.source === null && (about.none === null || about.none === 'unsaid');
  const choose = (command: SessionCommand) => {
    void send(command);
    studio.goLive();
  };
  const ready = connected && media.tracks.microphone !== null;
  return (
    <>
      <Button
        variant="primary"
        size="lg"
        wide
        {...(!goingLive && { icon: 'camera' })}
        className={big ? styles.big : undefined}
        isDisabled={!ready && !goingLive}
        onPress={() => (unset && !goingLive ? setAsking(true) : studio.goLive())}
      >
        {goingLive ? (
          <span className={styles.going}>
            <Spinner size={1.25} /> {t('go.connecting')}
          </span>
        ) : (
          t(`go.${words}`)
        )}
      </Button>
      <GoLiveCaptions isOpen={asking} onOpenChange={setAsking} recogniser={studio.recogniser} onChoose={choose} />
    </>
  );
}
