import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '../media/egress/find-ffmpeg.ts';

const run = promisify(execFile);
/** Of this machine, told or found. */
export const ffmpegHere = findFfmpeg(process.env['FFMPEG_PATH'] ?? null) ?? 'ffmpeg';

type Stream = { codec_name: string; duration: number; start: number };

/** What a file holds, as another program reads it. */
export async function probe(path: string): Promise<Record<string, Stream>> {
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
export async function flashesAndBeeps(path: string): Promise<{ flashes: number[]; beeps: number[] }> {
  const filters = 'movie=' + path + ':streams=dv+da[v][a];[v]blackdetect=d=0.2:pix_th=0.2[out0];[a]silencedetect=n=-30dB:d=0.2[out1]';
  const { stderr } = await run(ffmpegHere, ['-hide_banner', '-f', 'lavfi', '-i', filters, '-f', 'null', '-'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const all = (pattern: RegExp) => [...stderr.matchAll(pattern)].map(([, at]) => Number(at));
  return { flashes: all(/black_end:([\d.]+)/g), beeps: all(/silence_end: ([\d.]+)/g) };
}

/** The one finished recording of a session’s folder. */
export const onlyFile = async (from: string) => {
  const names = await readdir(from);
  const [name = ''] = names;
  if (names.length !== 1 || !/^\d{8}T\d{6}Z\.mp4$/.test(name)) throw new Error(`not one recording: ${names.join(', ')}`);
  return join(from, name);
};

/** How loud each tone is in each second of a file, of 1 (Goertzel's algorithm over what another program decoded). */
export async function tonesOf(path: string, ...tones: number[]): Promise<number[][]> {
  const rate = 8000;
  const { stdout } = await run(ffmpegHere, ['-v', 'error', '-i', path, '-vn', '-ac', '1', '-ar', String(rate), '-f', 's16le', '-'], {
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
