import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { DtlsParameters, RtpParameters } from '@bedside/shared/rtp.ts';
import type { types } from 'mediasoup';
import { mediaLimits } from './codecs.ts';
import type { Flow, Origin, Room } from './rooms.ts';
import { createTurns } from './turns.ts';

/** A doctor's page: its sending transport and at most one producer per source. */
export type Sending = {
  readonly room: Room;
  readonly transport: types.WebRtcTransport;
  readonly producers: ReadonlyMap<TrackSource, types.Producer>;
  connect(dtlsParameters: DtlsParameters): Promise<void>;
  produce(source: TrackSource, rtpParameters: RtpParameters): Promise<string>;
  /** Pauses and resumes producers; a resumed camera is asked for a keyframe by the worker. */
  apply(flow: Flow): Promise<void>;
  /** Without `broken`. */
  close(): void;
};

const kindOf = { camera: 'video', microphone: 'audio', screen: 'video' } as const satisfies Record<TrackSource, types.MediaKind>;

/** `broken` is told once if the transport ends by anything but `close`: worker, DTLS, or ICE for too long. */
export async function openSending({ room, origin }: { room: Room; origin: Origin }, broken: () => void): Promise<Sending> {
  const transport = await origin.router.createWebRtcTransport({
    webRtcServer: origin.slot.webRtcServer,
    enableUdp: true,
    enableTcp: true,
    preferUdp: true,
    iceConsentTimeout: mediaLimits.sendIceConsentS,
  });
  const producers = new Map<TrackSource, types.Producer>();
  let connected = false;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  // Two flows in quick succession must not overtake each other: the last one holds.
  const inOrder = createTurns(Number.POSITIVE_INFINITY);

  function end(tell: boolean): void {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    transport.close();
    if (tell) broken();
  }

  transport.on('routerclose', () => end(true));
  transport.on('listenserverclose', () => end(true));
  transport.on('dtlsstatechange', (state) => {
    if (state === 'failed' || state === 'closed') end(true);
  });
  transport.on('icestatechange', (state) => {
    clearTimeout(timer);
    if (state === 'disconnected') timer = setTimeout(() => end(true), mediaLimits.disconnectedMs).unref();
  });

  try {
    await transport.setMaxIncomingBitrate(mediaLimits.maxIncomingBitrate);
  } catch (error) {
    end(false);
    throw error;
  }

  return {
    room,
    transport,
    producers,
    async connect(dtlsParameters) {
      if (connected) return;
      await transport.connect({ dtlsParameters });
      connected = true;
    },
    async produce(source, rtpParameters) {
      if (producers.has(source)) throw new Refusal('bad-request', `the ${source} is already sent`);
      const kind = kindOf[source];
      // mediasoup would route Opus as video.
      if (rtpParameters.codecs.some(({ mimeType }) => !mimeType.startsWith(`${kind}/`))) {
        throw new Refusal('bad-request', `a ${source} sends ${kind}`);
      }
      const producer = await transport.produce({
        kind,
        rtpParameters,
        // Nothing reaches a viewer before the stage says so (rules S7, S8).
        paused: true,
        keyFrameRequestDelay: mediaLimits.keyFrameRequestDelayMs,
        appData: { source },
      });
      producers.set(source, producer);
      return producer.id;
    },
    apply: (flow) =>
      inOrder(async () => {
        const changes = [...producers].filter(([source, producer]) => !producer.closed && producer.paused === flow[source]);
        await Promise.all(changes.map(([source, producer]) => (flow[source] ? producer.resume() : producer.pause())));
      }),
    close: () => end(false),
  };
}
