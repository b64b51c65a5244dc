import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrackSource } from '@bedside/shared/commands.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeSecond, roadOf } from '../../testing/made-rtp.ts';
import { openOutputs, within } from '../../testing/outputs.ts';
import { ffmpegHere, flashesAndBeeps, onlyFile, probe } from '../../testing/recorded.ts';
import type { TapEvents } from '../tap.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-drift-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const SECONDS = 600;
/** Milliseconds that the stage may be ahead of what has been encoded: the encoder is given up where nothing comes for ten seconds. */
const AHEAD_MS = 6000;

/** A stage whose time passes as fast as its encoder follows. */
function fastStage() {
  const begun = Date.now();
  let now = begun;
  const looks = new Set<{ ms: number; look: () => void; due: number }>();
  return {
    begun,
    now: () => now,
    beat: {
      now: () => now,
      every(ms: number, look: () => void) {
        const mine = { ms, look, due: now + ms };
        looks.add(mine);
        return () => void looks.delete(mine);
      },
    },
    passTo(at: number) {
      for (const mine of looks)
        while (mine.due <= at && looks.has(mine)) {
          now = Math.max(now, mine.due);
          mine.due += mine.ms;
          mine.look();
        }
      now = Math.max(now, at);
    },
  };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

it('[X5] keeps sound and picture within 100 ms of each other over ten minutes of a doctor whose clocks differ, with losses and a gap', async () => {
  const sent = roadOf(await makeSecond(ffmpegHere), SECONDS * 1000, {
    fast: { camera: -150, microphone: 150 },
    loss: 0.01,
    delayMs: 30,
    jitterMs: 60,
    gap: [298_000, 303_000],
  });
  const stage = fastStage();
  const taps: TapEvents[] = [];
  const session = openOutputs(
    async (_stageId, _epoch, on) => {
      taps.push(on);
      const codecs = new Map<TrackSource, { mimeType: string; clockRate: number }>([
        ['camera', { mimeType: 'video/VP8', clockRate: 90_000 }],
        ['microphone', { mimeType: 'audio/opus', clockRate: 48_000 }],
      ]);
      return { codecs, askForKeyframe() {}, close() {} };
    },
    { recordingsDir: folder, beat: stage.beat, picture: { width: 160, height: 90, rate: 20, keySeconds: 1, kbits: 100 } },
  );
  session.wants({ recording: true, hls: true });
  const encodedTo = () =>
    Math.max(0, ...[...session.playlist().matchAll(/PROGRAM-DATE-TIME:(\S+)/g)].map(([, at]) => Date.parse(at ?? '')));
  let looked = stage.begun;
  for (const { source, at, packet } of sent) {
    stage.passTo(stage.begun + at);
    for (const tap of taps) tap.rtp(source, packet);
    if (stage.now() - looked < 500) continue;
    looked = stage.now();
    // Until there is an encoder, as time passes.
    if (encodedTo() === 0) await pause(500);
    else await vi.waitUntil(() => stage.now() - encodedTo() < AHEAD_MS, { ...within, interval: 5 });
  }
  expect([session.stateOf('recording'), session.stateOf('hls')]).toEqual(['on', 'on']);
  await session.end();

  const path = await onlyFile(session.folder);
  const { h264, aac } = await probe(path);
  // It begins with the encoder's first keyframe, a few seconds after it was asked for.
  expect(h264?.duration).toBeGreaterThan(SECONDS - 10);
  expect(h264?.duration).toBeLessThan(SECONDS + 1);
  expect(Math.abs((h264?.duration ?? 0) - (aac?.duration ?? 0))).toBeLessThan(0.2);
  const { flashes, beeps } = await flashesAndBeeps(path);
  const apart = flashes.flatMap((flash) =>
    beeps.filter((beep) => Math.abs(beep - flash) < 0.45).map((beep) => ({ at: flash, by: beep - flash })),
  );
  const drift = [5, SECONDS / 2 - 30, SECONDS - 70].map((from) => {
    const minute = apart.filter(({ at }) => at >= from && at < from + 60);
    expect(minute.length).toBeGreaterThan(40);
    // Where a packet of a flash was lost, its end is what is seen.
    expect(minute.filter(({ by }) => Math.abs(by) < 0.1).length).toBeGreaterThan(minute.length * 0.9);
    return median(minute.map(({ by }) => by));
  });
  for (const by of drift) expect(Math.abs(by)).toBeLessThan(0.1);
  expect(Math.max(...drift) - Math.min(...drift)).toBeLessThan(0.1);
}, 120_000);
