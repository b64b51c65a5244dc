import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../bench/figures.ts';
import type { Stats } from './bots.ts';
import { type CpuTime, cpuTime } from './machine.ts';
import { type Cast, idsOf, type Target } from './targets/target.ts';

/** What one target did in one stretch of seconds. Shares are from 0 to 1. */
export type Sample = {
  viewers: number;
  packetsPerSecond: number;
  /** Of the packets that viewers should have got; a viewer who got none lost all. */
  lost: number;
  /** The same, with what has not come yet: grows where the SFU is too slow for what it gets. */
  behind: number;
  /** Of the SFU's core: what it used, and what other programs used of it meanwhile. */
  cpu: number;
  others: number;
  usPerPacket: number;
  /** Of a core, for one viewer who gets everything in time: also where the SFU did not get to send all. */
  cpuPerViewer: number;
  /** Packets that the bots did not read in time, and datagrams they did not understand: with any, the figure is not the SFU's. */
  botsDropped: number;
  malformed: number;
};

/** Milliseconds from the doctor's first packet to when counting begins. */
const SETTLE_MS = 700;

/** Exported for its test. */
export function sampleOf(stats: Stats, sent: number, viewers: number, seconds: number, before: CpuTime, after: CpuTime): Sample {
  const ranNs = after.ran - before.ran;
  const missing = Math.max(0, viewers - stats.connected) + stats.silent;
  return {
    viewers,
    packetsPerSecond: stats.packets / seconds,
    lost: stats.expected === 0 ? 1 : Math.min(1, 1 - stats.packets / stats.expected + missing / viewers),
    behind: sent === 0 ? 1 : Math.max(0, 1 - stats.packets / (sent * viewers)),
    cpu: ranNs / 1e9 / seconds,
    others: Math.max(0, after.busy - before.busy - ranNs) / 1e9 / seconds,
    usPerPacket: ranNs / 1e3 / stats.packets,
    cpuPerViewer: ((ranNs / stats.packets) * sent) / 1e9 / seconds,
    botsDropped: stats.dropped,
    malformed: stats.malformed,
  };
}

/** The doctor speaks for some seconds; before and after nothing flows, so that other targets can have their turn. */
export async function measure({ doctors, viewers }: Cast, target: Target, count: number, seconds: number): Promise<Sample> {
  const ids = idsOf(target.name).viewers;
  doctors.play(target.doctor);
  await sleep(SETTLE_MS);
  doctors.reset([target.doctor, target.doctor]);
  viewers.reset(ids);
  const [before, begun] = [await cpuTime(target.pid), performance.now()];
  await sleep(seconds * 1000);
  const [after, ended] = [await cpuTime(target.pid), performance.now()];
  const [stats, { sent }] = await Promise.all([viewers.stats(ids), doctors.stats([target.doctor, target.doctor])]);
  doctors.stop(target.doctor);
  return sampleOf(stats, sent, count, (ended - begun) / 1000, before, after);
}

/** Each figure's median over samples of the same work. */
export function medianSample(samples: readonly [Sample, ...Sample[]]): Sample {
  const of = (pick: (sample: Sample) => number) => median(samples.map(pick));
  return {
    viewers: samples[0].viewers,
    packetsPerSecond: of((sample) => sample.packetsPerSecond),
    lost: of((sample) => sample.lost),
    behind: of((sample) => sample.behind),
    cpu: of((sample) => sample.cpu),
    others: of((sample) => sample.others),
    usPerPacket: of((sample) => sample.usPerPacket),
    cpuPerViewer: of((sample) => sample.cpuPerViewer),
    botsDropped: of((sample) => sample.botsDropped),
    malformed: of((sample) => sample.malformed),
  };
}
