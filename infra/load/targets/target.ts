import type { RtpCapabilities, RtpParameters, TransportOptions } from '@bedside/shared/rtp.ts';
import { randomBytes } from 'node:crypto';
import type { Bots, Range } from '../bots.ts';
import { trainStreams } from '../train.ts';

export const targetNames = ['bare', 'bedside', 'janus', 'janus-loop'] as const;
export type TargetName = (typeof targetNames)[number];

/** Who sends and who watches: two processes, so that a doctor does not stutter because viewers are many. */
export type Cast = { doctors: Bots; viewers: Bots };

/** An SFU that runs, with a doctor connected who does not yet send. */
export type Target = {
  name: TargetName;
  /** The process that forwards, whose CPU counts. */
  pid: number;
  /** The doctor's id among `doctors`. */
  doctor: number;
  /** Connects one more viewer. Resolves with the SRTP cipher of its connection. */
  addViewer(id: number): Promise<string>;
  /** Stops what was started, and nothing else. */
  close(): Promise<void>;
};

/** Ids of a target's bots. */
export function idsOf(name: TargetName): { doctor: number; viewers: Range } {
  const first = (targetNames.indexOf(name) + 1) * 100_000;
  return { doctor: first, viewers: [first + 1, first + 99_999] };
}

/**
 * What every viewer can receive, on every target. No transport-cc and no REMB: an SFU then forwards all of the stream,
 * whatever the bots' network is thought to carry. NACK, which browsers have: it makes an SFU keep what it sent.
 */
export const viewerCapabilities: RtpCapabilities = {
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 111, clockRate: 48_000, channels: 2, parameters: {}, rtcpFeedback: [] },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [],
};

/** The doctor's two tracks as a sender announces them to mediasoup. */
export function doctorParameters(kind: 'audio' | 'video'): RtpParameters {
  const { payloadType, ssrc, clockRate } = trainStreams[kind];
  const video = kind === 'video';
  return {
    mid: video ? '1' : '0',
    codecs: [
      {
        mimeType: video ? 'video/VP8' : 'audio/opus',
        payloadType,
        clockRate,
        ...(video ? {} : { channels: 2 }),
        parameters: {},
        rtcpFeedback: video ? [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }] : [],
      },
    ],
    headerExtensions: [],
    encodings: [{ ssrc }],
    rtcp: { cname: 'doctor', reducedSize: true },
  };
}

/** At least 24 bits and 128 bits (RFC 8445 section 5.3). */
export const newCredentials = () => ({ usernameFragment: randomBytes(4).toString('hex'), password: randomBytes(12).toString('hex') });

/** Opens the bots' side of a mediasoup transport, which is ICE-lite; `announce` tells it our DTLS fingerprint meanwhile. */
export async function connectTo(
  bots: Bots,
  id: number,
  options: Pick<TransportOptions, 'iceParameters' | 'iceCandidates'>,
): Promise<string> {
  const candidate = options.iceCandidates.find(({ protocol, address }) => protocol === 'udp' && address.includes('.'));
  if (!candidate) throw new Error('no UDP candidate');
  await bots.open(id, '127.0.0.1');
  const { address, port } = candidate;
  return bots.connect(id, { address, port, controlling: true, local: newCredentials(), remote: options.iceParameters });
}
