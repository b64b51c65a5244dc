import type { TrackSource } from '@bedside/shared/commands.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErrorCode, Refusal } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { calls } from '@bedside/shared/rpc.ts';
import { type StageId, stageIdOf } from '@bedside/shared/stage-id.ts';
import { IceParameters, TransportOptions } from '@bedside/shared/rtp.ts';
import type { Media } from './media.ts';
import { cameraParameters, dtlsParameters, microphoneParameters, screenParameters, thisNode, viewerCapabilities } from './rtp-fixtures.ts';

let lastName = 0;
/** Tests share one media layer: each has sessions and peers of its own. */
export const newSession = () => SessionId.parse(`session-${++lastName}`);
export const newPeer = (name: string) => `${name}-${++lastName}:tab`;

export async function codeOf(call: Promise<unknown>): Promise<ErrorCode | 'none'> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
}

const nothingFlows: Record<TrackSource, boolean> = { camera: false, microphone: false, screen: false };

export async function goOnStage(media: Media, sessionId: StageId, peer: string, epoch: number, flow = nothingFlows): Promise<void> {
  await media.publish(sessionId, peer);
  await media.connect(peer, dtlsParameters);
  await media.produce(peer, 'microphone', microphoneParameters());
  await media.produce(peer, 'camera', cameraParameters());
  // The log has it first.
  await media.follow(sessionId, { epoch, node: thisNode, flow });
  await media.stage(sessionId, peer, epoch);
}

