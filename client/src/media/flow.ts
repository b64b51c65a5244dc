import type { Receiver } from './engine.ts';
import type { MediaLink } from './link.ts';
import { untilConnected } from './recovery.ts';

const times = {
  /** Milliseconds that ICE and DTLS may take, with TCP tried after UDP. */
  connectMs: 10_000,
  /** Milliseconds from then on for what is due to arrive: more than a keyframe takes that was asked for again. */
  arriveMs: 3000,
  lookMs: 50,
} as const;

/** What has to arrive now (rules S7, S8), and so tells that the way is open; null where nothing has to. */
export function dueNow(link: MediaLink, { tracks }: Receiver): 'frames' | 'bytes' | null {
  const { stream, phase } = link.state();
  if (phase !== 'live' || stream === null) return null;
  if (stream.tracks.camera === 'on' && tracks.some(({ kind }) => kind === 'video')) return 'frames';
  return Object.values(stream.tracks).includes('on') ? 'bytes' : null;
}

/**
 * Resolves when what is due has arrived, or is not there `arriveMs` after `opened` connected: whoever watches is no worse
 * off with it then (rule S9). Rejects when it can't be connected, is lost, or `signal` is aborted.
 */
export async function untilPicture(link: MediaLink, opened: Receiver, signal: AbortSignal): Promise<void> {
  await untilConnected(opened, times.connectMs, signal);
  const end = Date.now() + times.arriveMs;
  while (Date.now() < end) {
    const what = dueNow(link, opened);
    if (what === null) return;
    const received = await opened.received().catch(() => null);
    if (received && received[what] > 0) return;
    const state = opened.state();
    if (signal.aborted || state === 'failed' || state === 'closed') throw new Error(`the transport is ${state}`);
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, times.lookMs);
    await promise;
  }
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
