import { type RefObject, useEffect, useRef, useState } from 'react';
import { keepPlaying } from '../media/keep-playing.ts';

export type Play<T extends HTMLMediaElement> = {
  /** For the element that plays. */
  element: RefObject<T | null>;
  /** The browser wants a press first, which is to call `play`. */
  blocked: boolean;
  play: () => void;
};

/** Plays `stream` with its sound, unless muted. */
export function usePlay<T extends HTMLMediaElement>(stream: MediaStream | null, muted: boolean): Play<T> {
  const element = useRef<T>(null);
  const [blocked, setBlocked] = useState(false);

  useEffect(() => {
    const player = element.current;
    if (!player) return;
    player.srcObject = stream;
    if (!stream) return;
    const stop = keepPlaying(player, document, setBlocked);
    return () => {
      stop();
      player.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    const player = element.current;
    if (!player) return;
    player.muted = muted;
    if (stream) void attempt(player).then(setBlocked);
  }, [stream, muted]);

  const play = () => {
    if (element.current) void attempt(element.current).then(setBlocked);
  };
  return { element, blocked: blocked && !muted, play };
}

/** Whether the browser refused. Of another stream that took this one's place meanwhile, its own attempt tells. */
async function attempt(player: HTMLMediaElement): Promise<boolean> {
  try {
    await player.play();
    return false;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError';
  }
}
