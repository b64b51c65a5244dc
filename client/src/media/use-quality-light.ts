import { useEffect, useRef, useState } from 'react';
import { picturesOf } from '@bedside/shared/layout.ts';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { MediaLink } from './link.ts';
import { type Light, type LightState, nextLight } from './quality-light.ts';
import { pictureOf, readStatistics } from './statistics.ts';
import type { Watching } from './use-watcher.ts';

/** Milliseconds between two looks. */
const everyMs = 1000;

/** How well the stream arrives, while the page is seen and something plays; null where nothing can be said (rule S15). */
export function useQualityLight(link: MediaLink, quality: Quality, { status, picture, stats, stream }: Watching): Light | null {
  const [judged, setJudged] = useState<{ light: Light | null; quality: Quality } | null>(null);
  const now = useRef({ quality, status, picture, stats, stream });
  useEffect(() => {
    now.current = { quality, status, picture, stats, stream };
  }, [quality, status, picture, stats, stream]);

  useEffect(() => {
    let state: LightState | undefined;
    let left = false;
    const look = async () => {
      // Browsers slow a hidden page down, and its picture with it.
      if (document.visibilityState !== 'visible') return;
      const before = now.current;
      const reconnecting = before.status === 'reconnecting';
      if (!reconnecting && before.status !== 'playing') {
        state = undefined;
        return setJudged(null);
      }
      const report = reconnecting ? null : await before.stats().catch(() => null);
      if (left || now.current !== before) return;
      const { stream, phase, layout, layers } = link.state();
      // How smoothly a screen moves says nothing: it stands still most of the time.
      const shown = layout !== null && stream !== null && picturesOf(layout, stream.tracks.screen === 'on').camera;
      const pictureDue = phase === 'live' && shown && stream.tracks.camera === 'on' && before.picture === 'due';
      const statistics = report && readStatistics(report, pictureOf(before.stream));
      state = nextLight(state, { at: performance.now(), quality: before.quality, reconnecting, pictureDue, layers, statistics });
      setJudged({ light: state.light, quality: before.quality });
    };
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [link]);

  if (status === 'reconnecting') return status;
  if (status !== 'playing') return null;
  // What was said of a picture says nothing of sound alone, nor the other way round.
  if ((judged?.quality === 'sound') !== (quality === 'sound')) return quality === 'sound' ? quality : null;
  return judged?.light ?? null;
}
