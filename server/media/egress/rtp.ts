/** What of an RTP packet (RFC 3550 section 5.1) its reader needs. */
export type RtpPacket = { sequence: number; timestamp: number; marker: boolean; payload: Buffer };

const FIXED_HEADER = 12;

/** Null for what is no RTP packet, or has no payload. */
export function parseRtp(packet: Buffer): RtpPacket | null {
  if (packet.length < FIXED_HEADER) return null;
  const first = packet.readUInt8(0);
  if (first >> 6 !== 2) return null;
  const second = packet.readUInt8(1);
  let start = FIXED_HEADER + 4 * (first & 0x0f);
  if (first & 0x10) {
    if (packet.length < start + 4) return null;
    start += 4 + 4 * packet.readUInt16BE(start + 2);
  }
  const padding = first & 0x20 ? packet.readUInt8(packet.length - 1) : 0;
  const end = packet.length - padding;
  if (end <= start) return null;
  return {
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    marker: (second & 0x80) !== 0,
    payload: packet.subarray(start, end),
  };
}

/** `b - a` on a circle of 2 ** bits, from minus a half of it up to the other. */
export function circular(a: number, b: number, bits: 16 | 32): number {
  const size = 2 ** bits;
  const forward = (((b - a) % size) + size) % size;
  return forward >= size / 2 ? forward - size : forward;
}

/**
 * Puts packets into their order. One that is missing is waited for until `waitMs` after a later one came (a retransmission
 * takes a round trip to the doctor); then `lost` is told and it goes on without.
 */
export function createReorder(options: { waitMs: number; deliver: (packet: RtpPacket, at: number) => void; lost: () => void }) {
  const { waitMs, deliver, lost } = options;
  const held = new Map<number, { packet: RtpPacket; at: number }>();
  let next: number | null = null;

  function drain(): void {
    for (let found = next === null ? undefined : held.get(next); found && next !== null; found = held.get(next)) {
      held.delete(next);
      next = (next + 1) & 0xffff;
      deliver(found.packet, found.at);
    }
  }

  return {
    /** `at`: when it came, milliseconds. */
    push(packet: RtpPacket, at: number): void {
      next ??= packet.sequence;
      // Late or twice.
      if (circular(next, packet.sequence, 16) < 0) return;
      held.set(packet.sequence, { packet, at });
      drain();
    },
    /** Gives up on what has been missing for too long. */
    tick(now: number): void {
      while (held.size > 0 && next !== null) {
        const from = next;
        const waiting = [...held.values()].toSorted(
          (a, b) => circular(from, a.packet.sequence, 16) - circular(from, b.packet.sequence, 16),
        );
        const [first] = waiting;
        if (!first || now - first.at < waitMs) return;
        next = first.packet.sequence;
        lost();
        drain();
      }
    },
  };
}
