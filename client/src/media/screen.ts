import { createStore } from '../net/store.ts';

/** Why nothing is shared. `denied`: the person chose nothing, or a policy or the system forbids it; browsers don't tell which. */
export type ShareProblem = 'denied' | 'in-use' | 'unknown';

export type ScreenSnapshot = { track: MediaStreamTrack | null; problem: ShareProblem | null };

/** What the browser gives; faked in tests. Phones have none. */
export type ScreenApi = Pick<MediaDevices, 'getDisplayMedia'>;

/** A screen, window or tab of this machine, for as long as its owner shares it. */
export type Screen = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ScreenSnapshot;
  /** Has the browser ask what to share, from a press only; true when something is. Another choice takes the place of the one before. */
  share(): Promise<boolean>;
  stop(): void;
};

const none: ScreenSnapshot = { track: null, problem: null };

/** Undefined where there is no sharing: on phones, and without HTTPS. */
export function browserScreen(): ScreenApi | undefined {
  // Typed as always there.
  const { mediaDevices }: { mediaDevices?: Partial<MediaDevices> } = navigator;
  const ask = mediaDevices?.getDisplayMedia;
  return ask && { getDisplayMedia: (options) => ask.call(navigator.mediaDevices, options) };
}

export function createScreen(api: ScreenApi | undefined = browserScreen()): Screen {
  const store = createStore(none);
  let asked = 0;

  function drop(track: MediaStreamTrack | null): void {
    if (store.get().track !== track) return;
    track?.stop();
    store.set(none);
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    async share() {
      asked += 1;
      const mine = asked;
      try {
        if (!api) throw new TypeError('no sharing here');
        // Text has to be sharp; more than full HD is more than a phone shows.
        const got = await api.getDisplayMedia({
          video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 15 } },
          audio: false,
        });
        const [track] = got.getVideoTracks();
        if (mine !== asked || !track) {
          for (const unwanted of got.getTracks()) unwanted.stop();
          return false;
        }
        track.contentHint = 'detail';
        // The browser's own "stop sharing", or a window that was closed.
        track.addEventListener('ended', () => drop(track), { once: true });
        store.get().track?.stop();
        store.set({ track, problem: null });
        return true;
      } catch (error) {
        // What was shared before goes on.
        if (mine === asked) store.set({ ...store.get(), problem: problemOf(error) });
        return false;
      }
    },
    stop() {
      asked += 1;
      drop(store.get().track);
    },
  };
}

/** https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia names the exceptions. */
function problemOf(error: unknown): ShareProblem {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'denied';
  return error.name === 'NotReadableError' || error.name === 'AbortError' ? 'in-use' : 'unknown';
}
