import { createStore } from '../net/store.ts';

/** How loud a microphone is, 0 to 1, for a meter. Measures only while somebody listens and the page is seen. */
export type Level = {
  subscribe(listener: () => void): () => void;
  get(): number;
  /** What to listen to from now on. */
  listenTo(track: MediaStreamTrack | null): void;
};

/** Milliseconds between two measurements: about 15 a second, as many as a meter needs. */
const everyMs = 66;
/** Decibels below full scale that a meter shows as nothing; speech at a laptop is around -30. */
const floorDb = -60;
/** What counts as speech: that is about 0.5 into a laptop, and a quiet room stays below 0.15. */
export const SPEECH = 0.35;

export function createLevel(): Level {
  const store = createStore(0);
  let track: MediaStreamTrack | null = null;
  let listeners = 0;
  let stopMeasuring: (() => void) | null = null;

  function follow(): void {
    stopMeasuring?.();
    stopMeasuring = null;
    store.set(0);
    if (track && listeners > 0 && document.visibilityState === 'visible') stopMeasuring = measure(track, store.set);
  }

  return {
    subscribe(listener) {
      const unsubscribe = store.subscribe(listener);
      listeners += 1;
      if (listeners === 1) {
        document.addEventListener('visibilitychange', follow);
        follow();
      }
      return () => {
        unsubscribe();
        listeners -= 1;
        if (listeners > 0) return;
        document.removeEventListener('visibilitychange', follow);
        follow();
      };
    },
    get: store.get,
    listenTo(next) {
      if (next === track) return;
      track = next;
      follow();
    },
  };
}

/** Root mean square of the waveform, in decibels of full scale, as 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const db = 10 * Math.log10(sum / samples.length || Number.MIN_VALUE);
  return Math.round(Math.min(1, Math.max(0, 1 - db / floorDb)) * 100) / 100;
}

function measure(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // Browsers may let audio run only after a press.
  const wake = () => void context.resume();
  if (context.state === 'suspended') document.addEventListener('pointerdown', wake, { once: true });
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(loudness(samples));
  }, everyMs);
  return () => {
    clearInterval(timer);
    document.removeEventListener('pointerdown', wake);
    source.disconnect();
    void context.close();
  };
}
