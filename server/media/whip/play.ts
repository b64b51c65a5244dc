import { Refusal } from '@bedside/shared/errors.ts';
import { RtpCapabilities } from '@bedside/shared/rtp.ts';
import { isMeasured, MEASURED } from '../ladder.ts';
import type { Watching } from '../media.ts';
import { codecLines, feedbackOf, isTaken, numbered, parsed, rtxOf, type Sent, writeAnswer } from './negotiate.ts';
import type { Offer, OfferedCodec, OfferedSection } from './offer.ts';

/** One section that a player would receive something by. */
type Wanted = { section: OfferedSection; kind: 'audio' | 'video'; codecs: OfferedCodec[] };

/** What both sides may say of received packets: repairs, and keyframes. */
const FEEDBACK: readonly string[] = ['nack', 'nack pli', 'ccm fir'];
/** What numbers the packets of which it tells (MEASURED). Under which number mediasoup sends it (`supportedRtpCapabilities.ts`): an answer's must be the offer's (RFC 8285 section 6). */
const NUMBERED = { uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', id: 5 } as const;
/** The payload type of what mediasoup finds out with whether more would arrive: no track may have it. */
const PROBES = 127;

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
  const wanted = wantedOf(offer);
  const rtxs = wanted.flatMap(({ section, codecs }) => codecs.flatMap((codec) => rtxOf(section, codec) ?? []));
  const isTakenByProbes = wanted.some(({ codecs }) => [...codecs, ...rtxs].some(({ payloadType }) => payloadType === PROBES));
  return parsed(RtpCapabilities, {
    codecs: [
      ...wanted.flatMap(({ kind, codecs }) =>
        codecs.map(({ name, payloadType, clockRate, channels, parameters, feedback }) => ({
          kind,
          mimeType: mimeTypeOf(kind, name),
          preferredPayloadType: payloadType,
          clockRate,
          ...(kind === 'audio' ? { channels } : {}),
          parameters: numbered(parameters),
          rtcpFeedback: [...FEEDBACK, MEASURED].filter((each) => feedback.includes(each)).map(feedbackOf),
        })),
      ),
      ...rtxs.map(({ payloadType, clockRate, parameters }) => ({
        kind: 'video',
        mimeType: 'video/rtx',
        preferredPayloadType: payloadType,
        clockRate,
        parameters: numbered(parameters),
        rtcpFeedback: [],
      })),
    ],
    headerExtensions: isTakenByProbes
      ? []
      : wanted
          .filter(({ kind, section }) => kind === 'video' && offers(section, NUMBERED))
          .map(({ kind }) => ({ kind, uri: NUMBERED.uri, preferredId: NUMBERED.id })),
  });
}

const offers = ({ extensions }: OfferedSection, wanted: { id: number; uri: string }) =>
  extensions.some(({ id, uri }) => id === wanted.id && uri === wanted.uri);

/** The answer to a player: what of its offer is sent now. */
export function playAnswer(offer: Offer, { consumers, transport }: Watching): string {
  const sent = wantedOf(offer).flatMap(({ section, kind, codecs }) => {
    const rtpParameters = consumers.find((each) => each.kind === kind)?.rtpParameters;
    const codec = codecs.find(({ name }) => rtpParameters?.codecs[0]?.mimeType.toLowerCase() === mimeTypeOf(kind, name).toLowerCase());
    const { ssrc, rtx: repairs } = rtpParameters?.encodings[0] ?? {};
    if (!rtpParameters || !codec || ssrc === undefined) return [];
    const offered = rtxOf(section, codec);
    const rtx = repairs && offered && rtpParameters.codecs[1]?.payloadType === offered.payloadType ? offered : null;
    const lines = [
      ...codecLines(section, codec, {
        direction: 'sendonly',
        feedback: [...FEEDBACK, ...(isMeasured(rtpParameters) ? [MEASURED] : [])].filter((each) => codec.feedback.includes(each)),
        rtx,
        extensions: (rtpParameters.headerExtensions ?? []).filter((each) => offers(section, each)).map(({ id, uri }) => ({ id, uri })),
      }),
      // One stream for both (RFC 8830), and by its SSRC, since packets name no section.
      `a=msid:bedside ${kind}`,
      ...(rtx && repairs ? [`a=ssrc-group:FID ${ssrc} ${repairs.ssrc}`] : []),
      `a=ssrc:${ssrc} cname:bedside`,
      ...(rtx && repairs ? [`a=ssrc:${repairs.ssrc} cname:bedside`] : []),
    ];
    return [[section, lines] as const];
  });
  return writeAnswer(offer, new Map(sent), transport);
}
