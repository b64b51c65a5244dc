import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Layout } from '@bedside/shared/commands.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { browserScreen } from '../../media/screen.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { keep, readKept } from '../../ui/remembered.ts';
import styles from './ScreenShare.module.css';
import type { Studio } from './use-studio.ts';

/** A screen beside the camera: sharing it, and what of the two viewers see. */
export function ScreenShare({ session, studio }: { session: SessionView; studio: Studio }) {
  const { t } = useTranslation('host');
  const { screen, shareProblem } = studio.media;
  const sharing = screen !== null;
  const offer = useOffer(session.id, sharing);
  // What was pressed is gone once it had its effect.
  const stop = useFocusOnChange(sharing);
  // Phones share nothing; a press could only fail.
  if (browserScreen() === undefined) return null;
  return (
    <section className={styles.share} aria-label={t('share.heading')}>
      {sharing ? (
        <>
          <SharedPicture track={screen} />
          <LayoutChoice layout={session.layout} onChange={studio.setLayout} />
          <Button ref={stop} icon="stop" wide onPress={studio.stopSharing}>
            {t('share.stop')}
          </Button>
        </>
      ) : (
        <>
          {offer.isOpen && (
            <Banner
              tone="info"
              actions={
                <Button size="sm" variant="quiet" onPress={offer.close}>
                  {t('share.notNow')}
                </Button>
              }
            >
              {t('share.before')}
            </Banner>
          )}
          <Button ref={stop} icon="screen" wide onPress={studio.share}>
            {t(offer.isOpen ? 'share.again' : 'share.start')}
          </Button>
        </>
      )}
      {shareProblem && (
        <Banner tone={shareProblem === 'denied' ? 'info' : 'warn'} live>
          {t(`share.problem.${shareProblem}`)}
        </Banner>
      )}
    </section>
  );
}

function SharedPicture({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('host');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return (
    <figure className={styles.shared}>
      <video ref={video} className={styles.picture} autoPlay playsInline muted aria-label={t('share.preview')} />
      <figcaption className={styles.caption}>{t('share.on')}</figcaption>
    </figure>
  );
}

function LayoutChoice({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  const { t } = useTranslation('host');
  const id = useId();
  return (
    <fieldset className={styles.layouts}>
      <legend className={styles.legend}>{t('share.layout')}</legend>
      {Layout.options.map((option) => (
        <label key={option} className={styles.layout}>
          <input type="radio" name={id} className={styles.radio} checked={option === layout} onChange={() => onChange(option)} />
          <Sketch layout={option} />
          <span>{t(`share.layouts.${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A head, a page of text, or both. */
function Sketch({ layout }: { layout: Layout }) {
  return (
    <svg className={styles.sketch} viewBox="0 0 32 18" aria-hidden="true">
      <rect x="0.75" y="0.75" width="30.5" height="16.5" rx="2" />
      {layout === 'camera' ? (
        <path d="M16 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Zm-5.5 7a5.5 5.5 0 0 1 11 0" />
      ) : (
        <path d="M5 6h9M5 9h13M5 12h10" />
      )}
      {layout === 'picture-in-picture' && <rect x="21" y="3" width="8" height="5.5" rx="1" className={styles.inset} />}
    </svg>
  );
}

/** After a reload of a page that shared: nobody shares anything without a press (rule S19), and it may have been forgotten. */
function useOffer(sessionId: string, sharing: boolean): { isOpen: boolean; close: () => void } {
  const key = `bedside.sharing.${sessionId}`;
  const [isOpen, setOpen] = useState(() => readKept(() => sessionStorage, key) === 'on');
  const before = useRef(sharing);
  useEffect(() => {
    if (sharing === before.current) return;
    before.current = sharing;
    keep(() => sessionStorage, key, sharing ? 'on' : 'off');
    setOpen(false);
  }, [key, sharing]);
  const close = () => {
    keep(() => sessionStorage, key, 'off');
    setOpen(false);
  };
  return { isOpen, close };
}

/** The focus stays with what does the opposite, where it was on what is gone. */
function useFocusOnChange(state: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (state === before.current) return;
    before.current = state;
    if (document.activeElement === document.body) button.current?.focus();
  }, [state]);
  return button;
}
