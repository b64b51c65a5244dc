import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceApi, problemOf } from './devices.ts';
import { loudness } from './level.ts';
import { createPreview } from './preview.ts';
import { FakeStream, fakeTrack } from './test-doubles.ts';

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const named = (name: string) => Object.assign(new Error(name), { name });

/** A machine with these devices; asking for one that is not there fails as in a browser. */
function machine(present: { camera?: string | Error; microphone?: string | Error }) {
  const events = new EventTarget();
  const given: MediaStreamTrack[] = [];
  const one = (device: string | Error | undefined, kind: 'audio' | 'video', constraints: MediaTrackConstraints | boolean) => {
    const wanted = typeof constraints === 'object' && typeof constraints.deviceId === 'object' ? constraints.deviceId : null;
    if (device === undefined) throw named('NotFoundError');
    if (device instanceof Error) throw device;
    const name = wanted !== null && 'exact' in wanted ? String(wanted.exact) : device;
    const track = fakeTrack(kind, name);
    given.push(track);
    return track;
  };
  const api: DeviceApi = {
    async getUserMedia({ audio, video } = {}) {
      const tracks = [...(audio ? [one(present.microphone, 'audio', audio)] : []), ...(video ? [one(present.camera, 'video', video)] : [])];
      return new MediaStream(tracks);
    },
    enumerateDevices: async () => [],
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  return { api, given, present };
}

describe('a preview', () => {
  it('[T8] asks for one alone where that is wanted, and for the other once it is chosen', async () => {
    const { api, given } = machine({ camera: 'webcam', microphone: 'headset' });
    const preview = createPreview(api);
    await preview.start('microphone');
    expect(given.map(({ kind }) => kind)).toEqual(['audio']);
    expect(preview.getSnapshot().problems).toEqual({ camera: null, microphone: null });
    await preview.choose('camera', null);
    expect(given.map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(preview.getSnapshot().chosen).toEqual({ camera: 'webcam', microphone: 'headset' });
  });

  it('has both after one prompt', async () => {
    const { api } = machine({ camera: 'webcam', microphone: 'headset' });
    const preview = createPreview(api);
    await preview.start();
    const { stream, chosen, problems } = preview.getSnapshot();
    expect(stream?.getTracks()).toHaveLength(2);
    expect(chosen).toEqual({ camera: 'webcam', microphone: 'headset' });
    expect(problems).toEqual({ camera: null, microphone: null });
  });

  it('has sound where there is no camera, and says which is missing', async () => {
    const { api } = machine({ microphone: 'headset' });
    const preview = createPreview(api);
    await preview.start();
    expect(preview.getSnapshot()).toMatchObject({ problems: { camera: 'not-found', microphone: null }, chosen: { microphone: 'headset' } });
  });

  it('says that a page without HTTPS has no devices', async () => {
    vi.stubGlobal('navigator', {});
    const preview = createPreview();
    await preview.start();
    expect(preview.getSnapshot().problems).toEqual({ camera: 'insecure', microphone: 'insecure' });
  });

  it('switches a device within the same stream and lets go of the old one', async () => {
    const { api, given } = machine({ camera: 'webcam', microphone: 'headset' });
    const preview = createPreview(api);
    await preview.start();
    const { stream } = preview.getSnapshot();
    await preview.choose('microphone', 'desk');
    expect(preview.getSnapshot()).toMatchObject({ stream, chosen: { microphone: 'desk' } });
    expect(stream?.getTracks()).toHaveLength(2);
    expect(given[0]?.readyState).toBe('ended');
  });

  it('falls back to another device when one is unplugged, and says so', async () => {
    const { api, given, present } = machine({ camera: 'webcam', microphone: 'headset' });
    const preview = createPreview(api);
    await preview.start();
    present.microphone = 'built-in';
    given[0]?.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(preview.getSnapshot()).toMatchObject({ unplugged: 'microphone', chosen: { microphone: 'built-in' } }));
    delete present.camera;
    given[1]?.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(preview.getSnapshot()).toMatchObject({ problems: { camera: 'not-found' }, tracks: { camera: null } }));
  });

  it('[S24] blurs the background where the camera can be told to, and says whether it is', async () => {
    const { api, given } = machine({ camera: 'webcam', microphone: 'headset' });
    const asked = vi.spyOn(api, 'getUserMedia');
    const preview = createPreview(api);
    await preview.start();
    expect(preview.getSnapshot().blurred).toBeNull();
    await preview.blur(true);
    expect(preview.getSnapshot().blurred).toBeNull();

    // The next camera can; it is asked to from its first frame on.
    const next = fakeTrack('video', 'studio camera', [false, true]);
    asked.mockResolvedValueOnce(new MediaStream([next]));
    await preview.choose('camera', 'studio camera');
    expect(asked).toHaveBeenLastCalledWith({ video: expect.objectContaining({ backgroundBlur: true }) });
    expect(preview.getSnapshot().blurred).toBe(false);
    await preview.blur(true);
    expect(preview.getSnapshot().blurred).toBe(true);
    // By a switch of the system's own.
    await next.applyConstraints({ backgroundBlur: false });
    next.dispatchEvent(new Event('configurationchange'));
    expect(preview.getSnapshot().blurred).toBe(false);
    expect(given).toHaveLength(2);
  });

  it('lets go of everything when it stops, also of what comes later', async () => {
    const { api, given } = machine({ camera: 'webcam', microphone: 'headset' });
    const preview = createPreview(api);
    const starting = preview.start();
    preview.stop();
    await starting;
    expect(given.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect(preview.getSnapshot().stream).toBeNull();
  });
});

it('names what a browser says of a device', () => {
  expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map((name) => problemOf(named(name)))).toEqual([
    'denied',
    'not-found',
    'in-use',
    'unknown',
  ]);
});

it('measures loudness from silence to full scale', () => {
  expect(loudness(new Float32Array(1024))).toBe(0);
  expect(loudness(new Float32Array(1024).fill(1))).toBe(1);
  // -30 dB, speech at a laptop, is half way.
  expect(loudness(new Float32Array(1024).fill(10 ** (-30 / 20)))).toBe(0.5);
});
