import { expect, it, vi } from 'vitest';
import type { Engine } from '../../media/engine.ts';
import type { Sent } from '../../media/outbound.ts';
import { fakeEngine, fakeLink, fakeTrack, refusal, standInForBrowser } from '../../media/test-doubles.ts';
import { createSelfTest } from './run-self-test.ts';
import { selfTestLimits } from './self-test-limits.ts';

standInForBrowser();

const candidate = (protocol: 'udp' | 'tcp') => ({
  protocol,
  foundation: 'f',
  priority: 1,
  ip: '192.0.2.1',
  address: '192.0.2.1',
  port: 1,
  type: 'host',
});
const transport = {
  id: 't',
  iceParameters: { usernameFragment: 'u', password: 'p' },
  iceCandidates: [candidate('udp'), candidate('tcp')],
  dtlsParameters: { fingerprints: [] },
};
const turn = { urls: ['turn:turn.example.org'], username: '1800000000:x', credential: 'y' };

function open({ iceServers = [turn], level = 0.6, muted = false, kilobits = 3000 } = {}) {
  const net = fakeLink();
  net.answers['media:publish'] = () => ({ ok: true, transport, iceServers });
  const fake = fakeEngine();
  const sent: Sent = { bytes: 0, packets: 0, lost: 0, roundTrip: 0.02, available: null, limitedBy: null };
  const engine: Engine = {
    ...fake.engine,
    async send(...all) {
      const sender = await fake.engine.send(...all);
      const stats = async () => {
        sent.bytes += (kilobits * 1000 * selfTestLimits.readMs) / 8000;
        sent.packets += 100;
        const entries = [
          { type: 'outbound-rtp', bytesSent: sent.bytes, packetsSent: sent.packets },
          { type: 'candidate-pair', nominated: true, state: 'succeeded', availableOutgoingBitrate: kilobits * 1000 },
        ];
        return new Map(entries.map((entry, place) => [`${place}`, entry]));
      };
      return { ...sender, stats };
    },
  };
  const tracks = { camera: fakeTrack('video'), microphone: fakeTrack('audio') };
  const watched = { open: 0 };
  const test = createSelfTest({
    link: net.link,
    engine,
    level: { get: () => level, subscribe: () => () => {} },
    preview: () => ({ tracks, muted: { camera: muted, microphone: muted, screen: false } }),
    lookAt() {
      watched.open += 1;
      return { look: () => ({ brightness: 100, same: false }), stop: () => void (watched.open -= 1) };
    },
  });
  const states = () => Object.fromEntries(Object.entries(test.getSnapshot().steps).map(([step, found]) => [step, found.state]));
  return { net, fake, test, tracks, watched, states };
}

it('[S22] tries everything in turn, ends within its time, and leaves nothing behind', async () => {
  const { net, fake, test, tracks, watched, states } = open();
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(test.getSnapshot().status).toBe('done');
  expect(states()).toEqual({ camera: 'good', microphone: 'good', udp: 'good', tcp: 'good', turn: 'good', upload: 'good' });
  // By UDP alone, TCP alone, TURN alone, and the best of them for the upload.
  expect(fake.told).toEqual([[], [], [turn], []]);
  expect(fake.open()).toEqual([0, 0]);
  expect(watched.open).toBe(0);
  expect([tracks.camera.readyState, tracks.microphone.readyState]).toEqual(['live', 'live']);
  const asked = net.asked();
  expect(asked.at(-1)).toBe('media:unpublish');
  expect(asked).not.toContain('media:stage');
  // Of the 120 calls in 30 s that a person has.
  expect(asked.length).toBeLessThan(20);
  expect(vi.getTimerCount()).toBe(0);
});

it('[S22] names what the server has not as absent, and judges an upload that is slow', async () => {
  const { test, states } = open({ iceServers: [], kilobits: 700 });
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(states()).toMatchObject({ udp: 'good', tcp: 'good', turn: 'absent', upload: 'warning' });
  expect(test.getSnapshot().figures?.kilobits).toBe(700);
});

it('[S22] where no way leads to the server, each has failed within the time', async () => {
  const { fake, test, states } = open();
  fake.connectAs('connecting');
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(states()).toMatchObject({ camera: 'good', udp: 'failed', tcp: 'failed', turn: 'failed', upload: 'failed' });
  expect(fake.open()).toEqual([0, 0]);
});

it('[S22] does not wait for a server that never answers', async () => {
  const { net, test, states } = open();
  test.start();
  net.set({ connected: true });
  const never = new Promise<never>(() => {});
  const { link } = net;
  const call = link.call;
  link.call = (name, input) => (name === 'media:publish' ? never : call(name, input));
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(test.getSnapshot().status).toBe('done');
  expect(test.getSnapshot().steps.udp).toEqual({ state: 'failed', words: 'late' });
  expect(states()).toMatchObject({ camera: 'good', microphone: 'good' });
});

it('[S22] says so when the server refuses, or is not there', async () => {
  const { net, test } = open();
  net.answers['media:publish'] = refusal('rate-limited');
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(test.getSnapshot().steps.upload).toEqual({ state: 'failed', words: 'refused' });
  net.set({ connected: false });
  test.start();
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(test.getSnapshot().steps).toMatchObject({ udp: { state: 'absent' }, upload: { words: 'upload.unreachable' } });
});

it('[S22] stopped, it closes everything at once; what is switched off is not tested', async () => {
  const { net, fake, test, watched } = open({ muted: true });
  test.start();
  expect(test.getSnapshot().steps).toMatchObject({ camera: { words: 'camera.off' }, microphone: { words: 'microphone.off' } });
  await vi.advanceTimersByTimeAsync(1000);
  test.stop();
  expect(test.getSnapshot().status).toBe('stopped');
  expect(net.asked().at(-1)).toBe('media:unpublish');
  await vi.advanceTimersByTimeAsync(0);
  expect([fake.open(), watched.open]).toEqual([[0, 0], 0]);
  expect(net.asked()).toEqual([]);
  await vi.advanceTimersByTimeAsync(selfTestLimits.wholeMs);
  expect(net.asked()).toEqual([]);
});
