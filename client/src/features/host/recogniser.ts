import { limits } from '@bedside/shared/limits.ts';

export type RecogniserState = 'off' | 'listening' | 'restarting' | 'denied' | 'failed';

/** Browsers end a recognition by themselves, after a silence or a minute. */
const RESTART_MS = 250;
const RESTART_MOST_MS = 10_000;
/** One that ended sooner did not get going. */
const SHORT_MS = 2000;

const denials: readonly string[] = ['not-allowed', 'service-not-allowed'];
/** Trying again would bring the same. */
const failures: readonly string[] = ['audio-capture', 'language-not-supported'];

/** Keeps a browser recognising until it is stopped, and passes on what it is sure of, with when that was begun to be said. */
export function createRecogniser(options: {
  make: () => Recognition;
  /** Milliseconds since 1970, on the server's clock. */
  now: () => number;
  say: (text: string, at: number) => void;
  onState: (state: RecogniserState) => void;
}) {
  const { make, now, say, onState } = options;
  let recognition: Recognition | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = RESTART_MS;

  function begin(track: MediaStreamTrack | null): void {
    const current = make();
    recognition = current;
    const startedAt = now();
    /** By the index of a result: when something of it was heard first. */
    const heardAt = new Map<number, number>();
    const given = new Set<number>();
    current.onresult = ({ resultIndex, results }) => {
      wait = RESTART_MS;
      for (let index = resultIndex; index < results.length; index++) {
        const result = results[index];
        if (!heardAt.has(index)) heardAt.set(index, now());
        // Some browsers tell of a final result twice.
        if (!result?.isFinal || given.has(index)) continue;
        given.add(index);
        for (const line of linesOf(result[0]?.transcript ?? '')) say(line, heardAt.get(index) ?? now());
      }
    };
    current.onerror = ({ error }) => {
      const state = denials.includes(error) ? 'denied' : failures.includes(error) ? 'failed' : null;
      if (state && recognition === current) end(state);
    };
    current.onend = () => {
      if (recognition !== current) return;
      onState('restarting');
      wait = now() - startedAt < SHORT_MS ? Math.min(wait * 2, RESTART_MOST_MS) : RESTART_MS;
      timer = setTimeout(() => begin(track), wait);
    };
    try {
      // Browsers that take no track listen to the microphone that they choose.
      if (track) current.start(track);
      else current.start();
      onState('listening');
    } catch {
      end('failed');
    }
  }

  function end(state: RecogniserState): void {
    const before = recognition;
    recognition = null;
    clearTimeout(timer);
    before?.abort();
    onState(state);
  }

  return {
    start(track: MediaStreamTrack | null): void {
      if (recognition) end('off');
      wait = RESTART_MS;
      begin(track);
    },
    stop: () => end('off'),
  };
}

/** A long speech without a pause, as captions that are not too long, broken between words. */
export function linesOf(transcript: string): string[] {
  const lines: string[] = [];
  for (const word of transcript.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limits.captionMax) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(word.slice(0, limits.captionMax));
  }
  return lines;
}
