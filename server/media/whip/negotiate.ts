import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import { type DtlsParameters, RtpParameters, type TransportOptions } from '@bedside/shared/rtp.ts';
import type * as z from 'zod/mini';
import type { Offer, OfferedCodec, OfferedSection } from './offer.ts';

/** What an encoder sends: whatever it composes is its picture. */
export type Sent = Extract<TrackSource, 'camera' | 'microphone'>;

/** One section that is taken, and what of it. */
export type Taken = {
  source: Sent;
  section: OfferedSection;
  codec: OfferedCodec;
  rtx: OfferedCodec | null;
  extensions: { id: number; uri: string }[];
  feedback: string[];
  rtpParameters: RtpParameters;
};

/** What both sides may say of received packets; the rest of an offer is left out of the answer. */
const FEEDBACK: Record<Sent, readonly string[]> = {
  microphone: ['transport-cc', 'nack'],
  camera: ['nack', 'nack pli', 'ccm fir', 'goog-remb', 'transport-cc'],
};
/** Routed by mediasoup, and of use from one sender. */
const EXTENSIONS: Record<Sent, readonly string[]> = {
  microphone: [
    'urn:ietf:params:rtp-hdrext:sdes:mid',
    'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  ],
  camera: [
    'urn:ietf:params:rtp-hdrext:sdes:mid',
    'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'urn:3gpp:video-orientation',
  ],
};

/** Opus; VP8, or H264 in packetization mode 1 and constrained baseline, which every browser decodes (RFC 7742 section 6.2). */
export function isTaken(source: Sent, { name, parameters }: OfferedCodec): boolean {
  if (source === 'microphone') return name === 'opus';
  if (name === 'vp8') return true;
  return name === 'h264' && parameters['packetization-mode'] === '1' && /^42e0/i.test(parameters['profile-level-id'] ?? '');
}

/** Which sections are taken, the first of each kind. Throws `Refusal('bad-request')` where nothing can be. */
export function takeOffer({ sections }: Offer): Taken[] {
  const taken = (['microphone', 'camera'] as const).flatMap((source) => {
    const kind = source === 'camera' ? 'video' : 'audio';
    const section = sections.find((each) => each.kind === kind && (each.direction === 'sendonly' || each.direction === 'sendrecv'));
    const codec = section?.codecs.find((each) => isTaken(source, each));
    return section && codec ? [take(source, section, codec)] : [];
  });
  if (taken.length === 0)
    throw new Refusal('bad-request', 'nothing is sent that can be taken: H264 (constrained baseline) or VP8, and Opus');
  return taken;
}

/** What sends a codec's lost packets again (RFC 4588), where it is offered. */
export const rtxOf = (section: OfferedSection, { payloadType }: OfferedCodec): OfferedCodec | null =>
  section.codecs.find(({ name, parameters }) => name === 'rtx' && parameters['apt'] === String(payloadType)) ?? null;

function take(source: Sent, section: OfferedSection, codec: OfferedCodec): Taken {
  const rtx = rtxOf(section, codec);
  const extensions = section.extensions.filter(({ uri }) => EXTENSIONS[source].includes(uri));
  const feedback = codec.feedback.filter((each) => FEEDBACK[source].includes(each));
  const rtpParameters = parsed(RtpParameters, {
    mid: section.mid,
    codecs: [
      {
        mimeType: `${section.kind}/${codec.name === 'h264' ? 'H264' : codec.name === 'vp8' ? 'VP8' : 'opus'}`,
        payloadType: codec.payloadType,
        clockRate: codec.clockRate,
        ...(source === 'microphone' ? { channels: codec.channels } : {}),
        parameters: numbered(codec.parameters),
        rtcpFeedback: feedback.map(feedbackOf),
      },
      ...(rtx
        ? [
            {
              mimeType: 'video/rtx',
              payloadType: rtx.payloadType,
              clockRate: rtx.clockRate,
              parameters: { apt: codec.payloadType },
              rtcpFeedback: [],
            },
          ]
        : []),
    ],
    headerExtensions: extensions,
    // Without an SSRC the packets name their section (RFC 8843 section 9.2).
    encodings: [
      {
        ...(section.ssrc === null ? {} : { ssrc: section.ssrc }),
        ...(rtx && section.rtxSsrc !== null ? { rtx: { ssrc: section.rtxSsrc } } : {}),
      },
    ],
    rtcp: { cname: 'whip', reducedSize: true },
  });
  return { source, section, codec, rtx, extensions, feedback, rtpParameters };
}

/** `nack pli` as mediasoup has it. */
export function feedbackOf(said: string): { type: string; parameter: string } {
  const [type = '', parameter = ''] = said.split(' ');
  return { type, parameter };
}

/** Of an offer: numbers out of range, or words too long, are its sender's mistake. Throws `Refusal('bad-request')`. */
export function parsed<T>(schema: z.ZodMiniType<T>, from: unknown): T {
  const result = schema.safeParse(from);
  if (!result.success) throw new Refusal('bad-request', `something of a codec does not parse: ${result.error.issues[0]?.path.join('.')}`);
  return result.data;
}

/** mediasoup compares some of them as numbers. */
export const numbered = (parameters: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key, key !== 'profile-level-id' && /^\d+$/.test(value) ? Number(value) : value]),
  );

