import type { TrackSource } from '@bedside/shared/commands.ts';
import type { Tap } from '../tap.ts';
import { type Encoder, type Picture, startEncoder } from './encoder.ts';
import { block, header, heard, type Heard, type Track, type VideoCodec } from './matroska.ts';
import { createFeed, REORDER_MS, SLATE_AFTER_MS, type Timed } from './queue.ts';
import type { Slate, Slates } from './slates.ts';
import { createSound, type Sound } from './sound.ts';
import type { TsChunk } from './transport-stream.ts';

/** Milliseconds between two looks at what is due. */
const TICK_MS = 40;
/** Milliseconds behind the present at which frames are put in order: what comes later than that is left out. */
const HOLD_MS = REORDER_MS + 200;
/** Milliseconds between two frames of a picture that stands still. */
const STILL_MS = 200;
/** Milliseconds without anything from the encoder after which it is given up. */
const HUNG_MS = 10_000;
const backOffMs = [200, 1000, 2000, 5000, 10_000];

/** The time in which things happen on a stage. */
export type Beat = {
  /** Milliseconds since 1970 that never go back. */
  now: () => number;
  /** Calls `look` each `ms` milliseconds; returns how to stop that. */
  every: (ms: number, look: () => void) => () => void;
};

/** What is to be shown now. */
export type ProgramWish = {
  /** Shown and heard instead of everything, what is still in the delay too. */
  cut: boolean;
  /** Milliseconds between what happens and its being shown. */
  delayMs: number;
  /** In place of a picture while there is none. */
  slate: Slate;
  /** Which of the pictures on stage. */
  picture: 'camera' | 'screen';
};

export type Feeder = { rtp(source: TrackSource, packet: Buffer): void; leave(): void };

export type Program = {
  /** What comes from a channel's stage, instead of what came from it before. Of a voice it is the sound alone. */
  enter(channel: Heard, tap: Pick<Tap, 'codecs' | 'askForKeyframe'>): Feeder;
  show(wish: ProgramWish): void;
  /** Server time (milliseconds since 1970) at which what the stream shows at `ms` was there. */
  happenedAt(ms: number): number;
  state(): 'starting' | 'on' | 'retrying';
  /** `flush`: what is still in the delay is shown too, at once. */
  close(flush: boolean): Promise<void>;
};

const codecOf = (mimeType: string | undefined): VideoCodec | null =>
  mimeType?.toLowerCase() === 'video/h264' ? 'video/H264' : mimeType?.toLowerCase() === 'video/vp8' ? 'video/VP8' : null;

/**
 * One endless picture and sound of a session, whatever comes and goes on its stage, encoded once for all of its outputs. What comes
 * from the doctor is put on the server's clock; where nothing comes there is a still picture, and silence. An output hence never
 * ends because the doctor's page did something.
 */
