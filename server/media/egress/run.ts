import type { SessionId, TargetId } from '@bedside/shared/ids.ts';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import type { Tap } from '../tap.ts';
import type { EgressOptions, EgressWish, Healths } from './egress.ts';
import type { Picture } from './encoder.ts';
import { createHls, type HlsFile } from './hls.ts';
import { type Heard, heard, type VideoCodec } from './matroska.ts';
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

/** What is wanted, as `Healths` names it. */
export const outputsIn = ({ recording, hls, targets }: Pick<EgressWish, 'recording' | 'hls' | 'targets'>): string[] => [
  ...(recording ? ['recording'] : []),
  ...(hls ? ['hls'] : []),
  ...targets.map(({ id }) => id),
];

/** A channel that is read; the tap is null until it is there. */
type Tapped = { epoch: number; tap: Tap | null; feeder: Feeder | null };

type Kept = { output: Output; /** What it is made with; another one begins anew. */ of: string; finish: () => Promise<void> };

export function createRun(
  sessionId: SessionId,
  options: EgressOptions & { ffmpeg: string; picture: Picture; slates: (codec: VideoCodec) => Promise<Slates>; folder: string },
): Run {
  const { media, ffmpeg, warn } = options;
  // Times of a stream must not go back where the machine's clock is set.
  const skew = options.now() - performance.now();
  const now = () => performance.now() + skew;
  // What hangs is told by the machine's time, whatever the stage's is.
  const beat = options.beat ?? { now, every };
  const outputs = new Map<string, Kept>();
  let hidden = false;
  const program = createProgram({
    ffmpeg,
    picture: options.picture,
    slates: options.slates,
    chunk(chunk) {
      for (const { output } of outputs.values()) output.push(chunk);
    },
    beat,
    warn,
  });
  const hls = createHls({ ffmpeg, happenedAt: program.happenedAt, now });
  const wanted = new Map<Heard, number | null>();
  const tapped = new Map<Heard, Tapped>();
  let closed = false;
  const timer = setInterval(() => {
    for (const { output } of outputs.values()) output.tick();
    // The way to another node may come back though the log has nothing to say.
    follow();
  }, LOOK_MS);

  function leave(channel: Heard, was: Tapped | undefined): void {
    was?.tap?.close();
    was?.feeder?.leave();
    if (was && tapped.get(channel) === was) tapped.delete(channel);
  }

  async function enter(channel: Heard, epoch: number): Promise<void> {
    const before = tapped.get(channel);
    const mine: Tapped = { epoch, tap: null, feeder: null };
    tapped.set(channel, mine);
    try {
      const tap = await media.tap(stageIdOf(sessionId, channel), epoch, {
        sources: channel === 'main' ? ['camera', 'microphone', 'screen'] : ['microphone'],
        rtp: (source, packet) => mine.feeder?.rtp(source, packet),
        ended: () => leave(channel, mine),
      });
      if (closed || tapped.get(channel) !== mine) return tap.close();
      mine.tap = tap;
      mine.feeder = program.enter(channel, tap);
    } catch {
      // It is lost, and the log will say so; or it is tried again at the next look.
      if (tapped.get(channel) === mine) tapped.delete(channel);
    } finally {
      // What was on stage before goes on until the next is there (rule S10).
      leave(channel, before);
    }
  }

  function follow(): void {
    if (closed) return;
    for (const channel of heard) {
      const epoch = wanted.get(channel) ?? null;
      const now = tapped.get(channel);
      if (epoch !== null && now?.epoch !== epoch) void enter(channel, epoch);
      // A doctor's stage that the log has lost says itself when it is gone. A guest who was taken off is silent at once.
      else if (epoch === null && channel !== 'main') leave(channel, now);
    }
  }

  function keep(id: string, of: string, open: (on: SinkEvents, at: number) => Promise<Sink>, finish = async () => {}): void {
    const known = outputs.get(id);
    if (known?.of === of) return;
    if (known) void drop(id);
    outputs.set(id, { of, finish, output: createOutput({ open, now }) });
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
      const ids = new Set(outputsIn(wish));
      for (const id of outputs.keys()) if (!ids.has(id)) void drop(id);
      if (wish.recording && !outputs.has('recording')) {
        const recording = createRecording({ ...options, now });
        keep('recording', '', recording.open, recording.finish);
      }
      if (wish.hls) keep('hls', '', hls.open);
      for (const { id, target } of wish.targets) keepTarget(id, target);
      wanted
        .set('main', wish.stream?.epoch ?? null)
        .set('cohost', wish.voices.cohost)
        .set('guest', wish.voices.guest);
      follow();
    },
    healths: () => new Map([...outputs].map(([id, { output }]): [string, OutputHealth] => [id, worse(output.health(), program.state())])),
    hlsFile: (name) => hls.file(name),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      for (const [channel, each] of tapped) leave(channel, each);
      hls.forget();
      // What goes out ends at once; what is in the delay belongs into the recording.
      const recorded = outputs.has('recording');
      await Promise.all([...outputs.keys()].filter((id) => id !== 'recording').map(drop));
      await program.close(recorded);
      await drop('recording');
    },
  };
}

function every(ms: number, look: () => void): () => void {
  const timer = setInterval(look, ms);
  return () => clearInterval(timer);
}

/** Nothing is on that the encoder has nothing for. */
const worse = (health: OutputHealth, encoder: 'starting' | 'on' | 'retrying'): OutputHealth =>
  health.state === 'starting' && encoder === 'retrying' ? { ...health, state: 'retrying', why: 'ended' } : health;
