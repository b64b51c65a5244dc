import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Sink, SinkRefusal, type SinkEvents } from './output.ts';
import { startFfmpeg } from './process.ts';

const run = promisify(execFile);
/** Milliseconds between two looks at how much of the disk is free. */
const LOOK_MS = 2000;

/** Bytes that this user may still write in a folder; infinite where that can't be said. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** `name` of a finished one; what is being written has `.part` in its name, and is played to its end where it was cut. */
const PART = /^(\d{8}T\d{6}Z)\.part(\d{1,4})\.mp4$/;

const stampOf = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');

const partOf = (stamp: string, part: number) => `${stamp}.part${part}.mp4`;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);

/** False where there is such a file. */
async function makeNew(file: string): Promise<boolean> {
  try {
    await writeFile(file, '', { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Makes an empty first part; false where another recording has the stamp, being written or finished: parts go after what they became is there. */
async function reserveStamp(folder: string, stamp: string): Promise<boolean> {
  const first = partOf(stamp, 1);
  if (!(await makeNew(join(folder, first)))) return false;
  if (!(await readdir(folder)).some((name) => name.startsWith(stamp) && name !== first)) return true;
  await rm(join(folder, first), { force: true });
  return false;
}

/** Into a file that was made for it. */
const args = (file: string) => [
  ...['-probesize', '500000', '-analyzeduration', '500000', '-f', 'mpegts', '-i', 'pipe:0'],
  ...['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy', '-bsf:a', 'aac_adtstoasc', '-f', 'mp4', '-flush_packets', '1'],
  // What is written is playable at any moment: nothing is missing but the last fragment.
  ...['-movflags', '+frag_keyframe+delay_moov+default_base_moof', '-progress', 'pipe:1', '-y', file],
];

/** Whether the progress that ffmpeg reports says that something was written. */
export const hasWritten = (progress: Buffer) => /^total_size=[1-9]/m.test(progress.toString('latin1'));

/** Of one session: a part for each run, joined into one file when recording ends. */
export function createRecording(options: { ffmpeg: string; folder: string; reserve: number; now: () => number; free?: typeof freeBytes }) {
  const { ffmpeg, folder, reserve, now, free = freeBytes } = options;
  /** Of all parts, once the first one has a place. */
  let stamp: string | null = null;
  let parts = 0;

  /** A new file for the next part, which nobody else has: not even a recording that began within the same second, on whichever node. */
  async function place(): Promise<string> {
    for (let ms = now(); stamp === null; ms += 1000) if (await reserveStamp(folder, stampOf(ms))) stamp = stampOf(ms);
    parts += 1;
    const file = join(folder, partOf(stamp, parts));
    // The first one is what the stamp was reserved with.
    return parts === 1 || (await makeNew(file)) ? file : place();
  }

  async function open(on: SinkEvents): Promise<Sink> {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
      throw new SinkRefusal({ why: 'folder', state: 'failed' });
    });
    if ((await free(folder)) < reserve) throw new SinkRefusal({ why: 'disk', state: 'full' });
    const file = await place().catch((error: unknown) => {
      throw new SinkRefusal(codeOf(error) === 'ENOSPC' ? { why: 'disk', state: 'full' } : { why: 'folder', state: 'failed' });
    });
    let isFull = false;
    let wrote = '';
    const process = startFfmpeg(ffmpeg, args(file), {
      output(progress) {
        const size = /^total_size=(\d+)/m.exec(progress.toString('latin1'))?.[1] ?? wrote;
        // The same size is told again by one that stands still.
        if (size !== wrote && hasWritten(progress)) on.wrote();
        wrote = size;
      },
      ended(_code, complaints) {
        clearInterval(timer);
        const full = isFull || complaints.includes('No space left on device');
        on.ended(full ? { why: 'disk', state: 'full' } : { why: 'ended' });
      },
    });
    const timer = setInterval(() => {
      void free(folder).then((bytes) => {
        if (bytes >= reserve || isFull) return;
        isFull = true;
        void process.end();
      });
    }, LOOK_MS);
    return process;
  }

  return { open, finish: async () => void (stamp !== null && (await finishParts(ffmpeg, folder, reserve, stamp))) };
}

/** Milliseconds without a change after which nobody writes to a part any more: a fragment comes every two seconds. */
const LEFT_MS = 30_000;

/** Finishes in a session's folder what a server that was killed had begun, and leaves alone what another node writes there. */
export async function finishLeft(ffmpeg: string, folder: string, reserve: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stamps = new Set(names.flatMap((name) => PART.exec(name)?.[1] ?? []));
  for (const stamp of stamps) {
    const parts = names.filter((name) => PART.exec(name)?.[1] === stamp);
    const changed = await Promise.all(parts.map(async (name) => (await stat(join(folder, name))).mtimeMs));
    if (Date.now() - Math.max(...changed) > LEFT_MS) await finishParts(ffmpeg, folder, reserve, stamp);
  }
}

/** Makes one file of a recording's parts. Where there is no room for that, or it fails, the parts stay: each can be played. */
async function finishParts(ffmpeg: string, folder: string, reserve: number, stamp: string): Promise<void> {
  const orderOf = (name: string) => Number(PART.exec(name)?.[2]);
  const names = (await readdir(folder).catch(() => [])).filter((name) => PART.exec(name)?.[1] === stamp);
  const parts = await Promise.all(
    names.toSorted((a, b) => orderOf(a) - orderOf(b)).map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
  );
  // One that was begun when everything ended.
  await Promise.all(parts.filter(({ size }) => size === 0).map(({ name }) => rm(join(folder, name), { force: true })));
  const whole = parts.filter(({ size }) => size > 0);
  const bytes = whole.reduce((sum, { size }) => sum + size, 0);
  if (whole.length > 0)
    await joinParts(
      ffmpeg,
      folder,
      stamp,
      whole.map(({ name }) => name),
      (await freeBytes(folder)) - bytes >= reserve,
    );
}

/** One node alone joins, of those that share the folder; whoever was killed meanwhile has written nothing for `LEFT_MS`. */
async function claim(list: string, making: string, body: string): Promise<boolean> {
  const take = () =>
    writeFile(list, body, { mode: 0o600, flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'EEXIST',
    );
  if (await take()) return true;
  const changed = await Promise.all(
    [list, making].map((path) =>
      stat(path)
        .then(({ mtimeMs }) => mtimeMs)
        .catch(() => 0),
    ),
  );
  if (Date.now() - Math.max(...changed) < LEFT_MS) return false;
  await rm(list, { force: true });
  return take();
}

async function joinParts(ffmpeg: string, folder: string, stamp: string, parts: readonly string[], hasRoom: boolean): Promise<void> {
  const [list, making] = [join(folder, `${stamp}.list`), join(folder, `${stamp}.joining`)];
  if (!(await claim(list, making, parts.map((name) => `file '${name}'\n`).join('')))) return;
  try {
    if (!hasRoom) throw new Error('no room');
    const from = ['-f', 'concat', '-safe', '0', '-protocol_whitelist', 'file', '-i', list];
    await run(ffmpeg, ['-v', 'error', ...from, '-c', 'copy', '-movflags', '+faststart', '-f', 'mp4', '-y', making]);
    // Somebody was killed between joining and taking the parts away: what is there has more than what is left.
    if (existsSync(join(folder, `${stamp}.mp4`))) throw new Error('joined already');
    await rename(making, join(folder, `${stamp}.mp4`));
    await Promise.all(parts.map((name) => rm(join(folder, name), { force: true })));
  } catch {
    await rm(making, { force: true });
    // By its own number: another of them may have been renamed by who was killed meanwhile.
    await Promise.all(parts.map((name) => rename(join(folder, name), join(folder, `${stamp}-${PART.exec(name)?.[2]}.mp4`))));
  } finally {
    await rm(list, { force: true });
  }
}
