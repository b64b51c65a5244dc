import type { Layers, Quality } from '@bedside/shared/rpc.ts';
import type { Statistics } from './statistics.ts';

/** How well a stream arrives, in one word (rule S15). */
export type Light = 'good' | 'reduced' | 'poor' | 'sound' | 'reconnecting';

/** What is known at one moment; the counters are totals so far. */
export type Look = {
  /** Milliseconds, of any clock that does not jump. */
  at: number;
  quality: Quality;
  reconnecting: boolean;
  /** Whether a picture has to arrive: a camera that the doctor muted brings none. */
  pictureDue: boolean;
  layers: Layers | null;
  statistics: Statistics | null;
};

type Verdict = 'good' | 'reduced' | 'poor';

export type LightState = {
  /** Null while too little has arrived to say anything. */
  light: Light | null;
  /** The last seconds, the oldest first, all of one transport and one choice. */
  looks: readonly Look[];
  /** What each of the last looks came to. */
  verdicts: readonly { at: number; verdict: Verdict }[];
};

const firstLight: LightState = { light: null, looks: [], verdicts: [] };

export const lightRules = {
  /** Milliseconds that a verdict looks back, and the least that it needs: about what a person remembers as now. */
  windowMs: 4000,
  leastMs: 2000,
  /** Milliseconds for which it must be worse, or better, before it is said. Slower to praise: what is mended often breaks again. */
  worseMs: 3000,
  betterMs: 8000,
  /**
   * Lost packets, of all. Below 2 % congestion control takes a network for sound, above 10 % it backs off
   * (draft-ietf-rmcat-gcc-02 section 6).
   */
  reducedLoss: 0.02,
  poorLoss: 0.1,
  /**
   * Frames a second. Lips can be read with some restrictions at 12 (EN 301 549 clause 6.5.1). Fewer than 5 are a row of
   * pictures: our own judgement.
   */
  reducedFrames: 12,
  poorFrames: 5,
  /**
   * The part of the time in which the picture stood still, by the browser's own measure (webrtc-stats,
   * `totalFreezesDuration`). Our own judgement: a twentieth is noticed, a fifth is in the way.
   */
  reducedFrozen: 0.05,
  poorFrozen: 0.2,
} as const;

const rank = { good: 0, reduced: 1, poor: 2 } as const;
const worst = (...all: readonly Verdict[]): Verdict => all.reduce((a, b) => (rank[b] > rank[a] ? b : a), 'good');
const above = (value: number, reduced: number, poor: number): Verdict => (value >= poor ? 'poor' : value >= reduced ? 'reduced' : 'good');

/** Takes one more look; the first one follows none. */
export function nextLight(before: LightState | undefined, look: Look): LightState {
  const state = before ?? firstLight;
  if (look.reconnecting) return { ...firstLight, light: 'reconnecting' };
  const last = state.looks.at(-1);
  const looks = [...(last && continues(last, look) ? since(state.looks, look.at - lightRules.windowMs) : []), look];
  // Another choice is judged anew.
  // Kept for longer than `betterMs`: only one from before that time tells that all of it was judged.
  const keptMs = lightRules.betterMs + lightRules.windowMs;
  const earlier = last?.quality === look.quality ? since(state.verdicts, look.at - keptMs) : [];
  const verdict = judge(looks);
  const verdicts = verdict === null ? earlier : [...earlier, { at: look.at, verdict }];
  // Sound that is lost is worth more than the word for what was chosen.
  const calm = look.quality === 'sound' ? 'sound' : 'good';
  // What was said of a picture says nothing of sound alone, nor the other way round.
  const said = last && (last.quality === 'sound') !== (look.quality === 'sound') ? null : verdictOf(state.light);
  if (verdict === null) return { light: said === null ? blank(calm) : named(said, calm), looks, verdicts };

  // Who has just begun is given as long before anything bad is said: a picture begins small and grows.
  const shown = said ?? 'good';
  const next = settled(verdicts, look.at, shown);
  const light = said === null && next === 'good' && verdict !== 'good' ? blank(calm) : named(next, calm);
  return { light, looks, verdicts };
}

const since = <T extends { at: number }>(all: readonly T[], from: number) => all.filter(({ at }) => at >= from);
const blank = (calm: 'sound' | 'good') => (calm === 'sound' ? calm : null);

/** What it was at the best for as long as it has to be worse, or at the worst for as long as it has to be better. */
function settled(verdicts: LightState['verdicts'], now: number, shown: Verdict): Verdict {
  const over = (ms: number) => ((verdicts[0]?.at ?? now) <= now - ms ? since(verdicts, now - ms).map(({ verdict }) => verdict) : null);
  const lately = over(lightRules.worseMs);
  const mildest = lately?.reduce((a, b) => (rank[b] < rank[a] ? b : a)) ?? shown;
  if (rank[mildest] > rank[shown]) return mildest;
  const longer = over(lightRules.betterMs);
  const worstOf = longer ? worst(...longer) : shown;
  return rank[worstOf] < rank[shown] ? worstOf : shown;
}

const named = (verdict: Verdict, calm: 'sound' | 'good'): Light => (verdict === 'poor' || calm === 'good' ? verdict : 'sound');

function verdictOf(light: Light | null): Verdict | null {
  if (light === 'sound') return 'good';
  return light === 'reconnecting' ? null : light;
}

/** Whether two looks can be compared: the same choice, and counters that only grew. */
function continues(before: Look, now: Look): boolean {
  if (before.quality !== now.quality || before.pictureDue !== now.pictureDue) return false;
  return packets(now) >= packets(before) && (now.statistics?.video?.frames ?? 0) >= (before.statistics?.video?.frames ?? 0);
}

const packets = ({ statistics }: Look) => (statistics?.audio?.packets ?? 0) + (statistics?.video?.packets ?? 0);
const lost = ({ statistics }: Look) => (statistics?.audio?.lost ?? 0) + (statistics?.video?.lost ?? 0);

function judge(looks: readonly Look[]): Verdict | null {
  const first = looks[0];
  const last = looks.at(-1);
  if (!first || !last || last.at - first.at < lightRules.leastMs || !last.statistics || !first.statistics) return null;
  const { reducedLoss, poorLoss, reducedFrames, poorFrames, reducedFrozen, poorFrozen } = lightRules;
  // What came after all is taken off the count of what was lost.
  const missing = Math.max(0, lost(last) - lost(first));
  const loss = missing / Math.max(1, missing + packets(last) - packets(first));
  const arriving = above(loss, reducedLoss, poorLoss);
  if (last.quality === 'sound' || !last.pictureDue) return arriving;

  const seconds = (last.at - first.at) / 1000;
  const [before, now] = [first.statistics.video, last.statistics.video];
  const framesPerSecond = ((now?.frames ?? 0) - (before?.frames ?? 0)) / seconds;
  const moving = framesPerSecond < poorFrames ? 'poor' : framesPerSecond < reducedFrames ? 'reduced' : 'good';
  const frozen = above(Math.max(0, (now?.frozen ?? 0) - (before?.frozen ?? 0)) / seconds, reducedFrozen, poorFrozen);
  return worst(arriving, moving, frozen, sharpness(last));
}

/** The layer against the best that there is. None, where the doctor sends some, is what did not fit. */
function sharpness({ quality, layers }: Look): Verdict {
  if (quality === 'saver') return 'reduced';
  if (!layers || layers.best === null) return 'good';
  if (layers.sent === null) return 'poor';
  return layers.sent < layers.best ? 'reduced' : 'good';
}