/** What every implementation of `Media` does. */
export function describeMedia(name: string, make: () => Promise<Media>): void {
  describe(`${name} as Media`, () => {
    let media: Media;
    const lost: { stageId: StageId; epoch: number }[] = [];
    const lostIn = (stageId: StageId) => lost.filter((each) => each.stageId === stageId).map(({ epoch }) => epoch);

    beforeAll(async () => {
      media = await make();
      media.on('lost', (stageId, epoch) => {
        lost.push({ stageId, epoch });
        void media.follow(stageId, null);
      });
    });
    afterAll(() => media.close());

    it('takes a doctor on stage and a viewer to it in two calls', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      const transport = await media.publish(sessionId, doctor);
      expect(TransportOptions.parse(transport)).toEqual(transport);
      expect(media.produced(doctor)).toEqual([]);
      await media.connect(doctor, dtlsParameters);
      await media.produce(doctor, 'microphone', microphoneParameters());
      await media.produce(doctor, 'camera', cameraParameters());
      expect([...media.produced(doctor)].sort()).toEqual(['camera', 'microphone']);
      await media.follow(sessionId, { epoch: 7, node: thisNode, flow: nothingFlows });
      await media.stage(sessionId, doctor, 7);

      const watch = await media.watch(sessionId, viewer, viewerCapabilities);
      expect(calls['media:watch'].result.parse({ ...watch, iceServers: [] })).toEqual({ ...watch, iceServers: [] });
      expect(watch.epoch).toBe(7);
      expect(watch.consumers.map(({ source, kind }) => `${source} ${kind}`).sort()).toEqual(['camera video', 'microphone audio']);
      await media.start(viewer, dtlsParameters);
      expect(lostIn(sessionId)).toEqual([]);
    });

    it('tells what its router can route, for clients to load', async () => {
      const told = await media.routerRtpCapabilities(newSession());
      expect(calls['session:join'].result.shape.media.parse(told)).toEqual(told);
      expect(told?.routerRtpCapabilities.codecs.map(({ mimeType }) => mimeType)).toEqual(
        expect.arrayContaining(['audio/opus', 'video/VP8']),
      );
    });

    it('refuses what has nothing to work on', async () => {
      const [sessionId, peer] = [newSession(), newPeer('peer')];
      expect(await codeOf(media.watch(sessionId, peer, viewerCapabilities))).toBe('no-stream');
      expect(await codeOf(media.start(peer, dtlsParameters))).toBe('no-stream');
      expect(await codeOf(media.choose(peer, 'sound'))).toBe('no-stream');
      expect(await codeOf(media.restartIce(peer, 'recv'))).toBe('no-stream');
      expect(await codeOf(media.restartIce(peer, 'send'))).toBe('no-stream');
      expect(await codeOf(media.connect(peer, dtlsParameters))).toBe('no-stream');
      expect(await codeOf(media.produce(peer, 'camera', cameraParameters()))).toBe('no-stream');
      expect(media.unpublish(peer)).toBeNull();
      expect(media.produced(peer)).toEqual([]);
      media.leave(peer);
      media.closeStage(sessionId);
    });

    it('[S5] tells that an epoch is lost which the log has and no stage could follow', async () => {
      const [sessionId, peer] = [newSession(), newPeer('doctor')];
      await media.publish(sessionId, peer);
      expect(await codeOf(media.stage(sessionId, peer, 3))).toBe('no-stream');
      expect(lostIn(sessionId)).toEqual([3]);
    });

    it('keeps sessions apart', async () => {
      const [here, there] = [newSession(), newSession()];
      const [doctor, other, viewer] = [newPeer('doctor'), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, here, doctor, 1);
      await goOnStage(media, there, other, 5);
      expect((await media.watch(there, viewer, viewerCapabilities)).epoch).toBe(5);
      media.closeStage(there);
      expect((await media.watch(here, viewer, viewerCapabilities)).epoch).toBe(1);
      expect(await codeOf(media.watch(there, viewer, viewerCapabilities))).toBe('no-stream');
      expect([...lostIn(here), ...lostIn(there)]).toEqual([]);
    });

    it('[T1] keeps the channels of one session apart: each has its own stage and epoch, and ends alone', async () => {
      const main = newSession();
      const guest = stageIdOf(main, 'guest');
      const [doctor, patient, viewer] = [newPeer('doctor'), newPeer('patient'), newPeer('viewer')];
      await goOnStage(media, main, doctor, 7);
      await goOnStage(media, guest, patient, 1);
      const [hears, sees] = [`${viewer}/guest`, viewer];
      expect((await media.watch(main, sees, viewerCapabilities)).epoch).toBe(7);
      expect((await media.watch(guest, hears, viewerCapabilities)).epoch).toBe(1);
      await media.start(sees, dtlsParameters);
      await media.start(hears, dtlsParameters);
      expect([media.onStage(main, 7), media.onStage(guest, 1)]).toEqual([doctor, patient]);
      media.closeStage(guest);
      expect([media.onStage(main, 7), media.onStage(guest, 1)]).toEqual([doctor, null]);
      expect(await codeOf(media.restartIce(patient, 'send'))).toBe('no-stream');
      expect(await codeOf(media.restartIce(hears, 'recv'))).toBe('no-stream');
      IceParameters.parse(await media.restartIce(sees, 'recv'));
      expect([...lostIn(main), ...lostIn(guest)]).toEqual([]);
      media.closeStage(main);
    });

    it('[S9] gives a viewer who watches again a new transport, the old one beside it for a moment, and no third', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      const first = await media.watch(sessionId, viewer, viewerCapabilities);
      const { transports } = media.counts();
      const second = await media.watch(sessionId, viewer, viewerCapabilities);
      expect(second.transport.id).not.toBe(first.transport.id);
      await media.watch(sessionId, viewer, viewerCapabilities);
      expect(media.counts().transports - transports).toBeLessThanOrEqual(1);
    });

    it('[S13] takes a viewer’s choice with a watch, before the start and after, and nobody’s who does not watch', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      expect((await media.watch(sessionId, viewer, viewerCapabilities, 'sound')).consumers).toHaveLength(2);
      await media.choose(viewer, 'saver');
      await media.start(viewer, dtlsParameters);
      await media.choose(viewer, 'automatic');
      expect(await codeOf(media.choose(doctor, 'sound'))).toBe('no-stream');
    });

    it('gives new ICE credentials for either transport', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      const { transport } = await media.watch(sessionId, viewer, viewerCapabilities);
      const restarted = IceParameters.parse(await media.restartIce(viewer, 'recv'));
      expect(restarted.usernameFragment).not.toBe(transport.iceParameters.usernameFragment);
      IceParameters.parse(await media.restartIce(doctor, 'send'));
      expect(await codeOf(media.restartIce(doctor, 'recv'))).toBe('no-stream');
    });

    it('loses the stage when the doctor leaves, not when they take it back', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      media.leave(doctor);
      expect(lostIn(sessionId)).toEqual([1]);
      expect(await codeOf(media.watch(sessionId, viewer, viewerCapabilities))).toBe('no-stream');
      await goOnStage(media, sessionId, doctor, 2);
      expect([1, 2].map((epoch) => media.onStage(sessionId, epoch))).toEqual([null, doctor]);
      expect(media.unpublish(doctor)).toEqual({ stageId: sessionId, epoch: 2 });
      expect(media.onStage(sessionId, 2)).toBeNull();
      expect(lostIn(sessionId)).toEqual([1]);
      expect(await codeOf(media.watch(sessionId, viewer, viewerCapabilities))).toBe('no-stream');
    });

    it('loses the stage when the same page begins anew, and has it again at the next epoch', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      await goOnStage(media, sessionId, doctor, 2);
      expect(lostIn(sessionId)).toEqual([1]);
      expect((await media.watch(sessionId, viewer, viewerCapabilities)).epoch).toBe(2);
    });

    it('lets another page take the stage, and closes the first', async () => {
      const [sessionId, first, second, viewer] = [newSession(), newPeer('doctor'), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, first, 1);
      await goOnStage(media, sessionId, second, 2);
      expect((await media.watch(sessionId, viewer, viewerCapabilities)).epoch).toBe(2);
      expect(await codeOf(media.restartIce(first, 'send'))).toBe('no-stream');
      expect(media.unpublish(first)).toBeNull();
      expect(media.produced(second)).toHaveLength(2);
      expect(lostIn(sessionId)).toEqual([]);
    });

    it('[S18] takes a screen beside the camera', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      await media.produce(doctor, 'screen', screenParameters());
      await media.follow(sessionId, { epoch: 2, node: thisNode, flow: { camera: true, microphone: true, screen: true } });
      await media.stage(sessionId, doctor, 2);
      const { consumers } = await media.watch(sessionId, viewer, viewerCapabilities);
      expect(consumers.map(({ source, kind }) => `${source} ${kind}`).sort()).toEqual(['camera video', 'microphone audio', 'screen video']);
      expect(lostIn(sessionId)).toEqual([]);
    });

    it('[S21] shows a rehearsal to staff and presenter alone, and takes it from the public that watched before', async () => {
      const [sessionId, doctor, viewer, staff] = [newSession(), newPeer('doctor'), newPeer('viewer'), newPeer('staff')];
      await goOnStage(media, sessionId, doctor, 1);
      await media.watch(sessionId, viewer, viewerCapabilities, 'automatic', 'public');
      await media.start(viewer, dtlsParameters);
      const flow = { camera: true, microphone: true, screen: false };
      await media.follow(sessionId, { epoch: 1, node: thisNode, to: 'staff', flow });
      expect(await codeOf(media.choose(viewer, 'sound'))).toBe('no-stream');
      expect(await codeOf(media.watch(sessionId, viewer, viewerCapabilities, 'automatic', 'public'))).toBe('no-stream');
      for (const audience of ['staff', 'presenter'] as const)
        expect((await media.watch(sessionId, staff, viewerCapabilities, 'automatic', audience)).epoch).toBe(1);
      // Live, without an interruption.
      await media.follow(sessionId, { epoch: 1, node: thisNode, to: 'all', flow });
      expect(await codeOf(media.choose(staff, 'automatic'))).toBe('none');
      expect((await media.watch(sessionId, viewer, viewerCapabilities, 'automatic', 'public')).epoch).toBe(1);
      expect(lostIn(sessionId)).toEqual([]);
    });

    it('sends each source once', async () => {
      const [sessionId, doctor] = [newSession(), newPeer('doctor')];
      await media.publish(sessionId, doctor);
      await media.produce(doctor, 'microphone', microphoneParameters());
      expect(await codeOf(media.produce(doctor, 'microphone', microphoneParameters()))).toBe('bad-request');
      expect(media.produced(doctor)).toEqual(['microphone']);
    });
  });
}
