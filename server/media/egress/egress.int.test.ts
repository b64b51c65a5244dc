import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Voice } from '@bedside/shared/commands.ts';
import { SessionId, TargetId } from '@bedside/shared/ids.ts';
import { partsOf } from '@bedside/shared/stage-id.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../testing/free-port.ts';
import { type Doctor, startStudio } from '../../testing/rtp-source.ts';
import { thisNode } from '../rtp-fixtures.ts';
import { openTap } from '../tap.ts';
import { createEgress, type Egress, type EgressOptions, type EgressWish } from './egress.ts';
import { findFfmpeg } from './find-ffmpeg.ts';

const run = promisify(execFile);
const ffmpeg = findFfmpeg(process.env['FFMPEG_PATH'] ?? null) ?? 'ffmpeg';
const rtmpModule = '/usr/lib/nginx/modules/ngx_rtmp_module.so';
const picture = { width: 320, height: 180, rate: 30, keySeconds: 1, kbits: 400 };
const within = { timeout: 25_000, interval: 100 };

let studio: Awaited<ReturnType<typeof startStudio>>;
let folder: string;
const opened: Egress[] = [];
const doctors: Doctor[] = [];

beforeAll(async () => {
  studio = await startStudio(ffmpeg);
  folder = await mkdtemp(join(tmpdir(), 'bedside-egress-'));
});
afterAll(async () => {
  await Promise.all(opened.map((egress) => egress.close()));
  for (const doctor of doctors) doctor.stop();
  await studio.close();
  await rm(folder, { recursive: true, force: true });
});

async function doctorIn(codec?: 'VP8' | 'H264'): Promise<Doctor> {
  const doctor = await studio.doctor(codec);
  doctors.push(doctor);
  return doctor;
}

/** Outputs of a session whose stage is whichever doctor `stage` says, with a log that the test writes. */
function outputsOf(stage: () => Doctor, more: Partial<EgressOptions> = {}, voices: Partial<Record<Voice, Doctor>> = {}) {
  const sessionId = SessionId.parse(`session-${opened.length}`);
  const egress = createEgress({
    self: thisNode,
    media: {
      async tap(stageId, _epoch, on) {
        const { channel } = partsOf(stageId);
        const who = channel === 'main' ? stage() : voices[channel];
        if (!who) throw new Error('nobody is there');
        return openTap(studio.router, who.producers, on);
      },
    },
    ffmpeg,
    recordingsDir: folder,
    reserve: 0,
    encoders: 2,
    allowInside: true,
    picture,
    now: Date.now,
    warn: () => {},
    ...more,
  });
  opened.push(egress);
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

type Stream = { codec_name: string; duration: number; start: number };

/** What a file holds, as another program reads it. */
async function probe(path: string): Promise<Record<string, Stream>> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_name,start_time,duration', '-of', 'json', path]);
  const { streams } = JSON.parse(stdout) as { streams: { codec_name: string; duration?: string; start_time?: string }[] };
  return Object.fromEntries(
    streams.map(({ codec_name, duration = '0', start_time = '0' }) => [
      codec_name,
      { codec_name, duration: Number(duration), start: Number(start_time) },
    ]),
  );
}

/** Seconds at which the picture turns white, and at which the beep begins. */
async function flashesAndBeeps(path: string): Promise<{ flashes: number[]; beeps: number[] }> {
  const filters = 'movie=' + path + ':streams=dv+da[v][a];[v]blackdetect=d=0.2:pix_th=0.2[out0];[a]silencedetect=n=-30dB:d=0.2[out1]';
  const { stderr } = await run(ffmpeg, ['-hide_banner', '-f', 'lavfi', '-i', filters, '-f', 'null', '-'], { maxBuffer: 64 * 1024 * 1024 });
  const all = (pattern: RegExp) => [...stderr.matchAll(pattern)].map(([, at]) => Number(at));
  return { flashes: all(/black_end:([\d.]+)/g), beeps: all(/silence_end: ([\d.]+)/g) };
}

const onlyFile = async (from: string) => {
  const names = await readdir(from);
  expect(names).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z\.mp4$/)]);
  return join(from, names[0] ?? '');
};

const segmentsOf = (list: string) => list.match(/^\d+\.m4s$/gm) ?? [];

