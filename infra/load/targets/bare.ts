import { createWorker } from 'mediasoup';
import { TransportOptions } from '@bedside/shared/rtp.ts';
import { type Cast, connectTo, doctorParameters, idsOf, type Target, viewerCapabilities } from './target.ts';

/** Bytes, as the product asks for. */
const socketBuffer = 1024 * 1024;

/** mediasoup and nothing else: a worker, one WebRtcServer, one router; two consumers for each viewer. */
export async function startBare({ doctors, viewers }: Cast): Promise<Target> {
  const worker = await createWorker({ logLevel: 'none' });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [{ protocol: 'udp', ip: '127.0.0.1', sendBufferSize: socketBuffer, recvBufferSize: socketBuffer }],
  });
  const router = await worker.createRouter({
    mediaCodecs: [
      { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
      { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
    ],
  });
  const { doctor } = idsOf('bare');

  const sending = await router.createWebRtcTransport({ webRtcServer });
  const [connected] = await Promise.all([
    connectTo(doctors, doctor, TransportOptions.parse(sending)),
    sending.connect({ dtlsParameters: doctors.dtlsParameters }),
  ]);
  if (!connected) throw new Error('the doctor did not connect');
  const producers = [
    await sending.produce({ kind: 'audio', rtpParameters: doctorParameters('audio') }),
    await sending.produce({ kind: 'video', rtpParameters: doctorParameters('video') }),
  ];

  return {
    name: 'bare',
    pid: worker.pid,
    doctor,
    async addViewer(id) {
      const transport = await router.createWebRtcTransport({ webRtcServer });
      const [cipher] = await Promise.all([
        connectTo(viewers, id, TransportOptions.parse(transport)),
        transport.connect({ dtlsParameters: viewers.dtlsParameters }),
      ]);
      for (const { id: producerId } of producers) await transport.consume({ producerId, rtpCapabilities: viewerCapabilities });
      return cipher;
    },
    async close() {
      const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
      worker.close();
      await gone;
    },
  };
}
