import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { startOutputs, within } from '../../server/testing/outputs.ts';
import { onlyFile, probe, tonesOf } from '../../server/testing/recorded.ts';
import { smallDisk, whyNoSmallDisk } from './small-disk.ts';

const DISK_BYTES = 16 * 1024 * 1024;
/** Until a full disk is looked at again, and a recording begins. */
const again = { ...within, timeout: 40_000 };

let outputs: Awaited<ReturnType<typeof startOutputs>>;
beforeAll(async () => {
  outputs = await startOutputs();
});
afterAll(() => outputs.close());

/** A disk that is there for as long as this test is, and where it is seen. */
async function diskHere() {
  const disk = await smallDisk(DISK_BYTES);
  const [program = '', ...args] = disk.under;
  // It ends with its input, hence with us.
  const holder = spawn(program, [...args, 'sh', '-c', 'echo mounted && exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(holder, 'exit');
  onTestFinished(async () => {
    holder.stdin.end();
    await exited;
    await disk.remove();
  });
  await once(holder.stdout, 'data');
  const pid = holder.pid ?? 0;
  return { seen: disk.seenBy(pid), fill: () => disk.fill(pid), makeRoom: () => disk.makeRoom(pid) };
}

const hasBoth = async (path: string) => {
  const { h264, aac } = await probe(path);
  expect(h264?.codec_name).toBe('h264');
  expect(aac?.codec_name).toBe('aac');
  // Decoded to its end, with the doctor's beeps in it.
  const loud = (await tonesOf(path, 880)).filter(([tone = 0]) => tone > 0.02);
  expect(loud.length).toBeGreaterThan(1);
};
const segments = (playlist: string): string[] => playlist.match(/^\d+\.m4s$/gm) ?? [];

it('[X8][X4] a disk that is full ends a recording and nothing else; what is there plays, and it goes on when there is room', async (context) => {
  const why = whyNoSmallDisk();
  if (why !== undefined) return context.skip(why);
  const disk = await diskHere();
  const doctor = await outputs.doctor();
  const options = { recordingsDir: disk.seen };
  const [stays, ends] = [outputs.of(() => doctor, options), outputs.of(() => doctor, options)];
  stays.wants({ recording: true, hls: true });
  ends.wants({ recording: true });
  await Promise.all([stays.becomes('recording', 'on'), ends.becomes('recording', 'on')]);
  await vi.waitFor(() => expect(segments(stays.playlist()).length).toBeGreaterThan(3), within);

  await disk.fill();
  await Promise.all([stays.becomes('recording', 'full'), ends.becomes('recording', 'full')]);
  expect([stays.whyOf('recording'), ends.whyOf('recording')]).toEqual(['disk', 'disk']);
  const last = segments(stays.playlist()).at(-1);
  await vi.waitFor(() => expect(segments(stays.playlist()).indexOf(last ?? '')).toBeLessThan(3), within);
  expect(stays.stateOf('hls')).toBe('on');
  // While it is full: what is being written, and what ends now and can't be joined.
  const [part = ''] = await readdir(stays.folder);
  await hasBoth(join(stays.folder, part));
  await ends.end();
  const left = await readdir(ends.folder);
  expect(left).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z-1\.mp4$/)]);
  await hasBoth(join(ends.folder, left[0] ?? ''));

  await disk.makeRoom();
  await vi.waitFor(() => expect(stays.stateOf('recording')).toBe('on'), again);
  await vi.waitFor(async () => expect((await readdir(stays.folder)).length).toBe(2), within);
  await stays.end();
  await hasBoth(await onlyFile(stays.folder));
}, 120_000);
