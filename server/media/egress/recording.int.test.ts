import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFfmpeg } from './find-ffmpeg.ts';
import { createRecording, finishLeft } from './recording.ts';

const run = promisify(execFile);
const ffmpeg = findFfmpeg(process.env['FFMPEG_PATH'] ?? null) ?? 'ffmpeg';
const now = Date.UTC(2026, 0, 2, 3, 4, 5);

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'bedside-recording-'))));
afterEach(() => rm(folder, { recursive: true }));

/** What an encoder gives of so many seconds. */
function seconds(count: number): Buffer {
  const video = ['-f', 'lavfi', '-i', `testsrc=s=64x64:r=10:d=${count}`, '-c:v', 'libx264', '-g', '10', '-pix_fmt', 'yuv420p'];
  const sound = ['-f', 'lavfi', '-i', `sine=d=${count}`];
  return execFileSync(ffmpeg, ['-v', 'error', ...sound, ...video, '-c:a', 'aac', '-f', 'mpegts', '-'], { maxBuffer: 1 << 24 });
}

async function lasts(name: string): Promise<number> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', join(folder, name)]);
  return Math.round(Number(stdout));
}

const recording = () => createRecording({ ffmpeg, folder, reserve: 0, now: () => now });
const names = async () => (await readdir(folder)).toSorted();
const on = { wrote() {}, ended() {} };

it('[X5] a recording that begins within the same second as another, written or finished, takes nothing of it', async () => {
  const [first, second, third] = [recording(), recording(), recording()];
  const [one, two] = [await first.open(on), await second.open(on)];
  one.write(seconds(2));
  two.write(seconds(4));
  await Promise.all([one.end(), two.end()]);
  await Promise.all([first.finish(), second.finish()]);
  expect(await names()).toEqual(['20260102T030405Z.mp4', '20260102T030406Z.mp4']);
  const three = await third.open(on);
  three.write(seconds(6));
  await three.end();
  await third.finish();
  expect(await Promise.all((await names()).map(lasts))).toEqual([2, 4, 6]);
}, 30_000);

it('[X5] one that was written in parts is one file, and a part that nothing came into is none of it', async () => {
  const each = recording();
  for (const count of [2, 0, 3]) {
    const part = await each.open(on);
    if (count > 0) part.write(seconds(count));
    await part.end();
  }
  await each.finish();
  expect(await names()).toEqual(['20260102T030405Z.mp4']);
  expect(await lasts('20260102T030405Z.mp4')).toBe(5);
}, 30_000);

it('[X5] what was joined or renamed before its node was killed is not written over by who finishes the rest', async () => {
  const left = async (name: string, body: string | Buffer) => {
    await writeFile(join(folder, name), body);
    await utimes(join(folder, name), 1, 1);
  };
  const part = await recording().open(on);
  part.write(seconds(2));
  await part.end();
  const bytes = await readFile(join(folder, '20260102T030405Z.part1.mp4'));
  await rm(join(folder, '20260102T030405Z.part1.mp4'));
  // Killed while parts were taken away, and while they were renamed.
  await left('20260102T030405Z.mp4', 'all of it');
  await left('20260102T030405Z.part2.mp4', bytes);
  await left('20260103T030405Z-1.mp4', 'the first');
  await left('20260103T030405Z.part2.mp4', 'of no film');
  await finishLeft(ffmpeg, folder, 0);
  expect(await names()).toEqual(['20260102T030405Z-2.mp4', '20260102T030405Z.mp4', '20260103T030405Z-1.mp4', '20260103T030405Z-2.mp4']);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect([await read('20260102T030405Z.mp4'), await read('20260103T030405Z-1.mp4')]).toEqual(['all of it', 'the first']);
}, 30_000);
