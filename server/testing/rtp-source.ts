import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TrackSource } from '@bedside/shared/commands.ts';
import { createWorker, type types } from 'mediasoup';
import { mediaCodecs } from '../media/codecs.ts';

const run = promisify(execFile);

export type Doctor = {
  producers: ReadonlyMap<TrackSource, types.Producer>;
  stop(): void;
};

const encoders = {
  VP8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-error-resilient', '1'],
  H264: ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-profile:v', 'baseline'],
};

/** White, and heard, for the first eighth of each second; with a keyframe each second, since nobody can ask a file for one; for 60 s. */
async function makeFile(ffmpeg: string, folder: string, codec: keyof typeof encoders): Promise<string> {
  const file = join(folder, codec === 'H264' ? 'H264.ts' : 'VP8.mkv');
  await run(ffmpeg, [
    ...['-v', 'error', '-f', 'lavfi', '-i', "color=black:size=256x144:rate=15,drawbox=color=white:t=fill:enable='lt(mod(t,1),0.13)'"],
    ...['-f', 'lavfi', '-i', "aevalsrc='0.5*sin(880*2*PI*t)*lt(mod(t,1),0.13)':s=48000", '-t', '60'],
    ...['-map', '0:v', '-map', '1:a', ...encoders[codec], '-b:v', '200k', '-g', '15', '-ac', '2', '-c:a', 'libopus', '-b:a', '64k', file],
  ]);
  return file;
}

/** A media worker with one router, and doctors who send to it: ffmpeg's test picture, and a beep at each of its seconds. */
export async function startStudio(ffmpeg: string) {
  const worker = await createWorker({ logLevel: 'error' });
  const router = await worker.createRouter({ mediaCodecs });
  const folder = await mkdtemp(join(tmpdir(), 'bedside-source-'));
  const [VP8, H264] = await Promise.all([makeFile(ffmpeg, folder, 'VP8'), makeFile(ffmpeg, folder, 'H264')]);
  const files = { VP8, H264 };

  /** Where ffmpeg sends RTP to. */
  async function receive(kind: 'audio' | 'video', codec: types.RtpCodecParameters, ssrc: number, source: TrackSource) {
    const transport = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, rtcpMux: true, comedia: true });
    const producer = await transport.produce({ kind, rtpParameters: { codecs: [codec], encodings: [{ ssrc }] }, appData: { source } });
    return { producer, transport, url: `rtp://127.0.0.1:${transport.tuple.localPort}?pkt_size=1200` };
  }

  let ssrc = 5000;
  return {
    router,
    /** `codec` is what the picture is sent in. */
    async doctor(codec: 'VP8' | 'H264' = 'VP8'): Promise<Doctor> {
      const video: types.RtpCodecParameters =
        codec === 'VP8'
          ? { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }
          : {
              mimeType: 'video/H264',
              payloadType: 96,
              clockRate: 90_000,
              parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
            };
      const camera = await receive('video', video, ++ssrc, 'camera');
      const cameraSsrc = ssrc;
      const microphone = await receive(
        'audio',
        { mimeType: 'audio/opus', payloadType: 97, clockRate: 48_000, channels: 2 },
        ++ssrc,
        'microphone',
      );
      const child = spawn(
        ffmpeg,
        [
          ...['-v', 'error', '-re', '-i', files[codec], '-map', '0:v', '-c', 'copy'],
          ...['-payload_type', '96', '-ssrc', String(cameraSsrc), '-f', 'rtp', camera.url],
          ...['-map', '0:a', '-c', 'copy', '-payload_type', '97', '-ssrc', String(ssrc), '-f', 'rtp', microphone.url],
        ],
        { stdio: ['pipe', 'ignore', 'inherit'] },
      );
      return {
        producers: new Map([
          ['camera', camera.producer],
          ['microphone', microphone.producer],
        ]),
        stop() {
          child.kill('SIGKILL');
          camera.transport.close();
          microphone.transport.close();
        },
      };
    },
    /** Somebody who is heard and not seen: one tone, for 60 s. */
    async voice(hertz: number): Promise<Doctor> {
      const mine = ++ssrc;
      const opus = { mimeType: 'audio/opus', payloadType: 97, clockRate: 48_000, channels: 2 };
      const { producer, transport, url } = await receive('audio', opus, mine, 'microphone');
      const child = spawn(
        ffmpeg,
        [
          ...['-v', 'error', '-re', '-f', 'lavfi', '-i', `aevalsrc=0.2*sin(${hertz}*2*PI*t):s=48000`, '-t', '60'],
          ...['-ac', '2', '-c:a', 'libopus', '-b:a', '64k', '-payload_type', '97', '-ssrc', String(mine), '-f', 'rtp', url],
        ],
        { stdio: ['pipe', 'ignore', 'inherit'] },
      );
      return {
        producers: new Map([['microphone', producer]]),
        stop() {
          child.kill('SIGKILL');
          transport.close();
        },
      };
    },
    async close() {
      worker.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
