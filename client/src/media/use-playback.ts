import { type RefObject, useEffect, useRef, useState } from 'react';
import { keepPlaying } from './keep-playing.ts';

export type Playback = {
  /** For the video element. */
  video: RefObject<HTMLVideoElement | null>;
  /** What the browser did not allow without a tap: sound, or playing at all. */
  blocked: 'nothing' | 'sound' | 'everything';
  muted: boolean;
  /** Call from a press: browsers allow sound only then. */
  setMuted(muted: boolean): void;
};

/** Plays `stream`: with sound where the browser allows it, else without. */
export function usePlayback(stream: MediaStream | null): Playback {
  const video = useRef<HTMLVideoElement>(null);
  const [blocked, setBlocked] = useState<Playback['blocked']>('nothing');
  const [muted, setMutedState] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let left = false;
    element.srcObject = stream;
    if (stream) {
      void start(element).then((outcome) => {
        if (left || outcome === 'superseded') return;
        setBlocked(outcome);
        setMutedState(element.muted);
      });
    }
    const stop =
      stream &&
      keepPlaying(element, document, (stopped) => setBlocked((now) => (stopped ? 'everything' : now === 'everything' ? 'nothing' : now)));
    return () => {
      left = true;
      stop?.();
      element.srcObject = null;
    };
  }, [stream]);

  const setMuted = (next: boolean) => {
    const element = video.current;
    if (!element) return;
    element.muted = next;
    setMutedState(next);
    element.play().then(
      () => setBlocked('nothing'),
      () => setBlocked('everything'),
    );
  };
  return { video, blocked, muted, setMuted };
}

async function start(element: HTMLVideoElement): Promise<Playback['blocked'] | 'superseded'> {
  const wantedSound = !element.muted;
  const first = await attempt(element);
  if (first !== 'refused') return first === 'played' ? 'nothing' : first;
  if (!wantedSound) return 'everything';
  element.muted = true;
  const second = await attempt(element);
  if (second !== 'refused') return second === 'played' ? 'sound' : second;
  element.muted = false;
  return 'everything';
}

async function attempt(element: HTMLVideoElement): Promise<'played' | 'refused' | 'superseded'> {
  try {
    await element.play();
    return 'played';
  } catch (error) {
    // `AbortError`: another stream took this one's place meanwhile, and its own attempt decides.
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'superseded';
  }
}
