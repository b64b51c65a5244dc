import { createStore } from '../net/store.ts';
import {
  applyBlur,
  blurOf,
  browserDevices,
  constraintsOf,
  fullProcessing,
  type Processing,
  processings,
  type DeviceApi,
  type DeviceLists,
  type DeviceProblem,
  type DeviceSource,
  deviceSources as sources,
  listDevices,
  problemOf,
} from './devices.ts';

export type PreviewSnapshot = {
  /** What the doctor sees of themselves; null before the first track. Always the same object afterwards. */
  stream: MediaStream | null;
  tracks: Readonly<Record<DeviceSource, MediaStreamTrack | null>>;
  problems: Readonly<Record<DeviceSource, DeviceProblem | null>>;
  devices: DeviceLists;
  /** Ids of the devices in use. */
  chosen: Readonly<Record<DeviceSource, string | null>>;
  /** Whether what is behind the doctor is blurred; null where this camera and browser can't be told to. */
  blurred: boolean | null;
  /** A device that went away while in use, and another took its place or none. */
  unplugged: DeviceSource | null;
};

/** Camera and microphone on this machine, before and while they are sent. */
export type Preview = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PreviewSnapshot;
  /** Asks for both, in one prompt; with one missing or refused the other still comes. Or for one alone. */
  start(only?: DeviceSource): Promise<void>;
  /** Null is the system's default. */
  choose(source: DeviceSource, deviceId: string | null): Promise<void>;
  /** What the browser does to the sound, from now on. */
  process(processing: Processing): Promise<void>;
  /** Whether what is behind the doctor is to be blurred, by the camera or the system; `blurred` says whether it is. */
  blur(on: boolean): Promise<void>;
  stop(): void;
};

const empty: PreviewSnapshot = {
  stream: null,
  tracks: { camera: null, microphone: null },
  problems: { camera: null, microphone: null },
  devices: { camera: [], microphone: [] },
  chosen: { camera: null, microphone: null },
  blurred: null,
  unplugged: null,
};

export function createPreview(api: DeviceApi | undefined = browserDevices()): Preview {
  const store = createStore(empty);
  /** Newest request per source: an older one that is answered later is dropped. */
  const asked: Record<DeviceSource, number> = { camera: 0, microphone: 0 };
  let running = false;
  let processing = fullProcessing;
  let blur = false;

  function put(source: DeviceSource, track: MediaStreamTrack): void {
    const now = store.get();
    const stream = now.stream ?? new MediaStream();
    const before = now.tracks[source];
    stream.addTrack(track);
    if (before) stream.removeTrack(before);
    before?.stop();
    track.addEventListener('ended', () => void replaceEnded(source, track), { once: true });
    // Systems have a switch of their own (https://w3c.github.io/mediacapture-extensions/#event-configurationchange).
    if (source === 'camera') track.addEventListener('configurationchange', lookAtBlur);
    store.set({
      ...now,
      stream,
      tracks: { ...now.tracks, [source]: track },
      problems: { ...now.problems, [source]: null },
      chosen: { ...now.chosen, [source]: track.getSettings().deviceId ?? null },
    });
    lookAtBlur();
  }

  function lookAtBlur(): void {
    const { camera } = store.get().tracks;
    const blurred = camera && blurOf(camera);
    if (blurred !== store.get().blurred) store.set({ ...store.get(), blurred });
  }

  function fail(source: DeviceSource, problem: DeviceProblem): void {
    store.set({ ...store.get(), problems: { ...store.get().problems, [source]: problem } });
  }

  async function refresh(): Promise<void> {
    if (!api) return;
    const devices = await listDevices(api).catch(() => store.get().devices);
    if (running) store.set({ ...store.get(), devices });
  }
  const onDeviceChange = () => void refresh();

  /** True when a track came. */
  async function ask(source: DeviceSource, deviceId: string | null): Promise<boolean> {
    if (!api) {
      fail(source, 'insecure');
      return false;
    }
    asked[source] += 1;
    const mine = asked[source];
    try {
      const got = await api.getUserMedia(constraintsOf(source, deviceId, processing, blur));
      const [track] = got.getTracks();
      if (mine !== asked[source] || !running || !track) {
        for (const unwanted of got.getTracks()) unwanted.stop();
        return false;
      }
      put(source, track);
      return true;
    } catch (error) {
      if (mine === asked[source] && running) fail(source, problemOf(error));
      return false;
    }
  }

  async function askBoth(): Promise<void> {
    if (!api) {
      for (const source of sources) fail(source, 'insecure');
      return;
    }
    const mine = sources.map((source) => (asked[source] += 1));
    const current = () => running && sources.every((source, index) => asked[source] === mine[index]);
    try {
      const got = await api.getUserMedia({
        ...constraintsOf('camera', null, processing, blur),
        ...constraintsOf('microphone', null, processing),
      });
      if (!current()) return got.getTracks().forEach((track) => track.stop());
      for (const track of got.getTracks()) put(track.kind === 'video' ? 'camera' : 'microphone', track);
    } catch {
      // One without the other: each says for itself what is wrong with it.
      if (!current()) return;
      for (const source of sources) await ask(source, null);
    }
  }

  /** A track ends by itself when its device is unplugged or the permission is taken back. */
  async function replaceEnded(source: DeviceSource, track: MediaStreamTrack): Promise<void> {
    if (!running || store.get().tracks[source] !== track) return;
    store.set({ ...store.get(), unplugged: source });
    if (await ask(source, null)) return;
    const now = store.get();
    if (now.tracks[source] !== track) return;
    now.stream?.removeTrack(track);
    store.set({ ...now, tracks: { ...now.tracks, [source]: null }, chosen: { ...now.chosen, [source]: null } });
    lookAtBlur();
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    async start(only) {
      if (!running) api?.addEventListener('devicechange', onDeviceChange);
      running = true;
      await (only ? ask(only, null) : askBoth());
      await refresh();
    },
    async choose(source, deviceId) {
      if (!running) return;
      store.set({ ...store.get(), unplugged: null });
      await ask(source, deviceId);
      await refresh();
    },
    async process(next) {
      processing = next;
      const track = store.get().tracks.microphone;
      if (!track || !running) return;
      // Not every browser changes these while a microphone runs (Chromium of old, and Safari): then it is opened anew.
      const changed = await track.applyConstraints(next).then(
        () => processings.every((each) => (track.getSettings()[each] ?? next[each]) === next[each]),
        () => false,
      );
      if (!changed && store.get().tracks.microphone === track) await ask('microphone', store.get().chosen.microphone);
    },
    async blur(on) {
      blur = on;
      const { camera } = store.get().tracks;
      if (!camera || blurOf(camera) === null || blurOf(camera) === on) return;
      await applyBlur(camera, on).catch(() => {});
      lookAtBlur();
    },
    stop() {
      running = false;
      api?.removeEventListener('devicechange', onDeviceChange);
      for (const track of Object.values(store.get().tracks)) track?.stop();
      store.set(empty);
    },
  };
}