it('[X1][X5] records one file with both tracks in step, through a new epoch, another codec and a camera that is off', async () => {
  let doctor = await doctorIn('VP8');
  const session = outputsOf(() => doctor);
  session.wants({ recording: true });
  await session.becomes('recording', 'on');
  const before = performance.now();
  await doctor.producers.get('camera')?.pause();
  session.wants({ slate: 'camera-off' });
  await vi.waitFor(() => expect(performance.now() - before).toBeGreaterThan(3000), within);
  doctor.stop();
  doctor = await doctorIn('H264');
  session.wants({ stream: { epoch: 2, node: thisNode, flow: { camera: true, microphone: true, screen: false } }, slate: 'soon' });
  const began = performance.now();
  await vi.waitFor(() => expect(performance.now() - began).toBeGreaterThan(6000), within);
  expect(session.stateOf('recording')).toBe('on');
  const lasted = (performance.now() - before) / 1000;
  await session.end();

  const path = await onlyFile(session.folder);
  const { h264, aac } = await probe(path);
  expect(h264?.duration).toBeGreaterThan(lasted - 1);
  expect(Math.abs((h264?.duration ?? 0) - (aac?.duration ?? 0))).toBeLessThan(1);
  const { flashes, beeps } = await flashesAndBeeps(path);
  // Every flash that has a beep near it: the picture was off for a while.
  const apart = flashes.flatMap((flash) => beeps.filter((beep) => Math.abs(beep - flash) < 0.45).map((beep) => Math.abs(beep - flash)));
  expect(apart.length).toBeGreaterThan(3);
  // Of most: where the machine is busy one may come late, and the last of each is where the file ends.
  expect(apart.toSorted((a, b) => a - b)[Math.floor(apart.length / 2)]).toBeLessThan(0.1);
}, 60_000);

/** How loud each tone is in each second of a file, of 1 (Goertzel's algorithm over what another program decoded). */
async function tonesOf(path: string, ...tones: number[]): Promise<number[][]> {
  const rate = 8000;
  const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', path, '-vn', '-ac', '1', '-ar', String(rate), '-f', 's16le', '-'], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  return Array.from({ length: Math.floor(stdout.length / 2 / rate) }, (_, second) =>
    tones.map((hertz) => {
      const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / rate);
      let [last, before] = [0, 0];
      for (let at = 0; at < rate; at += 1) {
        const sample = stdout.readInt16LE((second * rate + at) * 2) / 32768;
        [last, before] = [sample + coefficient * last - before, last];
      }
      return (2 * Math.sqrt(last ** 2 + before ** 2 - coefficient * last * before)) / rate;
    }),
  );
}

it('[X11] lets everybody on stage be heard beside the doctor, nobody who is not, and waits for no one', async () => {
  const doctor = await doctorIn();
  const [cohost, guest] = await Promise.all([studio.voice(440), studio.voice(1500)]);
  doctors.push(cohost, guest);
  const session = outputsOf(() => doctor, {}, { cohost, guest });
  session.wants({ recording: true });
  await session.becomes('recording', 'on');
  const lasts = async (ms: number) => {
    const began = performance.now();
    await vi.waitFor(() => expect(performance.now() - began).toBeGreaterThan(ms), within);
  };
  const began = performance.now();
  session.wants({ voices: { cohost: 1, guest: 1 } });
  await lasts(4000);
  // One is taken off stage, and then the other is lost without a word of the log.
  session.wants({ voices: { cohost: 1, guest: null } });
  await lasts(4000);
  cohost.stop();
  await lasts(3000);
  session.wants({ cut: true, voices: { cohost: null, guest: 1 } });
  await lasts(3000);
  const lasted = (performance.now() - began) / 1000;
  await session.end();

  const path = await onlyFile(session.folder);
  const { h264, aac } = await probe(path);
  expect(aac?.duration).toBeGreaterThan(lasted - 1);
  expect(Math.abs((h264?.duration ?? 0) - (aac?.duration ?? 0))).toBeLessThan(1);
  const seconds = (await tonesOf(path, 880, 440, 1500)).map((tones) => tones.map((loud) => loud > 0.02).join());
  const heard = seconds.filter((second, at) => second !== seconds[at - 1]);
  // Doctor, co-host, guest: all, who may have come one after the other, without the guest, and without the co-host; then the cut.
  const all = heard.indexOf('true,true,true');
  const told = [all, heard.indexOf('true,true,false', all), heard.lastIndexOf('true,false,false')];
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told).not.toContain(-1);
  expect(seconds.at(-1)).toBe('false,false,false');
}, 60_000);

it('[X3][X7] has a playlist on the server’s clock, whose segments play, and hides what is cut at once', async () => {
  const doctor = await doctorIn();
  const session = outputsOf(() => doctor);
  session.wants({ hls: true });
  await vi.waitFor(() => expect(segmentsOf(session.playlist()).length).toBeGreaterThan(2), within);
  const list = session.playlist();
  const [init] = /init-\d+\.mp4/.exec(list) ?? [''];
  const parts = [init, ...segmentsOf(list)].flatMap((name) => session.file(name) ?? []);
  const path = join(folder, 'hls.mp4');
  await writeFile(path, Buffer.concat(parts));
  expect(Object.keys(await probe(path)).toSorted()).toEqual(['aac', 'h264']);
  const dates = [...list.matchAll(/PROGRAM-DATE-TIME:(\S+)/g)].map(([, at]) => Date.parse(at ?? ''));
  const behind = Date.now() - (dates.at(-1) ?? 0);
  expect(behind).toBeGreaterThan(0);
  expect(behind).toBeLessThan(20_000);
  expect(session.file('../../etc/passwd')).toBeNull();

  // What was readable is not any more, and what comes is the slate.
  const last = segmentsOf(list).at(-1) ?? '';
  session.wants({ cut: true });
  expect(session.file(last)).toBeNull();
  await vi.waitFor(() => expect(segmentsOf(session.playlist()).length).toBeGreaterThan(3), within);
  const cut = session.playlist();
  const [cutInit] = /init-\d+\.mp4/.exec(cut) ?? [''];
  const still = join(folder, 'cut.mp4');
  await writeFile(still, Buffer.concat([cutInit, ...segmentsOf(cut).slice(-2)].flatMap((name) => session.file(name) ?? [])));
  const { stderr } = await run(ffmpeg, ['-hide_banner', '-i', still, '-vn', '-af', 'volumedetect', '-f', 'null', '-']);
  expect(Number(/max_volume: (-[\d.]+) dB/.exec(stderr)?.[1])).toBeLessThan(-60);
  expect((await flashesAndBeeps(still)).flashes).toEqual([]);
  await session.end();
}, 60_000);

