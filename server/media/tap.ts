import type { TrackSource } from '@bedside/shared/commands.ts';
import type { types } from 'mediasoup';
import { noStream } from './refusals.ts';

/** What is on stage, packet by packet, for what makes files and streams of it. */
export type Tap = {
  /** In the doctor's own encoding: `video/VP8`, `audio/opus`. A source that is not sent is absent. */
  codecs: ReadonlyMap<TrackSource, { mimeType: string; clockRate: number }>;
  /** Asks a source for a keyframe; coalesced by the worker. */
  askForKeyframe(source: TrackSource): void;
  close(): void;
};

export type TapEvents = {
  /** What is read of it. */
  sources: readonly TrackSource[];
  /** One RTP packet (RFC 3550), the best layer that there is of a picture. */
  rtp(source: TrackSource, packet: Buffer): void;
  /** Once, if it ends by anything but `close`. */
  ended(): void;
};

/** Reads producers of one router, within this process: no ports, and nothing that a slow reader could hold up. */
export async function openTap(
  router: types.Router,
  producers: ReadonlyMap<TrackSource, types.Producer>,
  on: TapEvents,
  /** Called once, however it ends. */
  release: () => void = () => {},
): Promise<Tap> {
  const transport = await router.createDirectTransport();
  let closed = false;
  transport.observer.once('close', () => {
    release();
    if (closed) return;
    closed = true;
    on.ended();
  });
  const consumers = new Map<TrackSource, types.Consumer>();
  try {
    for (const [source, producer] of producers) {
      if (!on.sources.includes(source)) continue;
      const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: plain(router.rtpCapabilities), paused: true });
      consumers.set(source, consumer);
      consumer.on('rtp', (packet) => on.rtp(source, packet));
      consumer.observer.once('close', () => transport.close());
    }
    if (closed) throw noStream('closed meanwhile');
    await Promise.all([...consumers.values()].map((consumer) => consumer.resume()));
  } catch (error) {
    closed = true;
    transport.close();
    throw error;
  }
  return {
    codecs: new Map(
      [...consumers].flatMap(([source, { rtpParameters }]) => {
        const [codec] = rtpParameters.codecs;
        return codec ? [[source, { mimeType: codec.mimeType, clockRate: codec.clockRate }]] : [];
      }),
    ),
    askForKeyframe(source) {
      const consumer = consumers.get(source);
      if (consumer && !consumer.closed) consumer.requestKeyFrame().catch(() => {});
    },
    close() {
      closed = true;
      transport.close();
    },
  };
}

/** No retransmission within one process, and no extension that a reader would have to know. */
function plain({ codecs = [] }: types.RtpCapabilities): types.RtpCapabilities {
  return { codecs: codecs.filter(({ mimeType }) => !mimeType.endsWith('/rtx')), headerExtensions: [] };
}
