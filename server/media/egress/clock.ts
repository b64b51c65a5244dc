import { circular } from './rtp.ts';

/** Milliseconds that the mapping may be moved by for each second that passes: unheard, and faster than any two clocks drift apart. */
const SLEW_MS_PER_S = 2;
/** Milliseconds over which the fastest way through the network is looked for. */
const WINDOW_MS = 5000;

/**
 * Says when what an RTP timestamp names was there, on the server's clock. A packet comes late but never early, so that the least
 * late of the last seconds tells how the two clocks stand; the mapping follows that slowly, since the doctor's clock drifts.
 */
export function createRtpClock(clockRate: number) {
  let last: { timestamp: number; ms: number } | null = null;
  let offset: number | null = null;
  let movedAt = 0;
  let best: { at: number; offset: number }[] = [];

  return (timestamp: number, at: number): number => {
    const ms: number = last ? last.ms + (circular(last.timestamp, timestamp, 32) * 1000) / clockRate : 0;
    last = { timestamp, ms };
    const late = at - ms;
    best = best.filter((sample) => at - sample.at < WINDOW_MS && sample.offset < late);
    best.push({ at, offset: late });
    const target = best[0]?.offset ?? late;
    // At the beginning it is not known which packets are late: what is earlier is right at once.
    offset = offset === null || (best.length > 0 && target < offset - 50) ? target : offset;
    const step = ((at - movedAt) / 1000) * SLEW_MS_PER_S;
    offset += Math.max(-step, Math.min(step, target - offset));
    movedAt = at;
    return ms + offset;
  };
}
