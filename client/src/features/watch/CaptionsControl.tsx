import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@bedside/shared/view.ts';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { lazyHelp, lazyPart } from '../../ui/lazy-part.tsx';
import { leaveFullscreen, useFullscreen } from './fullscreen.ts';
import styles from './Stage.module.css';
import type { Captions } from './use-captions.ts';

const CaptionsMenu = lazyPart(() => import('./CaptionsMenu.tsx').then((part) => part.CaptionsMenu));
const CaptionsOverlay = lazyHelp(
  () => import('./CaptionsOverlay.tsx').then((part) => part.CaptionsOverlay),
  ({ view }) => view.captions.lines,
);

/** What the stage is told of captions. */
export type Reading = { view: View; captions: Captions; onTranscript: () => void };

/** Among the stage's controls: what opens the choices. */
export function CaptionsControl({ reading }: { reading: Reading }) {
  const { t } = useTranslation('watch');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = async () => {
    // What is beside the stage in the page does not show while the stage fills the screen.
    await leaveFullscreen();
    setOpen(true);
  };
  return (
    <>
      <IconButton
        ref={button}
        icon="captions"
        label={t('stage.captions')}
        className={cx(styles.control, reading.captions.shown && styles.on)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => void open()}
      />
      <CaptionsMenu {...reading} trigger={button} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}

/** The captions themselves: on the picture, or `below` it; full screen there is nothing below. */
export function StageCaptions({ reading: { view, captions }, below = false }: { reading: Reading; below?: boolean }) {
  const full = useFullscreen();
  const place = captions.place === 'below' && full ? 'bottom' : captions.place;
  const isOpen = captions.shown && view.session.phase === 'live' && (place === 'below') === below;
  return <CaptionsOverlay isOpen={isOpen} view={view} captions={captions} place={place} />;
}
