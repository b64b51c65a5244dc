import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPeer, newSession } from '../../server/media/contract.ts';
import type { Media } from '../../server/media/media.ts';
import { thisNode } from '../../server/media/rtp-fixtures.ts';
import { createSfu } from '../../server/media/sfu.ts';
import { type Bots, startBots } from './bots.ts';
import { buildBots } from './build.ts';
import { smallTrain } from './small-train.ts';
import { connectTo, doctorParameters, viewerCapabilities } from './targets/target.ts';

const consumers: types.Consumer[] = [];
observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => transport.observer.on('newconsumer', (consumer) => consumers.push(consumer))),
  ),
);

/** RTP packets that were sent so far. */
async function sent(kind: types.MediaKind): Promise<number> {
  const consumer = consumers.find((each) => each.kind === kind);
  const stats = (await consumer?.getStats()) ?? [];
  return stats.reduce((sum, entry) => sum + (entry.type === 'outbound-rtp' ? entry.packetCount : 0), 0);
}

const DOCTOR = 1;
const VIEWER = 2;

// The bots use what only Linux has.
describe.runIf(process.platform === 'linux')('a viewer of real packets', () => {
  let bots: Bots;
  let media: Media;
  let folder: string;

  beforeAll(async () => {
    bots = await startBots(await buildBots());
    folder = await mkdtemp(join(tmpdir(), 'bedside-quality-'));
    await writeFile(join(folder, 'train'), smallTrain());
    await bots.load(join(folder, 'train'));
    media = await createSfu({
      announcedAddresses: ['127.0.0.1'],
      rtcPortBase: 0,
      logLevel: 'error',
      workers: 1,
      self: thisNode,
      pipes: null,
    });
  });
  afterAll(async () => {
    await media.close();
    await bots.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('[S13] is sent no packet of a picture with sound only, and is sent it again when they choose it again', async () => {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    const transport = await media.publish(sessionId, doctor);
    await Promise.all([connectTo(bots, DOCTOR, transport), media.connect(doctor, bots.dtlsParameters)]);
    await media.produce(doctor, 'microphone', doctorParameters('audio'));
    await media.produce(doctor, 'camera', doctorParameters('video'));
    await media.follow(sessionId, { epoch: 1, node: thisNode, flow: { camera: true, microphone: true, screen: false } });
    await media.stage(sessionId, doctor, 1);
    const watch = await media.watch(sessionId, viewer, viewerCapabilities);
    await Promise.all([connectTo(bots, VIEWER, watch.transport), media.start(viewer, bots.dtlsParameters)]);
    bots.play(DOCTOR);
    const grows = async (kind: types.MediaKind) => {
      const before = await sent(kind);
      await expect.poll(() => sent(kind), { timeout: 20_000 }).toBeGreaterThan(before + 20);
    };
    await grows('video');

    await media.choose(viewer, 'sound');
    const still = await sent('video');
    await grows('audio');
    expect(await sent('video')).toBe(still);

    await media.choose(viewer, 'automatic');
    await grows('video');
    bots.stop(DOCTOR);
  });
});
