import { describe, expect, it } from 'vitest';
import type { Layers, Quality } from '@bedside/shared/rpc.ts';
import { type Light, type LightState, lightRules, nextLight } from './quality-light.ts';
import type { Statistics } from './statistics.ts';

type Second = {
  loss?: number;
  frames?: number;
  frozen?: number;
  layers?: Layers | null;
  quality?: Quality;
  reconnecting?: boolean;
  pictureDue?: boolean;
};

const everyMs = 1000;

/** Plays seconds of a stream, one look after each; tells what the light says after each. */
function player() {
  let state: LightState | undefined;
  let at = 0;
  const total = { packets: 0, lost: 0, frames: 0, frozen: 0 };
  const play = (seconds: number, second: Second = {}): (Light | null)[] =>
    Array.from({ length: seconds }, () => {
      const { loss = 0, frames = 30, frozen = 0, layers = null, quality = 'automatic', reconnecting = false, pictureDue = true } = second;
      // Timers come late, and never by the same.
      at += everyMs + 9 + 9 * Math.sin(at);
      total.packets += 100 * (1 - loss);
      total.lost += 100 * loss;
      total.frames += frames;
      total.frozen += frozen;
      state = nextLight(state, { at, quality, reconnecting, pictureDue, layers, statistics: statistics() });
      return state.light;
    });
  const statistics = (): Statistics => ({
    audio: { kind: 'audio', bytes: 0, packets: 0, lost: 0, jitter: null, codec: null },
    video: {
      ...{ kind: 'video', bytes: 0, packets: total.packets, lost: total.lost, jitter: null, codec: null },
      ...{ frames: total.frames, framesPerSecond: null, width: null, height: null, frozen: total.frozen },
    },
    path: null,
  });
  const hide = (seconds: number) => {
    at += seconds * everyMs;
  };
  const anotherTransport = () => Object.assign(total, { packets: 0, lost: 0, frames: 0, frozen: 0 });
  return { play, hide, anotherTransport };
}

/** After long enough for anything to be said. */
function settled(second: Second): Light | null | undefined {
  return player().play(20, second).at(-1);
}

describe('the quality light', () => {
  it('[S15] says nothing before it knows, then that it is good', () => {
    expect(player().play(4)).toEqual([null, null, 'good', 'good']);
  });

  it.each<[Second, Light]>([
    [{ loss: 0.01 }, 'good'],
    [{ loss: 0.03 }, 'reduced'],
    [{ loss: 0.15 }, 'poor'],
    [{ frames: 15 }, 'good'],
    [{ frames: 10 }, 'reduced'],
    [{ frames: 2 }, 'poor'],
    [{ frozen: 0.02 }, 'good'],
    [{ frozen: 0.1 }, 'reduced'],
    [{ frozen: 0.4 }, 'poor'],
    [{ layers: { sent: 2, best: 2 } }, 'good'],
    // The doctor sends no better one.
    [{ layers: { sent: 1, best: 1 } }, 'good'],
    [{ layers: { sent: 1, best: 2 } }, 'reduced'],
    [{ layers: { sent: null, best: 2 } }, 'poor'],
    [{ layers: { sent: null, best: null } }, 'good'],
    [{ quality: 'saver', layers: { sent: 0, best: 2 } }, 'reduced'],
    [{ quality: 'saver', loss: 0.3 }, 'poor'],
    [{ quality: 'sound', frames: 0 }, 'sound'],
    [{ quality: 'sound', frames: 0, loss: 0.05 }, 'sound'],
    [{ quality: 'sound', frames: 0, loss: 0.3 }, 'poor'],
    // A camera that the doctor switched off.
    [{ pictureDue: false, frames: 0, layers: { sent: null, best: 2 } }, 'good'],
    [{ reconnecting: true }, 'reconnecting'],
  ])('[S15] takes %o for %s', (second, light) => {
    expect(settled(second)).toBe(light);
  });

  it('[S15] says that it is worse after some seconds of it, and better after more', () => {
    const { play } = player();
    play(20);
    const worse = play(20, { frames: 1 });
    const after = worse.indexOf('poor');
    expect(after).toBeGreaterThanOrEqual(lightRules.worseMs / everyMs);
    expect(after).toBeLessThanOrEqual((lightRules.worseMs + lightRules.windowMs) / everyMs);
    const better = play(30).indexOf('good');
    expect(better).toBeGreaterThanOrEqual(lightRules.betterMs / everyMs);
  });

  it('[S15] does not flicker where it is bad for a moment now and then', () => {
    const { play } = player();
    play(20);
    const said = new Set<Light | null>();
    for (let round = 0; round < 20; round += 1) {
      for (const light of [...play(2, { layers: { sent: 0, best: 2 } }), ...play(5)]) said.add(light);
    }
    expect(said).toEqual(new Set(['good']));
  });

  it('[S15] stays poor where it is good for a moment now and then', () => {
    const { play } = player();
    play(20, { layers: { sent: null, best: 2 } });
    const said = new Set<Light | null>();
    for (let round = 0; round < 20; round += 1) {
      for (const light of [...play(6), ...play(1, { layers: { sent: null, best: 2 } })]) said.add(light);
    }
    expect(said).toEqual(new Set(['poor']));
  });

  it('[S15] of poor and reduced in turn says reduced', () => {
    const { play } = player();
    play(20);
    const said = Array.from({ length: 5 }, () => [
      ...play(1, { layers: { sent: null, best: 2 } }),
      ...play(1, { layers: { sent: 1, best: 2 } }),
    ]);
    expect(said.flat().find((light) => light !== 'good')).toBe('reduced');
  });

  it('[S15] says at once that it reconnects, and nothing of it afterwards', () => {
    const { play } = player();
    play(20);
    expect(play(1, { reconnecting: true })).toEqual(['reconnecting']);
    expect(play(3)).toEqual([null, null, 'good']);
  });

  it('[S15] says at once that there is only sound, and nothing of it afterwards', () => {
    const { play } = player();
    play(20);
    expect(play(1, { quality: 'sound', frames: 0 })).toEqual(['sound']);
    expect(play(3)).toEqual([null, null, 'good']);
  });

  it('[S15] says nothing bad of sound alone because the picture was bad', () => {
    const { play } = player();
    play(20, { frames: 1 });
    expect(new Set(play(20, { quality: 'sound', frames: 0 }))).toEqual(new Set(['sound']));
  });

  it('[S15] says as slowly what is worse, or better, after the page was hidden', () => {
    const { play, hide } = player();
    play(20);
    hide(60);
    expect(play(20, { frames: 1 }).indexOf('poor')).toBeGreaterThanOrEqual((lightRules.leastMs + lightRules.worseMs) / everyMs);
    hide(60);
    expect(play(30).indexOf('good')).toBeGreaterThanOrEqual((lightRules.leastMs + lightRules.betterMs) / everyMs);
  });

  it('[S15] compares nothing over an exchange of transports', () => {
    const { play, anotherTransport } = player();
    play(20);
    anotherTransport();
    expect(new Set(play(10))).toEqual(new Set(['good']));
  });
});
