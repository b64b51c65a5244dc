import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Voice } from '@bedside/shared/commands.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { partsOf } from '@bedside/shared/stage-id.ts';
import { expect, vi } from 'vitest';
import { createEgress, type Egress, type EgressOptions, type EgressWish } from '../media/egress/egress.ts';
import type { Media } from '../media/media.ts';
import { thisNode } from '../media/rtp-fixtures.ts';
import { openTap } from '../media/tap.ts';
import { ffmpegHere } from './recorded.ts';
import { type Doctor, startStudio } from './rtp-source.ts';

const picture = { width: 320, height: 180, rate: 30, keySeconds: 1, kbits: 400 };
/** What real programs take to do something. */
export const within = { timeout: 25_000, interval: 100 };

let sessions = 0;
/** Outputs of one session with a log that the test writes. */
export function openOutputs(tap: Media['tap'], options: Partial<EgressOptions> & Pick<EgressOptions, 'recordingsDir'>) {
  const sessionId = SessionId.parse(`session-${(sessions += 1)}`);
  const egress: Egress = createEgress({
    self: thisNode,
    media: { tap },
    ffmpeg: ffmpegHere,
    reserve: 0,
    encoders: 2,
    allowInside: true,
    picture,
    now: Date.now,
    warn: () => {},
    ...options,
  });
  let wish: EgressWish = {
    stream: { epoch: 1, node: thisNode, flow: { camera: true, microphone: true, screen: false } },
    voices: { cohost: null, guest: null },
    onAir: true,
    recording: false,
    hls: false,
    targets: [],
    cut: false,
    delayMs: 0,
    slate: 'soon',
    picture: 'camera',
  };
  const stateOf = (id: string) => egress.healths(sessionId).get(id)?.state;
  return {
    egress,
    wants(change: Partial<EgressWish>) {
      wish = { ...wish, ...change };
      egress.follow(sessionId, wish);
    },
    stateOf,
    whyOf: (id: string) => egress.healths(sessionId).get(id)?.why,
    becomes: (id: string, state: string) => vi.waitFor(() => expect(stateOf(id)).toBe(state), within),
    playlist: () => egress.hlsFile(sessionId, 'index.m3u8')?.bytes.toString() ?? '',
    file: (name: string) => egress.hlsFile(sessionId, name)?.bytes ?? null,
    folder: egress.folderOf(sessionId),
    async end() {
      egress.follow(sessionId, null);
      await egress.close();
    },
  };
}

export type Outputs = ReturnType<typeof openOutputs>;

/** A studio of real doctors, and outputs of what is on its stages. */
export async function startOutputs() {
  const studio = await startStudio(ffmpegHere);
  const folder = await mkdtemp(join(tmpdir(), 'bedside-egress-'));
  const opened: Outputs[] = [];
  const doctors: Doctor[] = [];
  const kept = async (making: Promise<Doctor>) => {
    const doctor = await making;
    doctors.push(doctor);
    return doctor;
  };
  return {
    folder,
    doctor: (codec?: 'VP8' | 'H264') => kept(studio.doctor(codec)),
    voice: (hertz: number) => kept(studio.voice(hertz)),
    /** Of a session whose stage is whichever doctor `stage` says. */
    of(stage: () => Doctor, options: Partial<EgressOptions> = {}, voices: Partial<Record<Voice, Doctor>> = {}): Outputs {
      const outputs = openOutputs(
        async (stageId, _epoch, on) => {
          const { channel } = partsOf(stageId);
          const who = channel === 'main' ? stage() : voices[channel];
          if (!who) throw new Error('nobody is there');
          return openTap(studio.router, who.producers, on);
        },
        { recordingsDir: folder, ...options },
      );
      opened.push(outputs);
      return outputs;
    },
    async close() {
      await Promise.all(opened.map(({ egress }) => egress.close()));
      for (const doctor of doctors) doctor.stop();
      await studio.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
