const PACKET = 188;
const SYNC = 0x47;
const PAT_PID = 0;

/**
 * Whole packets. `joins` where a reader that has seen nothing before may begin, with a keyframe and the tables in front of it: the
 * keyframe's time, in milliseconds; null elsewhere.
 */
export type TsChunk = { bytes: Buffer; joins: number | null };

/**
 * Cuts an MPEG transport stream (ISO/IEC 13818-1 section 2.4.3) of one program into chunks, a new one at each keyframe. Made for
 * what our own encoder writes: the picture comes first in the table, and each keyframe is marked as a random access point.
 */
export function createTsCutter(deliver: (chunk: TsChunk) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let tables: { pat: Buffer | null; pmt: Buffer | null } = { pat: null, pmt: null };
  let pmtPid: number | null = null;
  let videoPid: number | null = null;

  const pidOf = (packet: Buffer) => packet.readUInt16BE(1) & 0x1fff;
  const begins = (packet: Buffer) => (packet.readUInt8(1) & 0x40) !== 0;
  const payloadAt = (packet: Buffer) => (packet.readUInt8(3) & 0x20 ? 5 + packet.readUInt8(4) : 4);

  function isRandomAccess(packet: Buffer): boolean {
    const adapts = (packet.readUInt8(3) & 0x20) !== 0;
    return pidOf(packet) === videoPid && begins(packet) && adapts && packet.readUInt8(4) > 0 && (packet.readUInt8(5) & 0x40) !== 0;
  }

  /** The PTS of a PES header (section 2.4.3.7), of 33 bits in ticks of 90 kHz. */
  function timeOf(packet: Buffer): number {
    const at = payloadAt(packet) + 9;
    const high = (packet.readUInt8(at) & 0x0e) * 2 ** 29;
    return (high + (packet.readUInt16BE(at + 1) >> 1) * 2 ** 15 + (packet.readUInt16BE(at + 3) >> 1)) / 90;
  }

  function learn(packet: Buffer): void {
    const pid = pidOf(packet);
    if (!begins(packet) || (pid !== PAT_PID && pid !== pmtPid)) return;
    // After the pointer to it, the table's section.
    const section = payloadAt(packet) + 1 + packet.readUInt8(payloadAt(packet));
    if (pid === PAT_PID) {
      tables = { ...tables, pat: packet };
      pmtPid = packet.readUInt16BE(section + 10) & 0x1fff;
      return;
    }
    tables = { ...tables, pmt: packet };
    const info = packet.readUInt16BE(section + 10) & 0x0fff;
    videoPid = packet.readUInt16BE(section + 12 + info + 1) & 0x1fff;
  }

  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    let from = 0;
    let at = 0;
    for (; at + PACKET <= rest.length; at += PACKET) {
      const packet = rest.subarray(at, at + PACKET);
      if (packet.readUInt8(0) !== SYNC) continue;
      learn(packet);
      if (!isRandomAccess(packet) || !tables.pat || !tables.pmt) continue;
      if (at > from) deliver({ bytes: rest.subarray(from, at), joins: null });
      deliver({ bytes: Buffer.concat([tables.pat, tables.pmt]), joins: timeOf(packet) });
      from = at;
    }
    if (at > from) deliver({ bytes: rest.subarray(from, at), joins: null });
    rest = rest.subarray(at);
  };
}
