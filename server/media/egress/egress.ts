import type { NodeId, SessionId, TargetId } from '@bedside/shared/ids.ts';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Media, StreamNow } from '../media.ts';
import { finishLeft } from './recording.ts';
import type { Beat } from './program.ts';
import type { RtmpTarget } from './rtmp.ts';
import { type Picture, standardPicture } from './encoder.ts';
import { createRun, outputsIn, type Run } from './run.ts';
import { makeSlates, type Slate, type Slates } from './slates.ts';
import type { Heard, VideoCodec } from './matroska.ts';
import type { HlsFile } from './hls.ts';

/** What the log wants of a session's outputs now. */
export type EgressWish = {
  /** What is on stage, and at which node. */
  stream: StreamNow | null;
  /** The epochs at which others are on stage beside it, whichever node they send to; null where they are not. */
  voices: Readonly<Record<Exclude<Heard, 'main'>, number | null>>;
  /** Live or on a break: outputs run. */
  onAir: boolean;
  recording: boolean;
  hls: boolean;
  /** Those that are on; a target is null where its secret can't be read. */
  targets: readonly { id: TargetId; target: RtmpTarget | null }[];
  cut: boolean;
  delayMs: number;
  slate: Slate;
  /** The screen, where one is shared and shown (rule S18). */
  picture: 'camera' | 'screen';
};

/** `recording`, `hls`, or a target's id. */
export type Healths = ReadonlyMap<string, OutputHealth>;

export type EgressOptions = {
  self: NodeId;
  media: Pick<Media, 'tap'>;
  /** Null where there is none: every output then says so. */
  ffmpeg: string | null;
  /** Where a folder for each session's recordings is made. */
  recordingsDir: string;
  /** Bytes that stay free on that disk. */
  reserve: number;
  /** Sessions that may have outputs here at once: each costs an encoder, about half a core. */
  encoders: number;
  /** How much is free in a folder, bytes. */
  free?: (folder: string) => Promise<number>;
  /** Whether targets may be in the server's own network. */
  allowInside: boolean;
  picture?: Picture;
  /** Milliseconds since 1970. */
  now: () => number;
  /** What a program is timed by; the machine's own time unless told otherwise. */
  beat?: Beat;
  warn: (message: string) => void;
};

export type Egress = ReturnType<typeof createEgress>;

/**
 * Recording, HLS and RTMP of the sessions whose stage is on this node. Whatever becomes of an output, nothing of it reaches the
 * broadcast: it reads what the media layer forwards anyway, in processes of its own.
 */
export function createEgress(options: EgressOptions) {
  const { self, ffmpeg, recordingsDir, reserve, encoders, picture = standardPicture } = options;
  const runs = new Map<SessionId, Run>();
  /** What has no encoder yet, in the order of asking. */
  const waiting = new Map<SessionId, { wish: EgressWish; since: number }>();
  const ending = new Set<Promise<void>>();
  const made = new Map<VideoCodec, Promise<Slates>>();
  const since = options.now();

  function slates(codec: VideoCodec): Promise<Slates> {
    let making = made.get(codec);
    if (!making) {
      making = makeSlates(ffmpeg ?? 'ffmpeg', picture, codec);
      made.set(codec, making);
      // Tried anew by who asks next.
      making.catch(() => made.delete(codec));
    }
    return making;
  }

  async function end(sessionId: SessionId, run: Run): Promise<void> {
    runs.delete(sessionId);
    const closing = run.close();
    ending.add(closing);
    await closing.finally(() => ending.delete(closing));
    const [next] = waiting;
    if (next) follow(next[0], next[1].wish);
  }

  function follow(sessionId: SessionId, wish: EgressWish | null): void {
    const known = runs.get(sessionId);
    const wanted = wish !== null && wish.onAir && outputsIn(wish).length > 0;
    // A stream that is lost comes back here, or at another node, which then has the outputs.
    const here = wish?.stream ? wish.stream.node === self : known !== undefined;
    if (!wish || !wanted || !here || ffmpeg === null) {
      waiting.delete(sessionId);
      if (known) void end(sessionId, known);
      return;
    }
    if (!known && runs.size + ending.size >= encoders) {
      waiting.set(sessionId, { wish, since: waiting.get(sessionId)?.since ?? options.now() });
      return;
    }
    waiting.delete(sessionId);
    const run = known ?? createRun(sessionId, { ...options, ffmpeg, picture, slates, folder: folderOf(sessionId) });
    runs.set(sessionId, run);
    run.follow(wish);
  }

  function healths(sessionId: SessionId): Healths {
    const queued = waiting.get(sessionId);
    if (!queued) return runs.get(sessionId)?.healths() ?? new Map();
    const { wish, since: asked } = queued;
    return new Map(outputsIn(wish).map((id) => [id, { state: 'retrying', since: asked, why: 'no-room' }]));
  }

  const folderOf = (sessionId: SessionId) => join(recordingsDir, sessionId);

  return {
    available: ffmpeg !== null,
    folderOf,
    /** Follows the log; null for a session that has ended or is not known any more. */
    follow,
    /** Of what runs here, or waits for an encoder. */
    healths,
    /** Whether it runs here, or waits to. */
    runs: (sessionId: SessionId) => runs.has(sessionId) || waiting.has(sessionId),
    /** What an output says that runs nowhere. */
    idle: (): OutputHealth => ({ state: ffmpeg === null ? 'failed' : 'off', since, why: ffmpeg === null ? 'no-ffmpeg' : 'not-live' }),
    hlsFile: (sessionId: SessionId, name: string): HlsFile | null => runs.get(sessionId)?.hlsFile(name) ?? null,
    counts(): Record<OutputHealth['state'], number> {
      const counts = { off: 0, starting: 0, on: 0, retrying: 0, failed: 0, full: 0 };
      for (const id of [...runs.keys(), ...waiting.keys()]) for (const { state } of healths(id).values()) counts[state] += 1;
      return counts;
    },
    /** Makes whole files of what a server that was killed had begun. */
    async finishLeft(): Promise<void> {
      if (ffmpeg === null) return;
      for (const name of await readdir(recordingsDir).catch(() => [])) await finishLeft(ffmpeg, join(recordingsDir, name), reserve);
    },
    async close(): Promise<void> {
      waiting.clear();
      await Promise.all([...runs].map(([sessionId, run]) => end(sessionId, run)));
      await Promise.all(ending);
    },
  };
}
