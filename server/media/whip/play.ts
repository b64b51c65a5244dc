import { Refusal } from '@bedside/shared/errors.ts';
import { RtpCapabilities } from '@bedside/shared/rtp.ts';
import type { Watching } from '../media.ts';
import { codecLines, isTaken, numbered, parsed, type Sent, writeAnswer } from './negotiate.ts';
import type { Offer, OfferedCodec, OfferedSection } from './offer.ts';

/** One section that a player would receive something by. */
type Wanted = { section: OfferedSection; kind: 'audio' | 'video'; codecs: OfferedCodec[] };

/** What both sides may say of received packets: repairs, and keyframes. Without header extensions no bandwidth is estimated. */
const FEEDBACK: readonly string[] = ['nack', 'nack pli', 'ccm fir'];

/** The first section of each kind, and what it can play in the order of the offer. Throws `Refusal('bad-request')` where there is none. */
function wantedOf({ sections }: Offer): Wanted[] {
  const wanted = (['audio', 'video'] as const).flatMap((kind) => {
    const source: Sent = kind === 'audio' ? 'microphone' : 'camera';
    const section = sections.find((each) => each.kind === kind && (each.direction === 'recvonly' || each.direction === 'sendrecv'));
    const able = (section?.codecs ?? []).filter((codec) => isTaken(source, codec));
    // One of each: of two variants of H264 the first.
    const codecs = able.filter((codec, at) => able.findIndex(({ name }) => name === codec.name) === at);
    return section && codecs.length > 0 ? [{ section, kind, codecs }] : [];
  });
  if (wanted.length === 0)
    throw new Refusal('bad-request', 'nothing is received that can be sent: VP8 or H264 (constrained baseline), and Opus');
  return wanted;
}

const mimeTypeOf = (kind: string, name: string) => `${kind}/${name === 'opus' ? 'opus' : name.toUpperCase()}`;

/** A player's offer as mediasoup's capabilities, with the offer's own payload types. */
export function capabilitiesOf(offer: Offer): RtpCapabilities {
  return parsed(RtpCapabilities, {
    codecs: wantedOf(offer).flatMap(({ kind, codecs }) =>
      codecs.map(({ name, payloadType, clockRate, channels, parameters, feedback }) => ({
        kind,
        mimeType: mimeTypeOf(kind, name),
        preferredPayloadType: payloadType,
        clockRate,
        ...(kind === 'audio' ? { channels } : {}),
        parameters: numbered(parameters),
        rtcpFeedback: FEEDBACK.filter((each) => feedback.includes(each)).map((each) => {
          const [type = '', parameter = ''] = each.split(' ');
          return { type, parameter };
        }),
      })),
    ),
    headerExtensions: [],
  });
}

/** The answer to a player: what of its offer is sent now. */
export function playAnswer(offer: Offer, { consumers, transport }: Watching): string {
  const sent = wantedOf(offer).flatMap(({ section, kind, codecs }) => {
    const consumer = consumers.find((each) => each.kind === kind);
    const [used] = consumer?.rtpParameters.codecs ?? [];
    const codec = codecs.find(({ name }) => used?.mimeType.toLowerCase() === mimeTypeOf(kind, name).toLowerCase());
    const ssrc = consumer?.rtpParameters.encodings[0]?.ssrc;
    if (!codec || ssrc === undefined) return [];
    const lines = [
      ...codecLines(section, codec, { direction: 'sendonly', feedback: FEEDBACK.filter((each) => codec.feedback.includes(each)) }),
      // One stream for both (RFC 8830), and by its SSRC, since packets name no section.
      `a=msid:bedside ${kind}`,
      `a=ssrc:${ssrc} cname:bedside`,
    ];
    return [[section, lines] as const];
  });
  return writeAnswer(offer, new Map(sent), transport);
}
