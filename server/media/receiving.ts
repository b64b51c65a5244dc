import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { CallResult, Layers, Quality, SourceLayers } from '@bedside/shared/rpc.ts';
import { type DtlsParameters, type RtpCapabilities, RtpParameters, type TransportOptions } from '@bedside/shared/rtp.ts';
import { parseScalabilityMode, type types } from 'mediasoup';
import { mediaLimits } from './codecs.ts';
import { followLosses, isMeasured } from './ladder.ts';
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
  /** What of the picture is sent from now on (rule S13). */
  choose(quality: Quality): Promise<void>;
  close(): void;
};

/** What became of it. */
export type ReceivingEvents = {
  /** Once, however it ends; `ended` before it, if by anything but `close`. */
  closing(): void;
  ended(receiving: Receiving): void;
  layers(receiving: Receiving, layers: SourceLayers): void;
};

export async function openReceiving(
  room: Room,
  { router, slot, producers }: Outlet,
  /** `silentMs`: after how long disconnected it is given up; null for a page, which says so itself. */
  wish: { rtpCapabilities: RtpCapabilities; quality: Quality; silentMs: number | null },
  on: ReceivingEvents,
): Promise<Receiving> {
  const { rtpCapabilities, silentMs } = wish;
  let { quality } = wish;
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
      on.closing();
      throw error;
    });
  transport.observer.once('close', on.closing);
  let closed = false;
  let connected = false;
  let started = false;
  /** Null until it is handed out: before, whoever asks for it is refused. */
  let receiving: Receiving | null = null;
  // What only watches, and never starts, holds a port's share and a consumer of each track.
  const connecting = setTimeout(() => end(true), mediaLimits.connectMs).unref();

  function end(tell: boolean): void {
    if (closed) return;
    closed = true;
    clearTimeout(connecting);
    transport.close();
    if (tell && receiving) on.ended(receiving);
  }
  transport.on('routerclose', () => end(true));
  transport.on('listenserverclose', () => end(true));
  transport.on('dtlsstatechange', (state) => {
    if (state === 'connected') clearTimeout(connecting);
    if (state === 'failed' || state === 'closed') end(true);
  });

  let silent: NodeJS.Timeout | undefined;
  transport.on('icestatechange', (state) => {
    clearTimeout(silent);
    if (state === 'disconnected' && silentMs !== null) silent = setTimeout(() => end(true), silentMs).unref();
  });

  const consumers: { source: TrackSource; consumer: types.Consumer }[] = [];
  const wire: WireConsumer[] = [];
  const open = () => consumers.filter(({ consumer }) => !consumer.closed);
  const pictures = () => open().filter(({ consumer }) => consumer.kind === 'video');
  const isWanted = ({ kind }: types.Consumer) => kind === 'audio' || quality !== 'sound';
  try {
    for (const [source, producer] of producers) {
      if (!router.canConsume({ producerId: producer.id, rtpCapabilities })) continue;
      const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, paused: true });
      if (consumer.kind === 'video' && quality === 'saver') await limitLayers(consumer, quality);
      // Pages always say how much arrives.
      if (silentMs !== null && consumer.kind === 'video' && !isMeasured(consumer.rtpParameters)) await followLosses(consumer);
      if (source === 'screen') await consumer.setPriority(screenPriority);
      consumers.push({ source, consumer });
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
      if (!started)
        for (const { source, consumer } of pictures())
          tellLayers(consumer, (layers) => receiving && on.layers(receiving, { source, ...layers }));
      started = true;
      await Promise.all(open().map(({ consumer }) => (isWanted(consumer) ? consumer.resume() : consumer.pause())));
    },
    async choose(next) {
      quality = next;
      for (const { consumer } of pictures()) {
        await limitLayers(consumer, next);
        // Chosen before the start, it is for the start to let flow.
        if (started) await (isWanted(consumer) ? consumer.resume() : consumer.pause());
      }
    },
    close: () => end(false),
  };
  return receiving;
}

/**
 * Of a network that does not carry both pictures, the screen gets its layers first (mediasoup's default is 1): it is what is read.
 */
const screenPriority = 100;

const hasLayers = ({ type }: types.Consumer) => type === 'simulcast' || type === 'svc';

/** The smallest layer, or up to the best that there is as the network carries it. What has no layers is sent as it is. */
async function limitLayers(consumer: types.Consumer, quality: Quality): Promise<void> {
  if (!hasLayers(consumer)) return;
  const { spatialLayers } = parseScalabilityMode(consumer.rtpParameters.encodings?.[0]?.scalabilityMode);
  await consumer.setPreferredLayers({ spatialLayer: quality === 'saver' ? 0 : spatialLayers - 1 });
}

/**
 * Tells what there is, in place of what the page knows of a consumer before, and then only what is new: a score moves with
 * every lost packet, whether a layer is there does not.
 */
function tellLayers(consumer: types.Consumer, tell: (layers: Layers) => void): void {
  let told: Layers | null = null;
  const look = () => {
    // A layer that the doctor's browser does not send has the score 0.
    const best = consumer.score.producerScores.findLastIndex((score) => score > 0);
    const sent = hasLayers(consumer) ? (consumer.currentLayers?.spatialLayer ?? -1) : best;
    const now: Layers = { sent: sent === -1 ? null : sent, best: best === -1 ? null : best };
    if (now.sent === told?.sent && now.best === told.best) return;
    told = now;
    tell(now);
  };
  consumer.on('layerschange', look);
  consumer.on('score', look);
  look();
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
