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
  let router: types.Router | null = null;
  try {
    if (named.size === 0) throw new Refusal('bad-request', 'no common codec with what is on stage');
    router = await workers.openRouter(outlet.slot, [...named.values()]);
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
