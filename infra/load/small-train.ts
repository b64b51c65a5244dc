import { makeTrain, writeTrain } from './train.ts';

const FRAMES = 30;
const SECOND_US = 1_000_000;

/**
 * A second of VP8 and Opus as far as an SFU looks into them, with a keyframe every so many frames: the lowest bit of a frame
 * says that it is none (RFC 6386 section 9.1).
 */
export function smallTrain(keyframeEvery = FRAMES): Buffer {
  const frames = Array.from({ length: FRAMES }, (_, index) => ({
    atUs: Math.floor((index * SECOND_US) / FRAMES),
    bytes: Buffer.alloc(3000, index % keyframeEvery === 0 ? 0x10 : 0x11),
  }));
  const opus = Array.from({ length: 50 }, () => Buffer.alloc(80, 0xfc));
  return writeTrain(makeTrain(frames, opus, SECOND_US), SECOND_US);
}
