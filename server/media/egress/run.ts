import type { SessionId, TargetId } from '@bedside/shared/ids.ts';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import type { Tap } from '../tap.ts';
import type { EgressOptions, EgressWish, Healths } from './egress.ts';
import type { Picture } from './encoder.ts';
import { createHls, type HlsFile } from './hls.ts';
import type { VideoCodec } from './matroska.ts';
import { createOutput, type Output, type Sink, type SinkEvents, SinkRefusal } from './output.ts';
import { createProgram, type Feeder } from './program.ts';
import { createRecording } from './recording.ts';
import { openRtmp, type RtmpTarget } from './rtmp.ts';
import type { Slates } from './slates.ts';

/** Milliseconds between two looks at what hangs. */
const LOOK_MS = 1000;

/** One session's outputs on this node: what they show, and each by itself. */
export type Run = {
  follow(wish: EgressWish): void;
  healths(): Healths;
  hlsFile(name: string): HlsFile | null;
  close(): Promise<void>;
};

type Kept = { output: Output; /** What it is made with; another one begins anew. */ of: string; finish: () => Promise<void> };

export function createRun(
  sessionId: SessionId,
  options: EgressOptions & { ffmpeg: string; picture: Picture; slates: (codec: VideoCodec) => Promise<Slates>; folder: string },
): Run {
  const { media, ffmpeg, warn } = options;
  // Times of a stream must not go back where the machine's clock is set.
  const skew = options.now() - performance.now();
  const now = () => performance.now() + skew;
  const outputs = new Map<string, Kept>();
  let hidden = false;
  const program = createProgram({
    ffmpeg,
    picture: options.picture,
    slates: options.slates,
    chunk(chunk) {
      for (const { output } of outputs.values()) output.push(chunk);
    },
    now,
    warn,
  });
  const hls = createHls({ ffmpeg, happenedAt: program.happenedAt, now });
  let tapped: { epoch: number; tap: Tap | null; feeder: Feeder | null } | null = null;
  let closed = false;
  const timer = setInterval(() => {
    for (const { output } of outputs.values()) output.tick();
  }, LOOK_MS);

  function leave(was: typeof tapped): void {
    was?.tap?.close();
    was?.feeder?.leave();
    if (tapped === was) tapped = null;
  }

  async function enter(epoch: number): Promise<void> {
    const before = tapped;
    const mine: NonNullable<typeof tapped> = { epoch, tap: null, feeder: null };
    tapped = mine;
    try {
      const tap = await media.tap(sessionId, epoch, {
        rtp: (source, packet) => mine.feeder?.rtp(source, packet),
        ended: () => leave(mine),
      });
      if (closed || tapped !== mine) return tap.close();
      mine.tap = tap;
      mine.feeder = program.enter(tap);
    } catch {
      // It is lost, and the log will say so.
      if (tapped === mine) tapped = null;
    } finally {
      // What was on stage before goes on until the next is there (rule S10).
      leave(before);
    }
  }

  function keep(id: string, of: string, open: (on: SinkEvents, at: number) => Promise<Sink>, finish = async () => {}): void {
    const known = outputs.get(id);
    if (known?.of === of) return;
    if (known) void drop(id);
    outputs.set(id, { of, finish, output: createOutput({ open, now, changed() {} }) });
  }

  async function drop(id: string): Promise<void> {
    const known = outputs.get(id);
    if (!known) return;
    outputs.delete(id);
    await known.output.close();
    await known.finish().catch(() => warn('A recording could not be finished.'));
  }

  function keepTarget(id: TargetId, target: RtmpTarget | null): void {
    keep(id, `${target?.url} ${target?.key}`, async (on) => {
      if (!target) throw new SinkRefusal({ why: 'secret', state: 'failed' });
      return openRtmp({ ffmpeg, target, allowInside: options.allowInside }, on);
    });
  }

  return {
    follow(wish) {
      if (wish.cut && !hidden) hls.forget();
      hidden = wish.cut;
      program.show(wish);
      const wanted = new Set<string>(wish.targets.map(({ id }) => id));
      if (wish.recording) wanted.add('recording');
      if (wish.hls) wanted.add('hls');
      for (const id of outputs.keys()) if (!wanted.has(id)) void drop(id);
      if (wish.recording && !outputs.has('recording')) {
        const recording = createRecording({ ...options, now });
        keep('recording', '', recording.open, recording.finish);
      }
      if (wish.hls) keep('hls', '', hls.open);
      for (const { id, target } of wish.targets) keepTarget(id, target);
      const epoch = wish.stream?.epoch ?? null;
      if (epoch !== null && tapped?.epoch !== epoch) void enter(epoch);
    },
    healths: () => new Map([...outputs].map(([id, { output }]): [string, OutputHealth] => [id, worse(output.health(), program.state())])),
    hlsFile: (name) => hls.file(name),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      leave(tapped);
      hls.forget();
      // What goes out ends at once; what is in the delay belongs into the recording.
      const recorded = outputs.has('recording');
      await Promise.all([...outputs.keys()].filter((id) => id !== 'recording').map(drop));
      await program.close(recorded);
      await drop('recording');
    },
  };
}

/** Nothing is on that the encoder has nothing for. */
const worse = (health: OutputHealth, encoder: 'starting' | 'on' | 'retrying'): OutputHealth =>
  health.state === 'starting' && encoder === 'retrying' ? { ...health, state: 'retrying', why: 'ended' } : health;
