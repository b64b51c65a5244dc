import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { CallResult } from '@bedside/shared/rpc.ts';
import { type DtlsParameters, type RtpCapabilities, RtpParameters, type TransportOptions } from '@bedside/shared/rtp.ts';
import type { types } from 'mediasoup';
import { mediaLimits } from './codecs.ts';
import { noStream } from './refusals.ts';
import type { Outlet } from './edges.ts';
import type { Room } from './rooms.ts';

type WireConsumer = CallResult<'media:watch'>['consumers'][number];

/** A viewer's page: its receiving transport and a consumer of each track that was on stage when it opened. */
export type Receiving = {
  readonly room: Room;
  readonly transport: types.WebRtcTransport;
  readonly consumers: readonly WireConsumer[];
  /** Connects, then lets everything flow; the worker asks each camera for a keyframe once DTLS is up. */
  start(dtlsParameters: DtlsParameters): Promise<void>;
  close(): void;
};

/** `closing` is told once, however it ends; `ended` before it, if by anything but `close`. */
export async function openReceiving(
  room: Room,
  { router, slot, producers }: Outlet,
  rtpCapabilities: RtpCapabilities,
  closing: () => void,
  ended: (receiving: Receiving) => void,
): Promise<Receiving> {
  const transport = await router
    .createWebRtcTransport({
      webRtcServer: slot.webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      iceConsentTimeout: mediaLimits.recvIceConsentS,
      initialAvailableOutgoingBitrate: mediaLimits.initialOutgoingBitrate,
    })
    .catch((error: unknown) => {
      closing();
      throw error;
    });
  transport.observer.once('close', closing);
  let closed = false;
  let connected = false;
  /** Null until it is handed out: before, whoever asks for it is refused. */
  let receiving: Receiving | null = null;
  // What only watches, and never starts, holds a port's share and a consumer of each track.
  const connecting = setTimeout(() => end(true), mediaLimits.connectMs).unref();

  function end(tell: boolean): void {
    if (closed) return;
    closed = true;
    clearTimeout(connecting);
    transport.close();
    if (tell && receiving) ended(receiving);
  }
  transport.on('routerclose', () => end(true));
  transport.on('listenserverclose', () => end(true));
  transport.on('dtlsstatechange', (state) => {
    if (state === 'connected') clearTimeout(connecting);
    if (state === 'failed' || state === 'closed') end(true);
  });

  const consumers: types.Consumer[] = [];
  const wire: WireConsumer[] = [];
  try {
    for (const [source, producer] of producers) {
      if (!router.canConsume({ producerId: producer.id, rtpCapabilities })) continue;
      const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, paused: true });
      consumers.push(consumer);
      wire.push(toWire(consumer, source));
    }
    if (closed) throw noStream('closed meanwhile');
    if (consumers.length === 0) throw new Refusal('bad-request', 'no common codec with what is on stage');
  } catch (error) {
    end(false);
    throw error;
  }

  receiving = {
    room,
    transport,
    consumers: wire,
    async start(dtlsParameters) {
      if (!connected) await transport.connect({ dtlsParameters });
      connected = true;
      await Promise.all(consumers.filter((consumer) => !consumer.closed).map((consumer) => consumer.resume()));
    },
    close: () => end(false),
  };
  return receiving;
}

function toWire(consumer: types.Consumer, source: TrackSource): WireConsumer {
  return {
    id: consumer.id,
    producerId: consumer.producerId,
    kind: consumer.kind,
    source,
    rtpParameters: RtpParameters.parse(consumer.rtpParameters),
  };
}

/** What a page needs to open its side. */
export function transportOptions(transport: types.WebRtcTransport): TransportOptions {
  return {
    id: transport.id,
    iceParameters: transport.iceParameters,
    iceCandidates: transport.iceCandidates,
    dtlsParameters: transport.dtlsParameters,
  };
}
