import { circular, type RtpPacket } from './rtp.ts';

/** One picture, or one packet of sound, as its decoder takes it. */
export type Frame = { data: Buffer; isKey: boolean; timestamp: number; at: number };

export type Depacketizer = {
  /** Null until a frame is whole. */
  push(packet: RtpPacket, at: number): Frame | null;
  /** A packet is missing: what was begun is no frame. */
  lost(): void;
};

/** For `video/VP8`, `video/H264` and `audio/opus`; null for what can't be read. */
export function depacketizerOf(mimeType: string): Depacketizer | null {
  switch (mimeType.toLowerCase()) {
    case 'video/vp8':
      return assemble(vp8);
    case 'video/h264':
      return assemble(h264);
    case 'audio/opus':
      // RFC 7587 section 4.2: one packet is one frame of the payload format.
      return { push: ({ payload, timestamp }, at) => ({ data: payload, isKey: true, timestamp, at }), lost() {} };
    default:
      return null;
  }
}

/** What one packet adds to its picture. */
type Part = { data: Buffer; starts: boolean; isKey: boolean };
type Read = (payload: Buffer) => Part | null;

/** Packets of one timestamp, up to the one with the marker, are one picture. */
function assemble(read: Read): Depacketizer {
  let parts: Part[] = [];
  let begun: { timestamp: number; at: number; whole: boolean } | null = null;
  return {
    push({ payload, timestamp, marker }, at) {
      const part = read(payload);
      if (begun && circular(begun.timestamp, timestamp, 32) !== 0) begun = null;
      if (!begun) {
        parts = [];
        begun = { timestamp, at, whole: part?.starts ?? false };
      }
      if (part) parts.push(part);
      if (!marker) return null;
      const { whole, at: since } = begun;
      begun = null;
      if (!whole || parts.length === 0) return null;
      return { data: Buffer.concat(parts.map(({ data }) => data)), isKey: parts.some(({ isKey }) => isKey), timestamp, at: since };
    },
    lost() {
      if (begun) begun.whole = false;
    },
  };
}

/** RFC 7741 sections 4.2 and 4.3. */
const vp8: Read = (payload) => {
  const first = payload.readUInt8(0);
  let start = 1;
  if (first & 0x80) {
    if (payload.length < 3) return null;
    const extended = payload.readUInt8(1);
    start += 1;
    if (extended & 0x80) start += payload.readUInt8(start) & 0x80 ? 2 : 1;
    if (extended & 0x40) start += 1;
    if (extended & 0x30) start += 1;
  }
  if (payload.length <= start) return null;
  const starts = (first & 0x10) !== 0 && (first & 0x07) === 0;
  return { data: payload.subarray(start), starts, isKey: starts && (payload.readUInt8(start) & 0x01) === 0 };
};

const START_CODE = Buffer.from([0, 0, 0, 1]);
const isIdr = (nal: number) => (nal & 0x1f) === 5;

/** RFC 6184 sections 5.6 to 5.8, packetization mode 1, as a byte stream (H.264 annex B). */
const h264: Read = (payload) => {
  const header = payload.readUInt8(0);
  const type = header & 0x1f;
  if (type >= 1 && type <= 23) return { data: Buffer.concat([START_CODE, payload]), starts: true, isKey: isIdr(header) };
  if (type === 24) {
    const units: Buffer[] = [];
    let isKey = false;
    for (let at = 1; at + 2 < payload.length;) {
      const size = payload.readUInt16BE(at);
      const unit = payload.subarray(at + 2, at + 2 + size);
      if (unit.length === 0 || unit.length < size) return null;
      isKey ||= isIdr(unit.readUInt8(0));
      units.push(START_CODE, unit);
      at += 2 + size;
    }
    return { data: Buffer.concat(units), starts: true, isKey };
  }
  if (type !== 28 || payload.length < 3) return null;
  const fragment = payload.readUInt8(1);
  const body = payload.subarray(2);
  if ((fragment & 0x80) === 0) return { data: body, starts: false, isKey: false };
  const nal = (header & 0xe0) | (fragment & 0x1f);
  return { data: Buffer.concat([START_CODE, Buffer.from([nal]), body]), starts: true, isKey: isIdr(nal) };
};

/** Milliseconds of one Opus packet (RFC 6716 section 3.1). */
export function opusDuration(packet: Buffer): number {
  const toc = packet.readUInt8(0);
  const config = toc >> 3;
  const frame = config < 12 ? [10, 20, 40, 60][config & 3] : config < 16 ? [10, 20][config & 1] : [2.5, 5, 10, 20][config & 3];
  const code = toc & 3;
  const count = code === 0 ? 1 : code < 3 ? 2 : packet.length > 1 ? packet.readUInt8(1) & 0x3f : 1;
  return (frame ?? 20) * count;
}

/** 20 ms of silence: CELT, full band, stereo, one frame that is empty (RFC 6716 section 3.1 and table 2). */
export const opusSilence = Buffer.from([0xfc, 0xff, 0xfe]);
