import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';
import styles from './VisuallyHidden.module.css';

const CLEAR_MS = 6000;

/** The page's two live regions; mounted once, fed by `announce`. */
export function LiveRegion() {
  const [said, setSaid] = useState({ polite: '', assertive: '' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = onAnnounce((text, urgency) => {
      clearTimeout(timer);
      // The same words twice would be no change and so not be read: a trailing no-break space makes one.
      setSaid((now) => ({ ...now, [urgency]: now[urgency] === text ? `${text}\u00a0` : text }));
      timer = setTimeout(() => setSaid({ polite: '', assertive: '' }), CLEAR_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return (
    // The attribute keeps React Aria from hiding the regions while a dialog is open.
    <div data-live-announcer="true" className={styles.hidden}>
      <div aria-live="polite">{said.polite}</div>
      <div aria-live="assertive">{said.assertive}</div>
    </div>
  );
}
