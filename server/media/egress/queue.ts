import { createRtpClock } from './clock.ts';
import { type Depacketizer, depacketizerOf, type Frame, opusDuration } from './frames.ts';
import type { Track } from './matroska.ts';
import { createReorder, parseRtp } from './rtp.ts';

/** Milliseconds that a missing packet is waited for. */
export const REORDER_MS = 300;
/** Milliseconds without a frame of a picture after which something else is shown, and a new one must begin with a keyframe. */
export const SLATE_AFTER_MS = 1500;

/** A frame and when it was there, on the server's clock. */
export type Timed = { track: Track; at: number; isKey: boolean; data: Buffer; duration: number };

/** Makes frames of the packets of one source at one epoch. A picture begins with a keyframe, after each gap too. */
export function createFeed(
  codec: { mimeType: string; clockRate: number; track: Track },
  on: { frame: (frame: Timed) => void; needsKeyframe: () => void },
): { push(packet: Buffer, at: number): void; tick(now: number): void; needKeyframe(): void } | null {
  const { track } = codec;
  const depacketizer: Depacketizer | null = depacketizerOf(codec.mimeType);
  if (!depacketizer) return null;
  const clock = createRtpClock(codec.clockRate);
  let needsKey = track === 'video';
  let lastAt = -Infinity;

  function need(): void {
    if (track !== 'video') return;
    needsKey = true;
    on.needsKeyframe();
  }

  function take({ data, isKey, timestamp, at: came }: Frame): void {
    const at = clock(timestamp, came);
    if (track === 'video' && at - lastAt > SLATE_AFTER_MS / 2 && !isKey && !needsKey) need();
    lastAt = at;
    if (needsKey && !isKey) return;
    needsKey = false;
    on.frame({ track, at, isKey, data, duration: track === 'video' ? 0 : opusDuration(data) });
  }

  const reorder = createReorder({
    waitMs: REORDER_MS,
    deliver(packet, at) {
      const frame = depacketizer.push(packet, at);
      if (frame) take(frame);
    },
    lost() {
      depacketizer.lost();
      need();
    },
  });
  return {
    push(bytes, at) {
      const packet = parseRtp(bytes);
      if (packet) reorder.push(packet, at);
    },
    tick: reorder.tick,
    needKeyframe: need,
  };
}
