import { describe, expect, it, vi } from 'vitest';
import { UnsupportedBrowser } from './engine.ts';
import { fakeEngine, fakeLink, refusal, settle, standInForBrowser, streamView } from './test-doubles.ts';
import { createWatcher } from './watcher.ts';

standInForBrowser();

async function watching() {
  const net = fakeLink();
  const webrtc = fakeEngine();
  net.set({ stream: streamView('on', 1) });
  const watcher = createWatcher(net.link, 'automatic', webrtc.engine);
  await settle();
  return { ...net, ...webrtc, watcher, status: () => watcher.getSnapshot().status };
}

describe('a watcher', () => {
  it('is idle while nothing is on stage, and asks nothing', async () => {
    const { link, asked } = fakeLink();
    const watcher = createWatcher(link, 'automatic', fakeEngine().engine);
    await settle();
    expect(watcher.getSnapshot()).toEqual({ status: 'idle', stream: null, screen: null, epoch: null, picture: 'due' });
    expect(asked()).toEqual([]);
  });

  it('asks in the moment in which it hears of a stream, where all is at hand', () => {
    const { engine } = fakeEngine();
    const net = fakeLink();
    createWatcher(net.link, 'automatic', { ...engine, knownCapabilities: () => ({ codecs: [], headerExtensions: [] }) });
    net.set({ stream: streamView('on', 1) });
    expect(net.asked()).toEqual(['media:watch']);
  });

  it('plays after two calls', async () => {
    const { watcher, asked } = await watching();
    expect(asked()).toEqual(['media:watch', 'media:start']);
    expect(watcher.getSnapshot()).toMatchObject({ status: 'playing', epoch: 1 });
    expect(watcher.getSnapshot().stream?.getTracks()).toHaveLength(2);
  });

  it('[S5] follows a new epoch with the same MediaStream, its old tracks gone', async () => {
    const { watcher, set, receivers } = await watching();
    const { stream } = watcher.getSnapshot();
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(1000);
    expect(watcher.getSnapshot()).toMatchObject({ status: 'playing', epoch: 2 });
    expect(watcher.getSnapshot().stream).toBe(stream);
    expect(stream?.getTracks()).toEqual(receivers[1]?.receiver.tracks);
    expect(receivers[0]?.record.closed).toBe(true);
  });

  it('[S6] keeps the last picture while the stream is lost', async () => {
    const { watcher, set, status, receivers } = await watching();
    set({ stream: streamView('lost', 1) });
    expect(status()).toBe('reconnecting');
    expect(watcher.getSnapshot().stream?.getTracks()).toHaveLength(2);
    expect(receivers[0]?.record.closed).toBe(false);
    set({ stream: streamView('on', 2) });
    await settle();
    expect(status()).toBe('playing');
    expect(receivers[0]?.record.closed).toBe(true);
  });

  it('lets go when the stream is taken off stage', async () => {
    const { watcher, set, receivers } = await watching();
    set({ stream: streamView('off', 1) });
    expect(watcher.getSnapshot()).toEqual({ status: 'idle', stream: null, screen: null, epoch: null, picture: 'due' });
    expect(receivers[0]?.record.closed).toBe(true);
  });

  it('waits out a short trouble, then restarts ICE, and keeps its transport', async () => {
    const { receivers, asked, status } = await watching();
    asked();
    receivers[0]?.become('disconnected');
    expect(status()).toBe('reconnecting');
    receivers[0]?.become('connected');
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked()).toEqual([]);
    receivers[0]?.become('disconnected');
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked()).toEqual(['media:restart-ice']);
    expect(receivers[0]?.record.restarts).toBe(1);
    receivers[0]?.become('connected');
    await vi.advanceTimersByTimeAsync(6000);
    expect(status()).toBe('playing');
    expect(receivers).toHaveLength(1);
  });

  it('opens a new transport when ICE does not come back, or the server knows nothing of the old', async () => {
    const { receivers, answers, asked, status } = await watching();
    receivers[0]?.become('failed');
    await vi.advanceTimersByTimeAsync(6000);
    expect(receivers).toHaveLength(2);
    expect(status()).toBe('playing');
    asked();
    answers['media:restart-ice'] = refusal('no-stream');
    receivers[1]?.become('failed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual(['media:restart-ice', 'media:watch', 'media:start']);
    expect(receivers).toHaveLength(3);
  });

  it('asks after its transport when the socket comes back, and not before', async () => {
    const { receivers, set, asked, answers } = await watching();
    asked();
    set({ connected: false });
    receivers[0]?.become('failed');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toEqual([]);
    answers['media:restart-ice'] = refusal('no-stream');
    set({ connected: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual(['media:restart-ice', 'media:watch', 'media:start']);
  });

  it('tries again, less and less often, while the server has no media', async () => {
    const net = fakeLink();
    const { engine } = fakeEngine();
    net.answers['media:watch'] = refusal('media-unavailable');
    net.set({ stream: streamView('on', 1) });
    const watcher = createWatcher(net.link, 'automatic', engine);
    await vi.advanceTimersByTimeAsync(60_000);
    const tries = net.asked().length;
    expect(tries).toBeGreaterThan(6);
    expect(tries).toBeLessThan(20);
    expect(watcher.getSnapshot().status).toBe('connecting');
  });

  it('gives up where trying can’t help, until the epoch changes or it is asked to', async () => {
    const net = fakeLink();
    const { engine } = fakeEngine();
    net.set({ stream: streamView('on', 1) });
    const watcher = createWatcher(net.link, 'automatic', { ...engine, recvCapabilities: () => Promise.reject(new UnsupportedBrowser()) });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(watcher.getSnapshot().status).toBe('failed');
    expect(net.asked()).toEqual([]);
    watcher.retry();
    await settle();
    expect(watcher.getSnapshot().status).toBe('failed');
  });

  it('[S12] does not say that it plays before something has arrived, nor for long after nothing does', async () => {
    const net = fakeLink();
    const webrtc = fakeEngine();
    webrtc.arriveAs(false);
    net.set({ stream: streamView('on', 1) });
    const watcher = createWatcher(net.link, 'automatic', webrtc.engine);
    const status = () => watcher.getSnapshot().status;
    await vi.advanceTimersByTimeAsync(1000);
    const flow = webrtc.receivers[0]?.flow;
    if (!flow) throw new Error('nothing was opened');
    // Its tracks are there for the video element, which shows the first picture by itself.
    expect([status(), watcher.getSnapshot().stream?.getTracks().length]).toEqual(['connecting', 2]);
    Object.assign(flow, { perLook: 100, framesPerLook: 1 });
    await vi.advanceTimersByTimeAsync(100);
    expect(status()).toBe('playing');
    Object.assign(flow, { perLook: 0, framesPerLook: 0 });
    await vi.advanceTimersByTimeAsync(1500);
    expect(status()).toBe('playing');
    await vi.advanceTimersByTimeAsync(2000);
    expect(status()).toBe('reconnecting');
    Object.assign(flow, { perLook: 100, framesPerLook: 1 });
    await vi.advanceTimersByTimeAsync(1100);
    expect(status()).toBe('playing');
    expect(webrtc.receivers).toHaveLength(1);
    watcher.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[S12] plays where nothing is due, and where there is sound only', async () => {
    for (const [camera, microphone, perLook] of [
      ['muted', 'muted', 0],
      ['muted', 'on', 10],
    ] as const) {
      const net = fakeLink();
      const webrtc = fakeEngine();
      webrtc.arriveAs(false);
      net.set({ stream: streamView('on', 1, { camera, microphone }) });
      const watcher = createWatcher(net.link, 'automatic', webrtc.engine);
      await settle();
      Object.assign(webrtc.receivers[0]?.flow ?? {}, { perLook });
      await vi.advanceTimersByTimeAsync(100);
      expect(watcher.getSnapshot().status).toBe('playing');
      watcher.stop();
    }
  });

  it('notices that nothing arrives although connected: asks, then opens anew, rarer each time', async () => {
    const { receivers, asked, set } = await watching();
    asked();
    if (receivers[0]) receivers[0].flow.perLook = 0;
    await vi.advanceTimersByTimeAsync(7000);
    expect(asked()).toEqual(['media:restart-ice']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(receivers).toHaveLength(2);
    // Paused (S8) or muted, nothing has to arrive.
    if (receivers[1]) receivers[1].flow.perLook = 0;
    set({ phase: 'paused' });
    await vi.advanceTimersByTimeAsync(60_000);
    set({ phase: 'live', stream: streamView('on', 1, { camera: 'muted', microphone: 'muted' }) });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(receivers).toHaveLength(2);
  });

  it('[N1] is told of TURN servers once it has found no way without them, and from then on', async () => {
    const { link, set } = fakeLink();
    const { engine, told, connectAs } = fakeEngine();
    connectAs('connecting');
    const watcher = createWatcher(link, undefined, engine);
    set({ stream: streamView('on', 1) });
    await settle();
    expect(told).toEqual([[]]);
    connectAs('connected');
    await vi.advanceTimersByTimeAsync(4000);
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(4000);
    expect(told.map((servers) => servers.length)).toEqual([0, 1, 1]);
    expect(watcher.getSnapshot().status).toBe('playing');
  });

  it('[N3] says that there is no way to media after two tries that the server answered, and goes on trying', async () => {
    const { link, set, asked } = fakeLink();
    const { engine, connectAs } = fakeEngine();
    connectAs('connecting');
    const watcher = createWatcher(link, undefined, engine);
    const status = () => watcher.getSnapshot().status;
    set({ stream: streamView('on', 1) });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(status()).not.toBe('unreachable');
    await vi.advanceTimersByTimeAsync(8000);
    expect(status()).toBe('unreachable');
    asked();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toContain('media:watch');
    // A new epoch is no new network.
    set({ stream: streamView('on', 2) });
    await settle();
    expect(status()).toBe('unreachable');
    connectAs('connected');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(status()).toBe('playing');
  });

  it('[N3] blames no network for a server that has no media, or answers nothing', async () => {
    const { link, set, answers } = fakeLink();
    const watcher = createWatcher(link, undefined, fakeEngine().engine);
    answers['media:watch'] = refusal('media-unavailable');
    set({ stream: streamView('on', 1) });
    await vi.advanceTimersByTimeAsync(60_000);
    set({ connected: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(watcher.getSnapshot().status).toBe('connecting');
  });

  it('drops what arrives after it was stopped', async () => {
    const net = fakeLink();
    const { engine, receivers } = fakeEngine();
    net.set({ stream: streamView('on', 1) });
    const watcher = createWatcher(net.link, 'automatic', engine);
    watcher.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(receivers).toHaveLength(0);
    expect(net.listeners()).toBe(0);
  });
});
