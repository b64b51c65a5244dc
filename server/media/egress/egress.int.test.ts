import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startOutputs, within } from '../../testing/outputs.ts';
import { ffmpegHere, flashesAndBeeps, onlyFile, probe, tonesOf } from '../../testing/recorded.ts';
import { thisNode } from '../rtp-fixtures.ts';

const run = promisify(execFile);

let outputs: Awaited<ReturnType<typeof startOutputs>>;
beforeAll(async () => {
  outputs = await startOutputs();
});
afterAll(() => outputs.close());

const segmentsOf = (list: string) => list.match(/^\d+\.m4s$/gm) ?? [];

it('[X1][X5] records one file with both tracks in step, through a new epoch, another codec and a camera that is off', async () => {
  let doctor = await outputs.doctor('VP8');
  const session = outputs.of(() => doctor);
  session.wants({ recording: true });
  await session.becomes('recording', 'on');
  const before = performance.now();
  await doctor.producers.get('camera')?.pause();
  session.wants({ slate: 'camera-off' });
  await vi.waitFor(() => expect(performance.now() - before).toBeGreaterThan(3000), within);
  doctor.stop();
  doctor = await outputs.doctor('H264');
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

it('[X11] lets everybody on stage be heard beside the doctor, nobody who is not, and waits for no one', async () => {
  const doctor = await outputs.doctor();
  const [cohost, guest] = await Promise.all([outputs.voice(440), outputs.voice(1500)]);
  const session = outputs.of(() => doctor, {}, { cohost, guest });
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
  const doctor = await outputs.doctor();
  const session = outputs.of(() => doctor);
  session.wants({ hls: true });
  await vi.waitFor(() => expect(segmentsOf(session.playlist()).length).toBeGreaterThan(2), within);
  const list = session.playlist();
  const [init] = /init-\d+\.mp4/.exec(list) ?? [''];
  const parts = [init, ...segmentsOf(list)].flatMap((name) => session.file(name) ?? []);
  const path = join(outputs.folder, 'hls.mp4');
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
  const still = join(outputs.folder, 'cut.mp4');
  await writeFile(still, Buffer.concat([cutInit, ...segmentsOf(cut).slice(-2)].flatMap((name) => session.file(name) ?? [])));
  const { stderr } = await run(ffmpegHere, ['-hide_banner', '-i', still, '-vn', '-af', 'volumedetect', '-f', 'null', '-']);
  expect(Number(/max_volume: (-[\d.]+) dB/.exec(stderr)?.[1])).toBeLessThan(-60);
  expect((await flashesAndBeeps(still)).flashes).toEqual([]);
  await session.end();
}, 60_000);

it('[X4] starts an output again that was killed or hangs, and leaves the others alone', async () => {
  const doctor = await outputs.doctor();
  const session = outputs.of(() => doctor);
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

it('[X8] stops a recording while the disk’s reserve is whole, and says so', async () => {
  const doctor = await outputs.doctor();
  let free = 1000;
  const session = outputs.of(() => doctor, { reserve: 500, free: async () => free });
  session.wants({ recording: true, hls: true });
  await session.becomes('recording', 'on');
  free = 499;
  await session.becomes('recording', 'full');
  expect(session.whyOf('recording')).toBe('disk');
  expect(session.stateOf('hls')).toBe('on');
  await session.end();
  await probe(await onlyFile(session.folder));
}, 60_000);
