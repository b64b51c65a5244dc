import * as z from 'zod/mini';

/** What a transport has sent so far, from the browser's own counters (https://www.w3.org/TR/webrtc-stats/). */
export type Sent = {
  bytes: number;
  packets: number;
  /** Of them, by the server's reports. */
  lost: number;
  /** Seconds; null before it was measured. */
  roundTrip: number | null;
  /** Bits per second that the browser believes to fit; Firefox does not tell. */
  available: number | null;
  /** What keeps the encoder from its best; null where the browser does not tell. */
  limitedBy: 'bandwidth' | 'cpu' | 'none' | null;
};

const count = z.optional(z.number());

const Entry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('outbound-rtp'),
    bytesSent: count,
    packetsSent: count,
    qualityLimitationReason: z.optional(z.string()),
  }),
  z.object({ type: z.literal('remote-inbound-rtp'), packetsLost: count, roundTripTime: count }),
  z.object({
    type: z.literal('candidate-pair'),
    nominated: z.optional(z.boolean()),
    state: z.optional(z.string()),
    currentRoundTripTime: count,
    availableOutgoingBitrate: count,
  }),
]);

export function readSent(report: { forEach(each: (entry: unknown) => void): void }): Sent {
  const sent: Sent = { bytes: 0, packets: 0, lost: 0, roundTrip: null, available: null, limitedBy: null };
  const limits: string[] = [];
  report.forEach((each) => {
    const { data } = Entry.safeParse(each);
    if (data?.type === 'outbound-rtp') {
      sent.bytes += data.bytesSent ?? 0;
      sent.packets += data.packetsSent ?? 0;
      if (data.qualityLimitationReason !== undefined) limits.push(data.qualityLimitationReason);
    } else if (data?.type === 'remote-inbound-rtp') {
      // Duplicates count as negative losses (RFC 3550 section 6.4.1).
      sent.lost += Math.max(0, data.packetsLost ?? 0);
      sent.roundTrip ??= data.roundTripTime ?? null;
    } else if (data?.type === 'candidate-pair' && data.nominated === true && data.state === 'succeeded') {
      sent.roundTrip = data.currentRoundTripTime ?? sent.roundTrip;
      sent.available = data.availableOutgoingBitrate ?? sent.available;
    }
  });
  sent.limitedBy = (['cpu', 'bandwidth', 'none'] as const).find((reason) => limits.includes(reason)) ?? null;
  return sent;
}
