import { useEffect, useState } from 'react';
import type { View } from '@bedside/shared/view.ts';
import { NoCaptions } from '../../captions/TranscriptView.tsx';
import { useNow } from '../../ui/clock.tsx';
import { arrive, beginOnScreen, cleared, staysMs } from './on-screen.ts';
import styles from './Captions.module.css';
import type { Captions } from './use-captions.ts';

type CaptionsOverlayProps = { isOpen: boolean; view: View; captions: Captions; place: Captions['place'] };

/** The last lines, over the picture or below it. Never read out by itself: for that there is the transcript (rule L12). */
export function CaptionsOverlay({ isOpen, view, captions: { size }, place }: CaptionsOverlayProps) {
  const { lines } = view.captions;
  const now = useNow(60_000);
  const [screen, setScreen] = useState(() => beginOnScreen(lines, now));
  const next = arrive(screen, lines);
  if (next !== screen) setScreen(next);
  const shown = lines.filter(({ id }) => screen.ids.includes(id));
  const stays = staysMs(shown);
  const { seen } = screen;
  useEffect(() => {
    const timer = setTimeout(() => setScreen(cleared), stays);
    return () => clearTimeout(timer);
  }, [seen, stays]);
  if (!isOpen) return null;
  const waits = lines.length === 0;
  // Below the picture it keeps its room, so that nothing jumps with each line.
  if (shown.length === 0 && !waits && place !== 'below') return null;
  return (
    <div className={styles.overlay} data-place={place} data-size={size}>
      <div className={styles.words}>
        {shown.map(({ id, text }) => (
          <p key={id} className={styles.line}>
            {text}
          </p>
        ))}
        {waits && (
          <p className={styles.quiet}>
            <NoCaptions view={view} />
          </p>
        )}
      </div>
    </div>
  );
}
