import * as z from 'zod/mini';
import { TrackSource } from '@bedside/shared/commands.ts';
import type { CallResult } from '@bedside/shared/rpc.ts';
import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@bedside/shared/rtp.ts';
import type { types } from 'mediasoup-client';
import { encodingFor } from './encoding.ts';

export type ConnectionState = types.ConnectionState;

/** What sending and receiving have in common: one transport to the server. */
export type Connection = {
  state(): ConnectionState;
  onState(listener: (state: ConnectionState) => void): void;
  restartIce(answer: CallResult<'media:restart-ice'>): Promise<void>;
  stats(): Promise<RTCStatsReport>;
  close(): void;
};

export type Receiver = Connection & {
  /** The doctor's own picture and sound. */
  tracks: readonly MediaStreamTrack[];
  screen: MediaStreamTrack | null;
  /** So far: RTP bytes over all tracks, and pictures decoded. */
  received(): Promise<{ bytes: number; frames: number }>;
};

export type Sender = Connection & {
  produce(source: TrackSource, track: MediaStreamTrack): Promise<void>;
  replaceTrack(source: TrackSource, track: MediaStreamTrack | null): Promise<void>;
  /** A paused track is disabled: it gives silence or black, and nothing of the room leaves this machine. */
  setPaused(source: TrackSource, paused: boolean): void;
  sources(): readonly TrackSource[];
};

export type Watch = CallResult<'media:watch'>;
/** `iceTransportPolicy` is this browser's own, `all` where it is left out. */
export type Publish = CallResult<'media:publish'> & { iceTransportPolicy?: RTCIceTransportPolicy };

/** WebRTC as the state machines see it. Everything rejects when the browser or the server refuses. */
export type Engine = {
  recvCapabilities(router: RtpCapabilities): Promise<RtpCapabilities>;
  /** The same for a router that was asked for before, null until it was answered: what is at hand waits for no turn. */
  knownCapabilities(router: RtpCapabilities): RtpCapabilities | null;
  /** `start` is the second round trip. */
  receive(router: RtpCapabilities, watch: Watch, start: (dtlsParameters: DtlsParameters) => Promise<void>): Promise<Receiver>;
  send(
    router: RtpCapabilities,
    publish: Publish,
    calls: {
      connect: (dtlsParameters: DtlsParameters) => Promise<void>;
      /** Answers with the producer's id. */
      produce: (source: TrackSource, rtpParameters: RtpParameters) => Promise<string>;
    },
  ): Promise<Sender>;
};

/** The browser cannot do WebRTC as mediasoup-client knows it: trying again won't help. */
export class UnsupportedBrowser extends Error {}

export function createEngine(): Engine {
  let loaded: { key: string; device: Promise<types.Device>; receives: RtpCapabilities | null } | null = null;

  function deviceFor(router: RtpCapabilities): Promise<types.Device> {
    // Every join tells them again; they are nearly always the same.
    const key = JSON.stringify(router);
    if (loaded?.key === key) return loaded.device;
    const loading: NonNullable<typeof loaded> = { key, device: loadDevice(router), receives: null };
    loaded = loading;
    loading.device.then(
      (device) => {
        loading.receives = capabilitiesOf(device);
      },
      () => {
        if (loaded === loading) loaded = null;
      },
    );
    return loading.device;
  }

  return {
    recvCapabilities: async (router) => capabilitiesOf(await deviceFor(router)),
    knownCapabilities: (router) => (loaded?.key === JSON.stringify(router) ? loaded.receives : null),
    async receive(router, watch, start) {
      const device = await deviceFor(router);
      const transport = device.createRecvTransport({ ...watch.transport, iceServers: watch.iceServers });
      const started = Promise.withResolvers<void>();
      started.promise.catch(() => {});
      transport.on('connect', ({ dtlsParameters }, done) => {
        void answer(start(dtlsParameters), started.resolve, started.reject);
        // ICE looks for a way while the server is told: a round trip less until the first frame.
        done();
      });
      try {
        // Asked for in one go, they are negotiated in one go.
        const consumers = await Promise.all(
          watch.consumers.map(async ({ source, id, producerId, kind, rtpParameters }) => ({
            source,
            track: (await transport.consume({ id, producerId, kind, rtpParameters })).track,
          })),
        );
        await started.promise;
        return {
          ...connection(transport),
          tracks: consumers.flatMap(({ source, track }) => (source === 'screen' ? [] : [track])),
          screen: consumers.find(({ source }) => source === 'screen')?.track ?? null,
          received: async () => inbound(await transport.getStats()),
        };
      } catch (error) {
        transport.close();
        throw error;
      }
    },
    async send(router, publish, calls) {
      const device = await deviceFor(router);
      const { iceServers, iceTransportPolicy = 'all' } = publish;
      const transport = device.createSendTransport({ ...publish.transport, iceServers, iceTransportPolicy });
      const producers = new Map<TrackSource, types.Producer>();
      transport.on('connect', ({ dtlsParameters }, done, failed) => void answer(calls.connect(dtlsParameters), done, failed));
      transport.on('produce', ({ appData, rtpParameters }, done, failed) => {
        const wire = { ...rtpParameters, ...wireParameters(rtpParameters) };
        void answer(calls.produce(TrackSource.parse(appData.source), wire), (id) => done({ id }), failed);
      });
      return {
        ...connection(transport),
        async produce(source, track) {
          // The preview's tracks are not this transport's to stop.
          const common = { track, stopTracks: false, appData: { source } };
          if (source === 'microphone') {
            const codecOptions = { opusStereo: false, opusFec: true, opusDtx: true };
            producers.set(source, await transport.produce({ ...common, codecOptions }));
            return;
          }
          const { codecs = [] } = device.sendRtpCapabilities;
          const encoding = encodingFor({ codecs, userAgent: navigator.userAgent }, source);
          if (!encoding) throw new UnsupportedBrowser('encodes neither VP8 nor H264');
          const producer = await transport.produce({ ...common, ...encoding, codecOptions: { videoGoogleStartBitrate: 1000 } });
          producers.set(source, producer);
        },
        async replaceTrack(source, track) {
          await producers.get(source)?.replaceTrack({ track });
        },
        setPaused(source, paused) {
          const producer = producers.get(source);
          if (!producer || producer.closed || producer.paused === paused) return;
          if (paused) producer.pause();
          else producer.resume();
        },
        sources: () => [...producers.keys()],
      };
    },
  };
}

