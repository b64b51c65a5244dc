import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { VideoCodec } from './matroska.ts';
import type { Picture } from './encoder.ts';

const run = promisify(execFile);

/** What is shown in a picture's place: nothing comes, the camera is off, a break, or somebody cut it off. */
export const Slate = z.enum(['soon', 'camera-off', 'break', 'standby']);
export type Slate = z.infer<typeof Slate>;

export type Slates = Readonly<Record<Slate, Buffer>>;

/** Bytes of an IVF file's header, and of each frame's. */
const IVF = { file: 32, frame: 12 } as const;

const encoders: Record<VideoCodec, { args: readonly string[]; frame: (file: Buffer) => Buffer }> = {
  'video/VP8': {
    args: ['-c:v', 'libvpx', '-b:v', '4M', '-crf', '10', '-f', 'ivf'],
    frame: (file) => file.subarray(IVF.file + IVF.frame),
  },
  'video/H264': { args: ['-c:v', 'libx264', '-profile:v', 'baseline', '-crf', '20', '-f', 'h264'], frame: (file) => file },
};

/**
 * One keyframe of each, in the doctor's own codec, so that one decoder takes both. They are pictures and come with the program: no
 * font has to be there.
 */
export async function makeSlates(ffmpeg: string, { width, height }: Picture, codec: VideoCodec): Promise<Slates> {
  const { args, frame } = encoders[codec];
  async function make(name: Slate): Promise<Buffer> {
    const file = join(import.meta.dirname, 'slates', `${name}.png`);
    const size = `scale=${width}:${height},format=yuv420p`;
    const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', file, '-frames:v', '1', '-vf', size, ...args, 'pipe:1'], {
      encoding: 'buffer',
    });
    return frame(stdout);
  }
  const [soon, off, pause, standby] = await Promise.all([make('soon'), make('camera-off'), make('break'), make('standby')]);
  return { soon, 'camera-off': off, break: pause, standby };
}