export function createProgram(options: {
  ffmpeg: string;
  picture: Picture;
  slates: (codec: VideoCodec) => Promise<Slates>;
  chunk: (chunk: TsChunk) => void;
  beat: Beat;
  warn: (message: string) => void;
}): Program {
  const { picture } = options;
  const { now, every } = options.beat;
  const begun = now() - 2 * HOLD_MS;
  let wish: ProgramWish = { cut: false, delayMs: 0, slate: 'soon', picture: 'camera' };
  let codec: VideoCodec = 'video/VP8';
  let slates: Slates | null = null;
  let encoder: Encoder | null = null;
  let failures = 0;
  let startAt = 0;
  let closed = false;
  let heardAt = 0;
  const entered = new Map<Heard, { feeds: ReturnType<typeof createFeed>[]; need: () => void }>();
  /** By when they are due. */
  let queue: (Timed & { due: number })[] = [];
  let mimeTypes: ReadonlyMap<TrackSource, string> = new Map();
  let videoAt = -Infinity;
  let still = false;
  /** The decoder has nothing that a frame could build on. */
  let needsKey = true;
  const sounds = new Map<Heard, Sound>(
    heard.map((channel) => [channel, createSound((due, data) => encoder !== null && write(channel, due, true, data))]),
  );

  const need = () => entered.get('main')?.need();

  function enqueue(frame: Timed): void {
    if (wish.cut) return;
    const due = frame.at + wish.delayMs;
    let at = queue.length;
    while (at > 0 && (queue[at - 1]?.due ?? 0) > due) at -= 1;
    queue.splice(at, 0, { ...frame, due });
  }

  function purge(): void {
    queue = [];
    need();
  }

  async function start(): Promise<void> {
    const wanted = codec;
    startAt = Infinity;
    try {
      slates = await options.slates(wanted);
    } catch {
      return later('The pictures of the slate could not be made.');
    }
    if (closed || wanted !== codec) return void (startAt = 0);
    const started: Encoder = startEncoder(options.ffmpeg, picture, {
      chunk(chunk) {
        if (encoder !== started) return;
        heardAt = now();
        failures = 0;
        options.chunk(chunk);
      },
      ended() {
        if (encoder !== started) return;
        encoder = null;
        if (!closed) later('The encoder of an output ended; starting another.');
      },
    });
    encoder = started;
    heardAt = now();
    needsKey = true;
    // The grace in which a first picture comes.
    videoAt = Math.max(videoAt, now() - HOLD_MS);
    started.write(header(codec, picture.width, picture.height));
    // All at one moment: they are mixed sample by sample.
    const at = Math.max(now() - HOLD_MS, ...[...sounds.values()].map((sound) => sound.until()));
    for (const sound of sounds.values()) sound.begin(at);
    need();
  }

  function later(message: string): void {
    options.warn(message);
    startAt = now() + (backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 0);
    failures += 1;
  }

  /** False where it could not be: another encoder is started. */
  function write(track: Track, due: number, isKey: boolean, data: Buffer): boolean {
    if (!encoder) return false;
    if (encoder.write(block(track, due - begun, isKey, data))) return true;
    restart();
    return false;
  }

  function restart(): void {
    const old = encoder;
    encoder = null;
    old?.kill();
    later('The encoder of an output did not keep up; starting another.');
  }

  function emit(frame: Timed & { due: number }): void {
    if (frame.track !== 'video') return sounds.get(frame.track)?.emit(frame);
    if (needsKey && !frame.isKey) return;
    needsKey = false;
    still = false;
    videoAt = Math.max(frame.due, videoAt + 1);
    write('video', videoAt, frame.isKey, frame.data);
  }

  function emitUntil(due: number): void {
    let count = 0;
    for (const frame of queue) {
      if (frame.due > due || !encoder) break;
      emit(frame);
      count += 1;
    }
    queue.splice(0, count);
  }

  function showStill(due: number): void {
    const wait = still ? STILL_MS : SLATE_AFTER_MS;
    if (!slates || due - videoAt < wait) return;
    still = true;
    needsKey = true;
    videoAt = Math.max(due, videoAt + 1);
    write('video', videoAt, true, slates[wish.cut ? 'standby' : wish.slate]);
  }

  function tick(): void {
    const present = now();
    for (const { feeds } of entered.values()) for (const feed of feeds) feed?.tick(present);
    if (!encoder) {
      // What is due meanwhile is gone.
      queue = queue.filter(({ due }) => due > present - HOLD_MS);
      if (present >= startAt) void start();
      return;
    }
    if (present - heardAt > HUNG_MS) return restart();
    const due = present - HOLD_MS;
    emitUntil(due);
    if (!encoder) return;
    for (const sound of sounds.values()) sound.fill(due);
    showStill(due);
  }
  const stop = every(TICK_MS, tick);

  function useCodec(next: VideoCodec): void {
    if (next === codec) return;
    codec = next;
    slates = null;
    const old = encoder;
    encoder = null;
    startAt = 0;
    // Its last frames are lost with it: a new codec is a new stream of the doctor's anyway.
    old?.kill();
  }

  return {
    enter(channel, tap) {
      const codecs = [...tap.codecs].filter(([source]) => channel === 'main' || source === 'microphone');
      const feeds = new Map(
        codecs.map(([source, { mimeType, clockRate }]) => [
          source,
          createFeed(
            { mimeType, clockRate, track: source === 'microphone' ? channel : 'video' },
            {
              frame: (frame) => {
                // Of two pictures one is shown, from a keyframe on.
                if (source === 'microphone' || source === wish.picture) enqueue(frame);
              },
              needsKeyframe: () => tap.askForKeyframe(source),
            },
          ),
        ]),
      );
      const here = {
        feeds: [...feeds.values()],
        need() {
          for (const feed of feeds.values()) feed?.needKeyframe();
        },
      };
      entered.set(channel, here);
      if (channel === 'main') {
        mimeTypes = new Map(codecs.map(([source, { mimeType }]) => [source, mimeType]));
        useCodec(codecOf(mimeTypes.get(wish.picture)) ?? codec);
        need();
      }
      return {
        rtp(source, packet) {
          if (entered.get(channel) === here) feeds.get(source)?.push(packet, now());
        },
        leave() {
          if (entered.get(channel) === here) entered.delete(channel);
        },
      };
    },
    show(next) {
      const before = wish;
      wish = next;
      if (next.picture !== before.picture) {
        useCodec(codecOf(mimeTypes.get(next.picture)) ?? codec);
        need();
      }
      const hides = next.cut && !before.cut;
      if (hides || next.delayMs < before.delayMs || (before.cut && !next.cut)) purge();
      if (!hides || !encoder) return;
      // At once, whatever was shown until now.
      videoAt = Math.min(videoAt, now() - HOLD_MS - SLATE_AFTER_MS);
    },
    happenedAt: (ms) => begun + ms - wish.delayMs,
    state: () => (encoder && heardAt > 0 ? 'on' : failures > 0 ? 'retrying' : 'starting'),
    async close(flush) {
      if (closed) return;
      closed = true;
      stop();
      if (flush) emitUntil(Infinity);
      const last = encoder;
      await last?.end();
      encoder = null;
    },
  };
}
