import * as z from 'zod/mini';

/**
 * mediasoup's wire shapes (https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/),
 * bounded: what a browser honestly sends fits many times over.
 */
const short = z.string().check(z.maxLength(256));
const uint32 = z.int().check(z.nonnegative(), z.maximum(0xffff_ffff));
const payloadType = z.int().check(z.nonnegative(), z.maximum(127));
const extensionId = z.int().check(z.minimum(1), z.maximum(255));
const MediaKind = z.enum(['audio', 'video']);

// One URI per extension that mediasoup 3.27 routes and mediasoup-client 3.24 knows (not toffset, RFC 5450).
const ExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

/** Codec (`fmtp`) parameters: one flat level. */
const CodecParameters = z
  .record(z.string().check(z.maxLength(64)), z.union([short, z.number(), z.boolean()]))
  .check(z.refine((value) => Object.keys(value).length <= 32, { error: 'at most 32 parameters' }));

const RtcpFeedback = z.strictObject({ type: short, parameter: z.optional(short) });

const codec = {
  mimeType: z.string().check(z.regex(/^(audio|video)\/[\w.+-]{1,40}$/)),
  clockRate: uint32,
  channels: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
  parameters: z.optional(CodecParameters),
  rtcpFeedback: z.optional(z.array(RtcpFeedback).check(z.maxLength(32))),
};

export const RtpCapabilities = z.strictObject({
  codecs: z.array(z.strictObject({ ...codec, kind: MediaKind, preferredPayloadType: payloadType })).check(z.maxLength(64)),
  headerExtensions: z
    .array(
      z.strictObject({
        kind: MediaKind,
        uri: ExtensionUri,
        preferredId: extensionId,
        preferredEncrypt: z.optional(z.boolean()),
        direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
    )
    .check(z.maxLength(64)),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

const Encoding = z.strictObject({
  active: z.optional(z.boolean()),
  ssrc: z.optional(uint32),
  rid: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{1,16}$/))),
  codecPayloadType: z.optional(payloadType),
  rtx: z.optional(z.strictObject({ ssrc: uint32 })),
  dtx: z.optional(z.boolean()),
  scalabilityMode: z.optional(z.string().check(z.regex(/^[LS][1-3]T[1-3](h)?(_KEY(_SHIFT)?)?$/))),
  scaleResolutionDownBy: z.optional(z.number().check(z.minimum(1), z.maximum(64))),
  maxBitrate: z.optional(uint32),
  maxFramerate: z.optional(z.number().check(z.positive(), z.maximum(240))),
  adaptivePtime: z.optional(z.boolean()),
  priority: z.optional(z.enum(['very-low', 'low', 'medium', 'high'])),
  networkPriority: z.optional(z.enum(['very-low', 'low', 'medium', 'high'])),
});

export const RtpParameters = z.strictObject({
  mid: z.optional(short),
  msid: z.optional(short),
  codecs: z.array(z.strictObject({ ...codec, payloadType })).check(z.minLength(1), z.maxLength(16)),
  headerExtensions: z
    .array(
      z.strictObject({
        uri: ExtensionUri,
        id: extensionId,
        encrypt: z.optional(z.boolean()),
        parameters: z.optional(CodecParameters),
      }),
    )
    .check(z.maxLength(32)),
  encodings: z.array(Encoding).check(z.minLength(1), z.maxLength(4)),
  rtcp: z.strictObject({
    cname: z.optional(short),
    reducedSize: z.optional(z.boolean()),
    mux: z.optional(z.boolean()),
  }),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

/** RFC 8122 fingerprints, upper-case hex pairs. */
export const DtlsParameters = z.strictObject({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(
      z.strictObject({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().check(z.regex(/^([0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2}$/)),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

export const IceParameters = z.object({ usernameFragment: z.string(), password: z.string(), iceLite: z.optional(z.boolean()) });
export type IceParameters = z.infer<typeof IceParameters>;

const IceCandidate = z.object({
  foundation: z.string(),
  priority: z.number(),
  ip: z.string(),
  address: z.string(),
  protocol: z.enum(['udp', 'tcp']),
  port: z.number(),
  type: z.enum(['host', 'srflx', 'prflx', 'relay']),
  tcpType: z.optional(z.enum(['active', 'passive', 'so'])),
});

/**
 * A browser's `RTCIceServer` (https://www.w3.org/TR/webrtc/#rtciceserver-dictionary): STUN alone, or TURN with a credential of
 * its own (rule N2). URLs are those of RFC 7064 and RFC 7065.
 */
export const IceServer = z.object({
  urls: z.array(short.check(z.regex(/^(stun|turn)s?:/))).check(z.minLength(1)),
  username: z.optional(short),
  credential: z.optional(short),
});
export type IceServer = z.infer<typeof IceServer>;

/** What a client needs to open its side of one WebRTC transport. */
export const TransportOptions = z.object({
  id: z.string(),
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate),
  dtlsParameters: z.object({
    role: z.optional(z.enum(['auto', 'client', 'server'])),
    fingerprints: z.array(z.object({ algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']), value: z.string() })),
  }),
});
export type TransportOptions = z.infer<typeof TransportOptions>;