/** What an encoder is answered: what is taken of its offer. */
export const answerTo = (offer: Offer, taken: readonly Taken[], transport: TransportOptions): string =>
  writeAnswer(
    offer,
    new Map(taken.map((each) => [each.section, codecLines(each.section, each.codec, { direction: 'recvonly', ...each })])),
    transport,
  );

/** An answer (RFC 8829 section 5.3): ICE lite, all candidates at once, one transport for the sections that have lines. */
export function writeAnswer(
  { sections, dtlsParameters }: Offer,
  taken: ReadonlyMap<OfferedSection, readonly string[]>,
  transport: TransportOptions,
): string {
  const { iceParameters, iceCandidates, dtlsParameters: ours } = transport;
  const fingerprint = ours.fingerprints.find(({ algorithm }) => algorithm === 'sha-256') ?? ours.fingerprints[0];
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${sections
      .filter((section) => taken.has(section))
      .map(({ mid }) => mid)
      .join(' ')}`,
  ];
  const transportLines = [
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=fingerprint:${fingerprint?.algorithm} ${fingerprint?.value}`,
    `a=setup:${roleOf(dtlsParameters)}`,
    ...iceCandidates.map(
      ({ foundation, protocol, priority, address, port, type, tcpType }) =>
        `a=candidate:${foundation} 1 ${protocol} ${priority} ${address} ${port} typ ${type}${tcpType ? ` tcptype ${tcpType}` : ''}`,
    ),
    'a=end-of-candidates',
  ];
  for (const section of sections) {
    const found = taken.get(section);
    // RFC 3264 section 6: refused with port 0.
    if (!found)
      lines.push(`m=${section.kind} 0 ${section.protocol} ${section.formats}`, 'c=IN IP4 0.0.0.0', 'a=inactive', `a=mid:${section.mid}`);
    else lines.push(...found, ...transportLines);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const roleOf = ({ role }: DtlsParameters) => (role === 'server' ? 'active' : 'passive');

/** One codec of a section, in the words of the offer. */
export function codecLines(
  { kind, protocol, mid }: OfferedSection,
  codec: OfferedCodec,
  more: {
    direction: 'recvonly' | 'sendonly';
    feedback: readonly string[];
    rtx: OfferedCodec | null;
    extensions: readonly { id: number; uri: string }[];
  },
): string[] {
  const name = codec.name === 'opus' ? 'opus' : codec.name.toUpperCase();
  const parameters = Object.entries(codec.parameters).map(([key, value]) => (value === '' ? key : `${key}=${value}`));
  return [
    `m=${kind} 9 ${protocol} ${codec.payloadType}${more.rtx ? ` ${more.rtx.payloadType}` : ''}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=${more.direction}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    `a=rtpmap:${codec.payloadType} ${name}/${codec.clockRate}${codec.channels > 1 ? `/${codec.channels}` : ''}`,
    ...(parameters.length > 0 ? [`a=fmtp:${codec.payloadType} ${parameters.join(';')}`] : []),
    ...more.feedback.map((each) => `a=rtcp-fb:${codec.payloadType} ${each}`),
    ...(more.rtx
      ? [`a=rtpmap:${more.rtx.payloadType} rtx/${more.rtx.clockRate}`, `a=fmtp:${more.rtx.payloadType} apt=${codec.payloadType}`]
      : []),
    ...more.extensions.map(({ id, uri }) => `a=extmap:${id} ${uri}`),
  ];
}
