import { expect, it } from 'vitest';
import { codeOf, describeMedia, goOnStage, newPeer, newSession } from './contract.ts';
import { createFakeMedia } from './fake.ts';
import { viewerCapabilities } from './rtp-fixtures.ts';

describeMedia('the fake', async () => createFakeMedia());

it('the fake can lose a stage and go down as the real one does', async () => {
  const media = createFakeMedia();
  const lost: number[] = [];
  media.on('lost', (_sessionId, epoch) => lost.push(epoch));
  const [sessionId, doctor] = [newSession(), newPeer('doctor')];
  await goOnStage(media, sessionId, doctor, 1);
  media.lose(sessionId);
  await goOnStage(media, sessionId, doctor, 2);
  media.setUp(false);
  expect(lost).toEqual([1, 2]);
  expect(await codeOf(media.watch(sessionId, newPeer('viewer'), viewerCapabilities))).toBe('media-unavailable');
  media.setUp(true);
  await goOnStage(media, sessionId, doctor, 3);
  expect(media.stageOf(sessionId)).toEqual({ peer: doctor, epoch: 3 });
});