async function loadDevice(router: RtpCapabilities): Promise<types.Device> {
  // Loaded when first needed: it is half of what a page would else load before it shows anything.
  const { Device } = await import('mediasoup-client');
  let device: types.Device;
  try {
    device = await Device.factory();
  } catch (error) {
    throw new UnsupportedBrowser('no WebRTC that mediasoup-client knows', { cause: error });
  }
  await device.load({ routerRtpCapabilities: router });
  return device;
}

function capabilitiesOf({ recvRtpCapabilities: { codecs = [], headerExtensions = [] } }: types.Device): RtpCapabilities {
  return { codecs: codecs.map((codec) => ({ ...codec, parameters: flat(codec.parameters) })), headerExtensions };
}

function connection(transport: types.Transport): Connection {
  return {
    state: () => transport.connectionState,
    onState(listener) {
      transport.on('connectionstatechange', listener);
    },
    async restartIce({ iceParameters, iceServers }) {
      // Firefox can't take others for a connection that it has, and goes on with those of before, which are good for hours.
      if (iceServers.length > 0) await transport.updateIceServers({ iceServers }).catch(() => {});
      await transport.restartIce({ iceParameters });
    },
    stats: () => transport.getStats(),
    close: () => transport.close(),
  };
}

/** mediasoup-client asks by event and is answered by callback. */
async function answer<T>(asked: Promise<T>, done: (value: T) => void, failed: (error: Error) => void): Promise<void> {
  try {
    done(await asked);
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
  }
}

/** https://www.w3.org/TR/webrtc-stats/#inboundrtpstats-dict */
const Inbound = z.object({
  type: z.literal('inbound-rtp'),
  mid: z.optional(z.string()),
  bytesReceived: z.number(),
  framesDecoded: z.optional(z.number()),
});

function inbound(report: RTCStatsReport): { bytes: number; frames: number } {
  const sum = { bytes: 0, frames: 0 };
  report.forEach((entry: unknown) => {
    const track = Inbound.safeParse(entry);
    // mediasoup-client adds a receiver for bandwidth probes that is no track.
    if (!track.success || track.data.mid === 'probator') return;
    sum.bytes += track.data.bytesReceived;
    sum.frames += track.data.framesDecoded ?? 0;
  });
  return sum;
}

function wireParameters({
  codecs,
  headerExtensions = [],
  encodings = [],
  rtcp = {},
}: types.RtpParameters): Pick<RtpParameters, 'codecs' | 'headerExtensions' | 'encodings' | 'rtcp'> {
  return {
    codecs: codecs.map((codec) => ({ ...codec, parameters: flat(codec.parameters) })),
    headerExtensions: headerExtensions.map((extension) => ({ ...extension, parameters: flat(extension.parameters) })),
    encodings,
    rtcp,
  };
}

/** Codec parameters are one flat level of plain values (`fmtp`). */
function flat(parameters: Record<string, unknown> = {}): Record<string, string | number | boolean> {
  const entries = Object.entries(parameters).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
