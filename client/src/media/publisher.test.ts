import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeviceApi } from './devices.ts';
import { createPublisher } from './publisher.ts';
import { fakeEngine, fakeLink, FakeStream, fakeTrack } from './test-doubles.ts';

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function onStage() {
  const events = new EventTarget();
  const given: MediaStreamTrack[] = [];
  const api: DeviceApi = {
    async getUserMedia() {
      const tracks = [fakeTrack('audio'), fakeTrack('video')];
      given.push(...tracks);
      return new MediaStream(tracks);
    },
    enumerateDevices: async () => [],
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  const { engine, senders } = fakeEngine();
  const { link, asked } = fakeLink();
  const publisher = createPublisher(link, engine, api, { getDisplayMedia: async () => new MediaStream([fakeTrack('video', 'screen')]) });
  await publisher.startPreview();
  expect(await publisher.publish()).toBeNull();
  asked();
  return { publisher, sender: () => senders.at(-1), given, asked };
}

it('[S7] holds everything back at once, and gives back what was not muted', async () => {
  const { publisher, sender, given, asked } = await onStage();
  publisher.setMuted('camera', true);
  publisher.hold(true);
  expect(sender()?.paused).toEqual({ camera: true, microphone: true });
  expect(given.map(({ enabled }) => enabled)).toEqual([false, false]);
  expect(publisher.getSnapshot().muted).toEqual({ camera: true, microphone: false, screen: false });
  // Pressed meanwhile, it counts afterwards.
  publisher.setMuted('camera', false);
  publisher.setMuted('microphone', true);
  expect(sender()?.paused).toEqual({ camera: true, microphone: true });
  publisher.hold(false);
  expect(sender()?.paused).toEqual({ camera: false, microphone: true });
  expect(given.map(({ enabled }) => enabled)).toEqual([false, true]);
  expect(asked()).toEqual([]);
});

it('comes back on stage held', async () => {
  const { publisher, sender } = await onStage();
  await publisher.unpublish();
  publisher.hold(true);
  await publisher.publish();
  expect(sender()?.paused).toEqual({ camera: true, microphone: true });
});

it('waits for devices that are still being opened, and says so where there are none', async () => {
  const prompt = Promise.withResolvers<MediaStream>();
  const api: DeviceApi = {
    getUserMedia: () => prompt.promise,
    enumerateDevices: async () => [],
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  const publisher = createPublisher(fakeLink().link, fakeEngine().engine, api);
  expect(await publisher.publish()).toBe('no-devices');
  void publisher.startPreview();
  const published = publisher.publish();
  prompt.resolve(new MediaStream([fakeTrack('audio'), fakeTrack('video')]));
  expect(await published).toBeNull();
});

it('lets go of the devices, and asks for them again', async () => {
  const { publisher, sender, given } = await onStage();
  const gone = publisher.unpublish();
  publisher.stopPreview();
  // Before any answer.
  expect(sender()?.record.closed).toBe(true);
  expect(given.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  await gone;
  await publisher.startPreview();
  expect(publisher.getSnapshot().tracks.camera?.readyState).toBe('live');
  expect(await publisher.publish()).toBeNull();
});

it('[S18] [S19] a screen that is shared goes on stage beside the camera, and leaves nothing there when it ends', async () => {
  const { publisher, sender, asked } = await onStage();
  expect(await publisher.share()).toBe(true);
  const calls: string[] = [];
  await vi.waitFor(() => expect(calls.push(...asked())).toBe(2));
  expect(calls).toEqual(['media:produce', 'media:stage']);
  const track = publisher.getSnapshot().screen;
  expect(sender()?.sent.get('screen')).toBe(track);
  // The browser's own button.
  track?.dispatchEvent(new Event('ended'));
  expect(publisher.getSnapshot().screen).toBeNull();
  await vi.waitFor(() => expect(sender()?.sent.get('screen')).toBeNull());
  // Once more, by the way that is there: viewers watch nothing anew.
  await publisher.share();
  await vi.waitFor(() => expect(sender()?.sent.get('screen')).not.toBeNull());
  expect(asked()).toEqual([]);
});
