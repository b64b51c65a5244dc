import { picturesOf } from '@bedside/shared/layout.ts';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { Receiver } from './engine.ts';
import type { MediaLink } from './link.ts';
import { untilConnected } from './recovery.ts';

const times = {
  /** Milliseconds from then on for what is due to arrive: more than a keyframe takes that was asked for again. */
  arriveMs: 3000,
  lookMs: 50,
  /**
   * For how long frames must go on before they take the place of what still moves, and how long a pause is a stop. A
   * doctor's browser that sends twice for a moment (rule S10) may let a layer of the new one rest again; viewers of a layer
   * that rests are given another by mediasoup after 1.5 s.
   */
  steadyMs: 800,
  restMs: 400,
} as const;

/** `frame`: one, after which nothing may come for long, as of a screen on which nothing moves. */
type Due = 'frames' | 'frame' | 'bytes' | null;

/** What has to arrive now (rules S7, S8, S14), and so tells that the way is open; null where nothing has to. */
export function dueNow(link: MediaLink, { tracks, screen }: Receiver, quality: Quality): Due {
  const { stream, phase, layout } = link.state();
  if (phase !== 'live' || stream === null || layout === null) return null;
  const { camera, microphone } = stream.tracks;
  const sound = microphone === 'on' ? 'bytes' : null;
  if (quality === 'sound') return sound;
  const shown = picturesOf(layout, stream.tracks.screen === 'on');
  if (camera === 'on' && shown.camera) return tracks.some(({ kind }) => kind === 'video') ? 'frames' : 'bytes';
  return sound ?? (screen && shown.screen ? 'frame' : null);
}

/** Whether what is due is missed as soon as nothing comes. */
export const goesOn = (due: Due) => due === 'frames' || due === 'bytes';

/** Looks at frames one after the other: since when they come without a stop, and when the last one came. */
function createSteadiness(count: number, start: number) {
  let since = start;
  let last = start;
  let known = count;
  const moves = (now: number) => now - last <= times.restMs;
  return {
    look(frames: number, now: number): void {
      if (frames <= known) return;
      if (now - last > times.restMs) since = now;
      last = now;
      known = frames;
    },
    moves,
    steady: (now: number) => moves(now) && last - since >= times.steadyMs,
  };
}

/**
 * Resolves to true when what is due has arrived: steadily, while the picture of `shown` (if any) still moves; to false when
 * it is not there `arriveMs` after `opened` connected: whoever watches is no worse off with it then (rule S9). Rejects when
 * it can't be connected in `connectMs` milliseconds, is lost, or `signal` is aborted.
 */
export async function untilPicture(
  due: (of: Receiver) => Due,
  opened: Receiver,
  shown: Receiver | null,
  connectMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  await untilConnected(opened, connectMs, signal);
  const end = Date.now() + times.arriveMs;
  const framesOf = async (receiver: Receiver | null) => (await receiver?.received().catch(() => null))?.frames ?? 0;
  const before = createSteadiness(await framesOf(shown), shown ? Date.now() : -Infinity);
  const next = createSteadiness(0, -Infinity);
  while (Date.now() < end) {
    const what = due(opened);
    if (what === null) return true;
    const [received, seen] = await Promise.all([opened.received().catch(() => null), framesOf(shown)]);
    const now = Date.now();
    next.look(received?.frames ?? 0, now);
    before.look(seen, now);
    // Silence sends hardly anything (Opus' DTX): sound is never steady.
    const count = received?.[what === 'bytes' ? 'bytes' : 'frames'] ?? 0;
    if (count > 0 && (what !== 'frames' || !before.moves(now) || next.steady(now))) return true;
    const state = opened.state();
    if (signal.aborted || state === 'failed' || state === 'closed') throw new Error(`the transport is ${state}`);
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, times.lookMs);
    await promise;
  }
  return false;
}

/**
 * Looks every `everyMs` at whether anything arrives, and tells for how long nothing did though it was `due`, in
 * milliseconds, and whether something came since the look before. Returns how to stop.
 */
export function watchFlow(
  receiver: Receiver,
  everyMs: number,
  due: () => boolean,
  tell: (silentMs: number, flows: boolean) => void,
): () => void {
  let bytes = -1;
  let since = Date.now();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const before = bytes;
    bytes = (await receiver.received().catch(() => null))?.bytes ?? before;
    if (stopped) return;
    if (bytes !== before || !due()) since = Date.now();
    timer = setTimeout(() => void look(), everyMs);
    tell(Date.now() - since, before !== -1 && bytes > before);
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
