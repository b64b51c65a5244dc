type Player = EventTarget & Pick<HTMLVideoElement, 'paused' | 'ended' | 'play'>;
type Sight = EventTarget & Pick<Document, 'visibilityState'>;

/** Milliseconds in which a second pause is meant, by somebody or by the system, and is not fought. */
const MEANT_MS = 1000;

/**
 * Live video that something else paused (a locked phone, a call, Apple's own full screen) plays on by itself where the
 * browser lets it. `tell` is told whether it is at a standstill. Returns how to stop.
 */
export function keepPlaying(video: Player, page: Sight, tell: (stopped: boolean) => void): () => void {
  const left = new AbortController();
  const { signal } = left;
  let resumedAt = -Infinity;

  async function resume() {
    if (!video.paused) return;
    resumedAt = performance.now();
    // However it was refused: what counts is whether it plays.
    await video.play().catch(() => {});
    if (!signal.aborted) tell(video.paused);
  }

  const onPause = () => {
    // Its tracks ended: the stream's own state says so, and new ones start by themselves.
    if (video.ended) return;
    if (performance.now() - resumedAt < MEANT_MS) tell(true);
    else void resume();
  };
  const onVisible = () => {
    if (page.visibilityState === 'visible') void resume();
  };
  video.addEventListener('pause', onPause, { signal });
  video.addEventListener('playing', () => tell(false), { signal });
  // On iPhones, full screen ends with a pause.
  video.addEventListener('webkitendfullscreen', () => void resume(), { signal });
  page.addEventListener('visibilitychange', onVisible, { signal });
  return () => left.abort();
}
