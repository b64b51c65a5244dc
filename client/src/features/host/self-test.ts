import type { Sent } from '../../media/outbound.ts';
import { eachWay, type Way } from '../../media/ways.ts';
import type { Hearing } from './hearing.ts';
import { selfTestLimits as limits } from './self-test-limits.ts';

export const selfTestSteps = ['camera', 'microphone', ...eachWay, 'upload'] as const;
export type SelfTestStep = (typeof selfTestSteps)[number];

/** What a step found; `self-test.json` has a sentence with advice for each. */
export type Words =
  | `camera.${'good' | 'dark' | 'black' | 'frozen' | 'unseen' | 'off' | 'missing'}`
  | `microphone.${'good' | 'quiet' | 'loud' | 'nothing' | 'silent' | 'off' | 'missing'}`
  | `${Way}.${'good' | 'closed' | 'none'}`
  | `upload.${'good' | 'sound' | 'slow' | 'tooSlow' | 'lossy' | 'veryLossy' | 'busy' | 'distant' | 'stuck' | 'unreachable' | 'nothing'}`
  | 'late'
  | 'refused'
  | 'unsupported';

/** `absent`: the server has no such way. */
export type Finding = { state: 'good' | 'warning' | 'failed'; words: Words };
export type StepState = { state: 'waiting' | 'running' | 'absent' } | Finding;

export const good = (words: Words): Finding => ({ state: 'good', words });
export const warning = (words: Words): Finding => ({ state: 'warning', words });
export const failed = (words: Words): Finding => ({ state: 'failed', words });

/** One look at the camera: its mean brightness, 0 to 255, and whether it is the one before in every pixel. */
export type Look = { brightness: number; same: boolean };

/** A real sensor never gives the same picture twice. */
export function judgeCamera(looks: readonly Look[]): Finding {
  if (looks.length < limits.looks) return warning('camera.unseen');
  const mean = looks.reduce((sum, { brightness }) => sum + brightness, 0) / looks.length;
  if (mean < limits.black) return failed('camera.black');
  if (looks.slice(1).every(({ same }) => same)) return failed('camera.frozen');
  return mean < limits.dark ? warning('camera.dark') : good('camera.good');
}

export function judgeMicrophone(hearing: Hearing): Finding {
  switch (hearing) {
    case 'hear':
      return good('microphone.good');
    case 'quiet':
      return warning('microphone.quiet');
    case 'loud':
      return warning('microphone.loud');
    case 'speak':
      return warning('microphone.nothing');
    case 'silent':
      return failed('microphone.silent');
  }
}

/** Of the ways that were tried, which lead to the media server. One that does not is no failure where another does. */
export function judgeWays(led: Partial<Record<Way, boolean>>): Partial<Record<Way, Finding>> {
  const any = Object.values(led).includes(true);
  const of = (way: Way) => (led[way] ? good(`${way}.good`) : any ? warning(`${way}.closed`) : failed(`${way}.none`));
  return Object.fromEntries(eachWay.flatMap((way) => (led[way] === undefined ? [] : [[way, of(way)]])));
}

export type Reading = { at: number; sent: Sent };

/** What people read of an upload. Kilobits and milliseconds; `lost` is a part of all packets, 0 to 1. */
export type UploadFigures = { kilobits: number; roundTripMs: number | null; lost: number };

/** Between two readings, `at` in milliseconds. `kilobits` is what fits where the browser knows, else what was sent. */
export function uploadFigures(before: Reading, now: Reading): UploadFigures {
  const seconds = (now.at - before.at) / 1000;
  const packets = now.sent.packets - before.sent.packets;
  const sent = seconds > 0 ? ((now.sent.bytes - before.sent.bytes) * 8) / seconds : 0;
  const lost = Math.max(0, now.sent.lost - before.sent.lost);
  return {
    kilobits: Math.round(Math.max(sent, now.sent.available ?? 0) / 1000),
    roundTripMs: now.sent.roundTrip === null ? null : Math.round(now.sent.roundTrip * 1000),
    // `packetsSent` has those that were lost.
    lost: packets > 0 ? Math.min(1, lost / packets) : 0,
  };
}

/** `picture`: a camera's is sent. Without one a little is enough, and the browser never looks for more. */
export function judgeUpload(before: Reading, now: Reading, picture: boolean): Finding {
  const { kilobits, roundTripMs, lost } = uploadFigures(before, now);
  const { available, limitedBy } = now.sent;
  const fits = kilobits * 1000;
  // Where the browser does not tell what fits, little is sent also of a picture that needs no more.
  const known = available !== null || limitedBy === 'bandwidth';
  if (now.sent.packets === before.sent.packets) return failed('upload.stuck');
  if (lost > limits.veryLossy) return failed('upload.veryLossy');
  if (picture && known && fits < limits.smallestBps) return failed('upload.tooSlow');
  if (lost > limits.lossy) return warning('upload.lossy');
  if (picture && known && fits < limits.sharpBps) return warning('upload.slow');
  if (limitedBy === 'cpu') return warning('upload.busy');
  if (roundTripMs !== null && roundTripMs > limits.distantMs) return warning('upload.distant');
  return good(picture ? 'upload.good' : 'upload.sound');
}

/** All of it in one word. */
export function summaryOf(steps: Record<SelfTestStep, StepState>): 'good' | 'warning' | 'failed' {
  const states = Object.values(steps).map(({ state }) => state);
  return states.includes('failed') ? 'failed' : states.includes('warning') ? 'warning' : 'good';
}
