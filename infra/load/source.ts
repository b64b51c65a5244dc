import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTrain, readIvf, readOggOpus, writeTrain } from './train.ts';

const run = promisify(execFile);

const SECONDS = 10;
/** Doctor at a webcam: 720p30 at 1.5 Mbit/s, and a voice. Noise, or the encoder would not need its bits. */
const videoArgs = [
  ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30,noise=alls=12:allf=t', '-t', String(SECONDS)],
  ...['-c:v', 'libvpx', '-b:v', '1500k', '-minrate', '1500k', '-maxrate', '1500k', '-bufsize', '1000k', '-qmax', '63'],
  // Nobody can ask a file for a keyframe: it has one every 2 s.
  ...['-g', '60', '-keyint_min', '60', '-deadline', 'realtime', '-cpu-used', '8', '-error-resilient', '1', '-threads', '2'],
];
const audioArgs = ['-f', 'lavfi', '-i', 'sine=frequency=330', '-t', String(SECONDS), '-ac', '2', '-c:a', 'libopus', '-b:a', '32k'];

export function cacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'bedside/load');
}

/** Makes the train with ffmpeg, once per machine. Resolves with its path. */
export async function ensureTrain(): Promise<string> {
  const recipe = createHash('sha256')
    .update(JSON.stringify([videoArgs, audioArgs]))
    .update(await readFile(join(import.meta.dirname, 'train.ts')));
  const target = join(cacheDir(), `${recipe.digest('hex').slice(0, 16)}.train`);
  if (await stat(target).catch(() => null)) return target;
  await mkdir(cacheDir(), { recursive: true });
  const folder = await mkdtemp(join(cacheDir(), 'making-'));
  try {
    const [video, audio, train] = [join(folder, 'video.ivf'), join(folder, 'audio.ogg'), join(folder, 'train')];
    await run('ffmpeg', ['-v', 'error', ...videoArgs, video]);
    await run('ffmpeg', ['-v', 'error', ...audioArgs, audio]);
    const packets = makeTrain(readIvf(await readFile(video)), readOggOpus(await readFile(audio)), SECONDS * 1_000_000);
    await writeFile(train, writeTrain(packets, SECONDS * 1_000_000));
    await rename(train, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}