it('[X4] starts an output again that was killed or hangs, and leaves the others alone', async () => {
  const doctor = await doctorIn();
  const session = outputsOf(() => doctor);
  session.wants({ hls: true, recording: true });
  await session.becomes('recording', 'on');
  await session.becomes('hls', 'on');
  const written = (await readdir(session.folder))[0] ?? '';
  const { stdout } = await run('pgrep', ['-f', join(session.folder, written)]);
  process.kill(Number(stdout.trim()), 'SIGKILL');
  await session.becomes('recording', 'retrying');
  expect(session.stateOf('hls')).toBe('on');
  await session.becomes('recording', 'on');
  await session.end();
  // Both parts are one file, and nothing of ours runs any more.
  await probe(await onlyFile(session.folder));
  await expect(run('pgrep', ['-f', session.folder])).rejects.toThrow(/pgrep/);
}, 60_000);

it('[X8] stops a recording while the disk’s reserve is whole, says so, and goes on when there is room', async () => {
  const doctor = await doctorIn();
  let free = 1000;
  const session = outputsOf(() => doctor, { reserve: 500, free: async () => free });
  session.wants({ recording: true, hls: true });
  await session.becomes('recording', 'on');
  free = 499;
  await session.becomes('recording', 'full');
  expect(session.whyOf('recording')).toBe('disk');
  expect(session.stateOf('hls')).toBe('on');
  await session.end();
  await probe(await onlyFile(session.folder));
}, 60_000);

/** nginx as a streaming server that keeps what it gets. */
async function startRtmpServer(port: number, into: string) {
  await mkdir(into, { recursive: true, mode: 0o777 });
  const config = join(into, '..', `nginx-${port}.conf`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    config,
    `${user} daemon off; worker_processes 1; pid ${config}.pid; error_log stderr crit; load_module ${rtmpModule};
     events { worker_connections 64; }
     rtmp { server { listen 127.0.0.1:${port}; application live { live on; record all; record_path ${into}; record_unique on; } } }`,
  );
  const child = spawn(process.env['NGINX_PATH'] ?? 'nginx', ['-c', config, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'ignore'] });
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

describe.runIf(existsSync(rtmpModule))('with nginx as a streaming server', () => {
  it('[X4][X6] forwards with the key where nobody reads it, retries while the server is gone, and comes back by itself', async () => {
    const doctor = await doctorIn();
    const [port, into] = [await freePort(), join(folder, 'rtmp')];
    let server = await startRtmpServer(port, into);
    const session = outputsOf(() => doctor);
    const target = { url: `rtmp://127.0.0.1:${port}/live`, key: 'a-very-secret-key' };
    const id = TargetId.parse('youtube');
    session.wants({
      targets: [
        { id, target },
        { id: TargetId.parse('nowhere'), target: { url: 'rtmp://127.0.0.1:9/live', key: 'other' } },
      ],
    });
    await session.becomes(id, 'on');
    await session.becomes('nowhere', 'retrying');
    const { stdout: arguments_ } = await run('ps', ['-eo', 'args', '-ww']);
    expect(arguments_).toContain('/dev/fd/3');
    for (const secret of [target.key, `:${port}`, '/live'])
      expect(
        arguments_
          .split('\n')
          .filter((line) => line.includes('/dev/fd/3'))
          .join(),
      ).not.toContain(secret);
    await server.stop();
    await session.becomes(id, 'retrying');
    expect(session.whyOf(id)).toBe('server');
    server = await startRtmpServer(port, into);
    await session.becomes(id, 'on');
    await session.end();
    await server.stop();
    const kept = (await readdir(into)).filter((name) => name.startsWith(target.key));
    expect(kept.length).toBeGreaterThan(1);
    expect(Object.keys(await probe(join(into, kept[0] ?? ''))).toSorted()).toEqual(['aac', 'h264']);
  }, 60_000);
});

it('[X6] refuses to forward into the server’s own network', async () => {
  const doctor = await doctorIn();
  const session = outputsOf(() => doctor, { allowInside: false });
  const id = TargetId.parse('inside');
  session.wants({ targets: [{ id, target: { url: 'rtmp://localhost:1935/live', key: 'key' } }] });
  await session.becomes(id, 'failed');
  expect(session.whyOf(id)).toBe('inside');
  await session.end();
});
