import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { RtpCapabilities } from '@bedside/shared/rtp.ts';
import type { types } from 'mediasoup';
import { mediaCodecs } from './codecs.ts';
import type { Seat } from './edges.ts';
import { feedFrom } from './pipes.ts';
import type { Workers } from './workers.ts';

/**
 * A seat for who names the payload types that it receives (RFC 3264 section 6.1: an answer's are the offer's). In mediasoup they are the
 * router's, the same for each consumer: so it has a router of its own, on the same worker, fed as an edge is. It ends with what feeds it.
 */
export async function seatInDialect(
  workers: Pick<Workers, 'openRouter'>,
  { outlet, release }: Seat,
  { codecs }: RtpCapabilities,
  sources: readonly TrackSource[],
): Promise<Seat> {
  const named = new Map<TrackSource, types.RouterRtpCodecCapability>();
  for (const [source, { rtpParameters }] of outlet.producers) {
    const mimeType = rtpParameters.codecs[0]?.mimeType.toLowerCase();
    const known = mediaCodecs.find((codec) => codec.mimeType.toLowerCase() === mimeType);
    const offered = codecs.find((codec) => codec.mimeType.toLowerCase() === mimeType);
    if (known && offered && sources.includes(source)) named.set(source, { ...known, preferredPayloadType: offered.preferredPayloadType });
  }
  const picture = [...named.values()].find(({ kind }) => kind === 'video');
  const repairs = codecs.find(({ mimeType, parameters }) => isRtx(mimeType) && parameters?.['apt'] === picture?.preferredPayloadType);
  let router: types.Router | null = null;
  try {
    if (named.size === 0) throw new Refusal('bad-request', 'no common codec with what is on stage');
    router = await workers.openRouter(outlet.slot, withRepairsAt(repairs?.preferredPayloadType ?? null, [...named.values()]));
    const wanted = new Map([...outlet.producers].filter(([source]) => named.has(source)));
    const feed = await feedFrom(outlet.router, wanted, router);
    const end = () => {
      router?.close();
      feed.close();
    };
    for (const producer of feed.producers.values()) producer.observer.once('close', end);
    return {
      outlet: { ...outlet, router, producers: feed.producers },
      release() {
        end();
        release();
      },
    };
  } catch (error) {
    router?.close();
    release();
    throw error;
  }
}

const isRtx = (mimeType: string) => mimeType.toLowerCase() === 'video/rtx';

/** What mediasoup (`ortc.ts`) takes a number from for what it sends again (RFC 4588), the first that no codec names. */
const dynamic = [...Array.from({ length: 28 }, (_, at) => 100 + at), 96, 97, 98, 99];

/** A router's codecs, of which one is a picture's, whose repairs have that payload type: what would come before it is taken by what nobody sends. */
export function withRepairsAt(wanted: number | null, codecs: types.RouterRtpCodecCapability[]): types.RouterRtpCodecCapability[] {
  if (wanted === null || !dynamic.includes(wanted)) return codecs;
  const free = dynamic.slice(0, dynamic.indexOf(wanted)).filter((type) => codecs.every((codec) => codec.preferredPayloadType !== type));
  const taken = free.map((type) => ({ kind: 'audio' as const, mimeType: 'audio/PCMU', clockRate: 8000, preferredPayloadType: type }));
  return [...taken, ...codecs.toSorted((a, b) => a.kind.localeCompare(b.kind))];
}
