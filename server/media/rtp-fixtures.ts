import { NodeId } from '@bedside/shared/ids.ts';
import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@bedside/shared/rtp.ts';

/** Where the doctors of tests send to. */
export const thisNode = NodeId.parse('this-node');

/** What Chromium offers, cut to what matters; every call makes other SSRCs, as browsers do. */
let lastSsrc = 1000;

const mid = { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 } as const;

export function microphoneParameters(): RtpParameters {
  return {
    mid: '0',
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48_000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [mid],
    encodings: [{ ssrc: ++lastSsrc, dtx: true }],
    rtcp: { cname: 'fixture', reducedSize: true },
  };
}

export function cameraParameters(): RtpParameters {
  return {
    mid: '1',
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90_000,
        parameters: {},
        rtcpFeedback: [
          { type: 'nack', parameter: '' },
          { type: 'nack', parameter: 'pli' },
          { type: 'ccm', parameter: 'fir' },
          { type: 'transport-cc', parameter: '' },
        ],
      },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
    ],
    headerExtensions: [mid, { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10 }],
    encodings: ['r0', 'r1', 'r2'].map((rid, layer) => ({ rid, scalabilityMode: 'L1T3', scaleResolutionDownBy: 4 / 2 ** layer })),
    rtcp: { cname: 'fixture', reducedSize: true },
  };
}

/** Beside a camera, on the same transport. */
export function screenParameters(): RtpParameters {
  const camera = cameraParameters();
  const encodings = ['s0', 's1'].map((rid, layer) => ({ rid, scalabilityMode: 'L1T2', scaleResolutionDownBy: 2 / 2 ** layer }));
  return { ...camera, mid: '2', encodings };
}

export const viewerCapabilities: RtpCapabilities = {
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2, parameters: {}, rtcpFeedback: [] },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: 101,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
    },
    { kind: 'video', mimeType: 'video/rtx', preferredPayloadType: 102, clockRate: 90_000, parameters: { apt: 101 }, rtcpFeedback: [] },
  ],
  headerExtensions: [],
};

/** A well-formed fingerprint of no certificate at all. */
export const dtlsParameters: DtlsParameters = {
  role: 'client',
  fingerprints: [
    { algorithm: 'sha-256', value: Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':') },
  ],
};
