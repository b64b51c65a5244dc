import { createStore } from '../net/store.ts';
import { type HlsSegment, parseHlsList } from './hls-list.ts';

export type HlsSnapshot = {
  status: 'loading' | 'playing' | 'unavailable' | 'unsupported';
  /** Milliseconds behind what happens, by the server's clock; null before it is known. */
  behindMs: number | null;
};

export type HlsPlayer = { subscribe(listener: () => void): () => void; get(): HlsSnapshot; stop(): void };

/** What our server encodes: H.264 main, level 3.1 at the most, and AAC-LC (RFC 6381). */
const TYPE = 'video/mp4; codecs="avc1.4d401f,mp4a.40.2"';
/** Milliseconds between two looks at the list, about half a segment. */
const LOOK_MS = 1000;
/** Failed looks in a row until it is said that there is nothing. */
const FAILURES = 5;
/** Seconds of what was shown that are kept, and behind the end at which it is too far behind to go on so. */
const KEPT_S = 20;
const FAR_S = 12;
/** Segments behind the end at which it begins (RFC 8216bis section 6.3.3 wants three). */
const BEGIN = 3;

const native = (video: HTMLVideoElement) => video.canPlayType('application/vnd.apple.mpegurl') !== '';
const sourceClass = () => window.ManagedMediaSource ?? (typeof MediaSource === 'undefined' ? null : MediaSource);

/** Plays a session's HLS rendition in `video`: by MSE, or where a browser has none, as that browser itself does. */
export function createHlsPlayer(base: string, video: HTMLVideoElement, now: () => number): HlsPlayer {
  const store = createStore<HlsSnapshot>({ status: 'loading', behindMs: null });
  const left = new AbortController();
  const set = (change: Partial<HlsSnapshot>) => {
    const next = { ...store.get(), ...change };
    const before = store.get();
    if (next.status !== before.status || next.behindMs !== before.behindMs) store.set(next);
  };
  const play = () => void video.play().catch(() => {});

  async function read(name: string): Promise<Response | null> {
    try {
      const response = await fetch(base + name, { signal: left.signal });
      return response.ok ? response : null;
    } catch {
      return null;
    }
  }

  let failures = 0;
  async function list(): Promise<HlsSegment[]> {
    const response = await read('index.m3u8');
    const segments = response ? parseHlsList(await response.text()) : [];
    failures = segments.length > 0 ? 0 : failures + 1;
    if (failures >= FAILURES) set({ status: 'unavailable', behindMs: null });
    return segments;
  }

  /** In steps that people notice. */
  const tell = (ms: number) => set({ status: 'playing', behindMs: Math.max(0, Math.round(ms / 1000) * 1000) });

  const Source = sourceClass();
  let url: string | null = null;
  if (Source?.isTypeSupported(TYPE)) {
    const source = new Source();
    if (window.ManagedMediaSource) video.disableRemotePlayback = true;
    url = URL.createObjectURL(source);
    video.src = url;
    source.addEventListener('sourceopen', () => void feed(source, source.addSourceBuffer(TYPE)), { once: true });
  } else if (native(video)) {
    video.src = `${base}index.m3u8`;
    play();
    void watchNative();
  } else {
    set({ status: 'unsupported' });
  }

  async function watchNative(): Promise<void> {
    while (!left.signal.aborted) {
      await list();
      const started = video.getStartDate?.().getTime() ?? NaN;
      if (video.currentTime > 0 && Number.isFinite(started)) tell(now() - started - video.currentTime * 1000);
      else if (video.currentTime > 0) set({ status: 'playing' });
      await pause();
    }
  }

  const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

  async function append(buffer: SourceBuffer, bytes: ArrayBuffer): Promise<void> {
    const done = new Promise<void>((resolve) => buffer.addEventListener('updateend', () => resolve(), { once: true }));
    buffer.appendBuffer(bytes);
    await done;
  }

  async function feed(source: MediaSource, buffer: SourceBuffer): Promise<void> {
    // Each segment follows the one before, whatever its own clock says.
    buffer.mode = 'sequence';
    let init = '';
    let last: HlsSegment | null = null;
    /** Where in the video's time, in seconds, something is that happened at a known time. */
    const marks: { at: number; happenedAt: number }[] = [];

    async function take(segment: HlsSegment): Promise<boolean> {
      const [head, body] = await Promise.all([segment.init === init ? null : read(segment.init), read(segment.uri)]);
      if (!body || (segment.init !== init && !head)) return false;
      if (head) await append(buffer, await head.arrayBuffer());
      init = segment.init;
      const at = buffer.buffered.length > 0 ? buffer.buffered.end(buffer.buffered.length - 1) : 0;
      await append(buffer, await body.arrayBuffer());
      marks.push({ at, happenedAt: segment.happenedAt });
      if (marks.length > 30) marks.shift();
      last = segment;
      return true;
    }

    async function round(): Promise<void> {
      const segments = await list();
      const known: HlsSegment | null = last;
      const seen = known === null ? -1 : segments.findIndex(({ uri }) => uri === known.uri);
      const fresh = seen >= 0 ? segments.slice(seen + 1) : segments.slice(-BEGIN);
      for (const segment of fresh) if (left.signal.aborted || !(await take(segment))) return;
      const end = buffer.buffered.length > 0 ? buffer.buffered.end(buffer.buffered.length - 1) : 0;
      const begin = buffer.buffered.length > 0 ? buffer.buffered.start(0) : 0;
      if (end === 0) return;
      // A tab that was put to sleep comes back to what is now.
      if (video.currentTime < begin || end - video.currentTime > FAR_S) video.currentTime = Math.max(begin, end - 4);
      if (video.paused) play();
      const mark = marks.findLast(({ at }) => at <= video.currentTime + 0.1);
      if (mark && !video.paused && video.readyState > 2) tell(now() - mark.happenedAt - (video.currentTime - mark.at) * 1000);
      if (video.currentTime - begin > KEPT_S) {
        const removed = new Promise<void>((resolve) => buffer.addEventListener('updateend', () => resolve(), { once: true }));
        buffer.remove(0, video.currentTime - KEPT_S / 2);
        await removed;
      }
    }

    while (!left.signal.aborted && source.readyState === 'open') {
      // A browser that can't decode it closes the source.
      await round().catch(() => {});
      await pause();
    }
  }

  return {
    subscribe: store.subscribe,
    get: store.get,
    stop() {
      left.abort();
      video.removeAttribute('src');
      video.load();
      if (url !== null) URL.revokeObjectURL(url);
    },
  };
}
