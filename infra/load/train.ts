/**
 * A train: RTP packets and when each leaves, made once and played to every target, so that all get the same work. As bytes
 * (all big-endian): its length in µs (4), how many packets (4), and for each µs from the start (4), length (2), kind
 * (1: 0 video, 1 audio), and the packet. Bots count sequence numbers and timestamps on from there.
 */
export type TrainPacket = { atUs: number; kind: 'video' | 'audio'; bytes: Buffer };

/** What the train's packets carry, and what senders must announce. */
export const trainStreams = {
  video: { payloadType: 96, ssrc: 0x1001, clockRate: 90_000 },
  audio: { payloadType: 111, ssrc: 0x2001, clockRate: 48_000 },
} as const;

/** Bytes of payload: with headers, an SRTP tag and UDP below every path's 1,280. */
const PAYLOAD_BYTES = 1180;
/** libwebrtc paces at 2.5 times the target bitrate, so that a keyframe is no burst (its PacingController). */
const PACING = 2.5;
const OPUS_FRAME_US = 20_000;

type VideoFrame = { atUs: number; bytes: Buffer };

/** IVF (https://wiki.multimedia.cx/index.php/Duck_IVF): what ffmpeg writes VP8 to. Throws where the file is none. */
export function readIvf(file: Buffer): VideoFrame[] {
  if (file.subarray(0, 4).toString('latin1') !== 'DKIF' || file.subarray(8, 12).toString('latin1') !== 'VP80')
    throw new Error('no IVF file with VP8');
  const [rate, scale] = [file.readUInt32LE(16), file.readUInt32LE(20)];
  const frames: VideoFrame[] = [];
  for (let at = file.readUInt16LE(6); at + 12 <= file.length;) {
    const size = file.readUInt32LE(at);
    const time = Number(file.readBigUInt64LE(at + 4));
    frames.push({ atUs: Math.round((time * scale * 1_000_000) / rate), bytes: file.subarray(at + 12, at + 12 + size) });
    at += 12 + size;
  }
  return frames;
}

/** The packets of an Ogg file's one stream (RFC 3533 section 6), without its two header packets (RFC 7845 section 3). */
export function readOggOpus(file: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  let open: Buffer[] = [];
  for (let at = 0; at < file.length;) {
    if (file.subarray(at, at + 4).toString('latin1') !== 'OggS') throw new Error('no Ogg page');
    const segments = file.subarray(at + 27, at + 27 + file.readUInt8(at + 26));
    let from = at + 27 + segments.length;
    for (const size of segments) {
      open.push(file.subarray(from, from + size));
      from += size;
      // A segment of 255 bytes says that its packet goes on.
      if (size === 255) continue;
      packets.push(Buffer.concat(open));
      open = [];
    }
    at = from;
  }
  return packets.slice(2);
}

function rtp(kind: 'video' | 'audio', timestamp: number, marker: boolean, payload: readonly Buffer[]): Buffer {
  const { payloadType, ssrc } = trainStreams[kind];
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(payloadType + (marker ? 0x80 : 0), 1);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, ...payload]);
}

/** RFC 7741 section 4: a descriptor of one byte, whose S bit marks a frame's first packet; the RTP marker its last. */
function vp8Packets({ atUs, bytes }: VideoFrame): Buffer[] {
  const timestamp = Math.round((atUs * trainStreams.video.clockRate) / 1_000_000);
  const count = Math.ceil(bytes.length / PAYLOAD_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const part = bytes.subarray(index * PAYLOAD_BYTES, (index + 1) * PAYLOAD_BYTES);
    return rtp('video', timestamp, index === count - 1, [Buffer.from([index === 0 ? 0x10 : 0]), part]);
  });
}

/** Interleaves both streams by when they leave. `durationUs` is where the train begins anew. */
export function makeTrain(frames: readonly VideoFrame[], opus: readonly Buffer[], durationUs: number): TrainPacket[] {
  const videoBytes = frames.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const usPerByte = durationUs / (videoBytes * PACING);
  const packets: TrainPacket[] = [];
  let freeAtUs = 0;
  for (const frame of frames) {
    for (const bytes of vp8Packets(frame)) {
      const atUs = Math.max(freeAtUs, frame.atUs);
      freeAtUs = atUs + bytes.length * usPerByte;
      packets.push({ atUs: Math.round(atUs), kind: 'video', bytes });
    }
  }
  for (const [index, payload] of opus.entries()) {
    const atUs = index * OPUS_FRAME_US;
    const bytes = rtp('audio', (atUs * trainStreams.audio.clockRate) / 1_000_000, false, [payload]);
    packets.push({ atUs, kind: 'audio', bytes });
  }
  return packets.filter(({ atUs }) => atUs < durationUs).toSorted((a, b) => a.atUs - b.atUs);
}

export function writeTrain(packets: readonly TrainPacket[], durationUs: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(durationUs, 0);
  head.writeUInt32BE(packets.length, 4);
  const parts = packets.flatMap(({ atUs, kind, bytes }) => {
    const fields = Buffer.alloc(7);
    fields.writeUInt32BE(atUs, 0);
    fields.writeUInt16BE(bytes.length, 4);
    fields.writeUInt8(kind === 'audio' ? 1 : 0, 6);
    return [fields, bytes];
  });
  return Buffer.concat([head, ...parts]);
}
