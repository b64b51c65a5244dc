import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '@bedside/shared/rpc.ts';
import quality from '../../i18n/en/quality.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import type { MediaLink } from '../../media/link.ts';
import type { Light } from '../../media/quality-light.ts';
import { useQualityLight } from '../../media/use-quality-light.ts';
import type { Watching } from '../../media/use-watcher.ts';
import { announce } from '../../ui/announce.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Stage.module.css';

addWords('quality', quality);

/** Milliseconds for which it must stay worse before a screen reader is told, and between two times (rule S15). */
const STAYS_MS = 6000;
const PAUSE_MS = 60_000;

const bars: Record<Light, number> = { good: 3, reduced: 2, poor: 1, sound: 0, reconnecting: 0 };

type QualityLightProps = { isOpen: boolean; link: MediaLink; watcher: Watching; asked: Quality };

/** How well the stream arrives: a word, and bars beside it for who knows them. */
export function QualityLight({ isOpen, link, watcher, asked }: QualityLightProps) {
  const light = useQualityLight(link, asked, watcher);
  return isOpen && light && <Pill light={light} asked={asked} />;
}

function Pill({ light, asked }: { light: Light; asked: Quality }) {
  const { t } = useTranslation('quality');
  // Who chose a small picture knows why it is small.
  const chosen = asked === 'saver' && light === 'reduced';
  const worse = light === 'poor' || (light === 'reduced' && !chosen) ? light : null;
  const toldAt = useRef(-Infinity);
  useEffect(() => {
    if (!worse) return;
    const timer = setTimeout(() => {
      if (performance.now() - toldAt.current < PAUSE_MS) return;
      toldAt.current = performance.now();
      announce(t(`light.worse.${worse}`));
    }, STAYS_MS);
    return () => clearTimeout(timer);
  }, [worse, t]);
  return (
    <span className={styles.pill} data-light={light}>
      <svg viewBox="0 0 16 16" width="1rem" height="1rem" aria-hidden="true" focusable="false">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            className={bar <= bars[light] ? styles.bar : styles.barOff}
            x={bar * 5 - 4}
            y={14 - bar * 4}
            width="3"
            height={bar * 4}
            rx="1"
          />
        ))}
      </svg>
      <VisuallyHidden>{t('light.label')} </VisuallyHidden>
      {t(chosen ? 'light.saver' : `light.${light}`)}
    </span>
  );
}
