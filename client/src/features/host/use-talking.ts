import { useEffect, useState } from 'react';
import { createLevel, SPEECH } from '../../media/level.ts';

/** Milliseconds of the last second and a half that must be loud: a cough or a door is no talking. */
const NEEDED_MS = 600;
const WINDOW_MS = 1500;
const LOOK_MS = 100;
/** How long the hint stays once shown. */
const SHOWN_MS = 5000;

/** Whether somebody talks into a microphone that is muted; null listens to nothing. Nothing of it leaves the page. */
export function useTalking(track: MediaStreamTrack | null): boolean {
  const [talking, setTalking] = useState(false);
  useEffect(() => {
    if (!track) return;
    // Muting silences the track itself; a copy of it still hears.
    const ear = track.clone();
    ear.enabled = true;
    const level = createLevel();
    level.listenTo(ear);
    const stopListening = level.subscribe(() => {});
    const loud: number[] = [];
    let lastTalk = -Infinity;
    const timer = setInterval(() => {
      const now = performance.now();
      if (level.get() >= SPEECH) loud.push(now);
      while (loud[0] !== undefined && now - loud[0] > WINDOW_MS) loud.shift();
      if (loud.length * LOOK_MS >= NEEDED_MS) lastTalk = now;
      setTalking(now - lastTalk < SHOWN_MS);
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      stopListening();
      level.listenTo(null);
      ear.stop();
      setTalking(false);
    };
  }, [track]);
  return talking;
}
