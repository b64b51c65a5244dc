import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBroadcast } from './broadcast.ts';
import { fakeEngine, fakeLink, fakeTrack, refusal, streamView } from './test-doubles.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

async function onStage(camera: MediaStreamTrack | null = fakeTrack('video')) {
  const net = fakeLink();
  const webrtc = fakeEngine();
  const broadcast = createBroadcast(net.link, webrtc.engine);
  const tracks = { camera, microphone: fakeTrack('audio'), screen: null };
  broadcast.setTracks(tracks);
  broadcast.start();
  await settle();
  return { ...net, ...webrtc, broadcast, tracks, status: () => broadcast.getSnapshot().status };
}

describe('a broadcast', () => {
  it('publishes both tracks and stages them', async () => {
    const { broadcast, asked, senders, tracks } = await onStage();
    expect(asked()).toEqual(['media:publish', 'media:produce', 'media:produce', 'media:stage']);
    expect(broadcast.getSnapshot()).toEqual({ status: 'on', epoch: 1, failure: null });
    const { camera, microphone } = tracks;
    expect(Object.fromEntries(senders[0]?.sent ?? [])).toEqual({ camera, microphone });
  });

  it('stages only what the server receives', async () => {
    const net = fakeLink();
    const { engine, senders, connectAs } = fakeEngine();
    connectAs('connecting');
    const broadcast = createBroadcast(net.link, engine);
    broadcast.setTracks({ camera: null, microphone: fakeTrack('audio'), screen: null });
    broadcast.start();
    await vi.advanceTimersByTimeAsync(2500);
    expect(net.asked()).toEqual(['media:publish', 'media:produce']);
    senders[0]?.become('connected');
    await settle();
    expect(net.asked()).toEqual(['media:stage']);
    expect(broadcast.getSnapshot().status).toBe('on');
  });

  it('[N1] is told of TURN servers once it has found no way without them, soon enough for a first press', async () => {
    const net = fakeLink();
    const { engine, told, connectAs } = fakeEngine();
    connectAs('connecting');
    const broadcast = createBroadcast(net.link, engine);
    broadcast.setTracks({ camera: null, microphone: fakeTrack('audio'), screen: null });
    broadcast.start();
    await settle();
    expect(told).toEqual([[]]);
    connectAs('connected');
    await vi.advanceTimersByTimeAsync(4000);
    expect(told.map((servers) => servers.map(({ urls }) => urls))).toEqual([[], [['turn:turn.example.org']]]);
    expect(broadcast.getSnapshot().status).toBe('on');
  });

  it('[S6] comes back by itself when its epoch is lost', async () => {
    const { set, status, broadcast, senders } = await onStage();
    set({ stream: streamView('lost', 1) });
    expect(status()).toBe('recovering');
    await settle();
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 2 });
    expect(senders[0]?.record.closed).toBe(true);
  });

  it('[S5] a report on an older epoch changes nothing', async () => {
    const { set, status, asked } = await onStage();
    set({ stream: streamView('lost', 1) });
    await settle();
    asked();
    set({ stream: streamView('lost', 1) });
    await settle();
    expect(status()).toBe('on');
    expect(asked()).toEqual([]);
  });

  it('yields to another page, and does not take the stage back', async () => {
    const { set, status, asked, senders } = await onStage();
    asked();
    set({ stream: streamView('on', 2) });
    expect(status()).toBe('replaced');
    expect(senders[0]?.record.closed).toBe(true);
    set({ stream: streamView('lost', 2) });
    set({ connected: false });
    set({ connected: true });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toEqual([]);
  });

  it('yields to another page also when its transport dies before the view tells', async () => {
    const { set, status, asked, senders, answers } = await onStage();
    asked();
    answers['media:restart-ice'] = refusal('no-stream');
    senders[0]?.become('failed');
    await vi.advanceTimersByTimeAsync(200);
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(status()).toBe('replaced');
    expect(asked()).toEqual(['media:restart-ice']);
  });

  it('restarts ICE on trouble, and publishes anew when the server knows nothing of it', async () => {
    const { status, asked, senders, answers } = await onStage();
    asked();
    senders[0]?.become('disconnected');
    expect(status()).toBe('recovering');
    await vi.advanceTimersByTimeAsync(1100);
    expect(asked()).toEqual(['media:restart-ice']);
    senders[0]?.become('connected');
    expect(status()).toBe('on');
    answers['media:restart-ice'] = refusal('no-stream');
    senders[0]?.become('failed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual(['media:restart-ice', 'media:publish', 'media:produce', 'media:produce', 'media:stage']);
    expect(status()).toBe('on');
  });

  it('comes back after a restart of the server', async () => {
    const { set, status, answers, broadcast } = await onStage();
    set({ connected: false });
    answers['media:restart-ice'] = refusal('no-stream');
    await vi.advanceTimersByTimeAsync(5000);
    set({ connected: true, stream: streamView('lost', 1) });
    await vi.advanceTimersByTimeAsync(1000);
    expect(status()).toBe('on');
    expect(broadcast.getSnapshot().epoch).toBe(2);
  });

  it('keeps trying while media is unavailable, and fails where it was refused', async () => {
    const net = fakeLink();
    const broadcast = createBroadcast(net.link, fakeEngine().engine);
    broadcast.setTracks({ camera: null, microphone: fakeTrack('audio'), screen: null });
    net.answers['media:publish'] = refusal('media-unavailable');
    broadcast.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(broadcast.getSnapshot().status).toBe('starting');
    net.answers['media:publish'] = refusal('forbidden');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'failed', failure: { code: 'forbidden' } });
  });

  it('does not take its own unanswered staging for another page’s', async () => {
    const { set, status, answers, asked } = await onStage();
    const { 'media:stage': stage } = answers;
    answers['media:stage'] = refusal('unavailable');
    set({ stream: streamView('lost', 1) });
    await settle();
    asked();
    answers['media:stage'] = stage;
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked()).toContain('media:stage');
    expect(status()).toBe('on');
  });

  it('switches devices without a new epoch, adds a source with one', async () => {
    const net = fakeLink();
    const { engine, senders } = fakeEngine();
    const broadcast = createBroadcast(net.link, engine);
    broadcast.setTracks({ camera: null, microphone: fakeTrack('audio'), screen: null });
    broadcast.start();
    await settle();
    net.asked();
    const other = fakeTrack('audio', 'other');
    broadcast.setTracks({ camera: null, microphone: other, screen: null });
    await settle();
    expect(net.asked()).toEqual([]);
    expect(senders[0]?.sent.get('microphone')).toBe(other);
    broadcast.setTracks({ camera: fakeTrack('video'), microphone: other, screen: null });
    await settle();
    expect(net.asked()).toEqual(['media:produce', 'media:stage']);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 2 });
  });

  it('stays on stage when a camera is added, though the view tells of the new epoch before the answer', async () => {
    const { broadcast, set, asked } = await onStage(null);
    asked();
    const seen: string[] = [];
    broadcast.subscribe(() => seen.push(broadcast.getSnapshot().status));
    broadcast.setTracks({ camera: fakeTrack('video'), microphone: fakeTrack('audio'), screen: null });
    await vi.advanceTimersByTimeAsync(5000);
    expect(new Set(seen)).toEqual(new Set(['on']));
    expect(broadcast.getSnapshot().epoch).toBe(2);
    expect(asked()).toEqual(['media:produce', 'media:stage']);
    set({ stream: streamView('on', 3) });
    expect(broadcast.getSnapshot().status).toBe('replaced');
  });

  it('yields to a page that took the stage while this one was adding a camera', async () => {
    const { broadcast, set, answers, status } = await onStage(null);
    const { 'media:stage': stage } = answers;
    answers['media:stage'] = () => {
      const answer = stage();
      set({ stream: streamView('on', 3) });
      return answer;
    };
    broadcast.setTracks({ camera: fakeTrack('video'), microphone: fakeTrack('audio'), screen: null });
    await settle();
    expect(status()).toBe('replaced');
  });

  it('sends each source once when tracks change while they are being switched', async () => {
    const { broadcast, asked, senders } = await onStage(null);
    asked();
    const [first, second] = [fakeTrack('video', 'first'), fakeTrack('video', 'second')];
    broadcast.setTracks({ camera: first, microphone: fakeTrack('audio'), screen: null });
    const microphone = fakeTrack('audio', 'other');
    broadcast.setTracks({ camera: second, microphone, screen: null });
    await settle();
    expect(asked()).toEqual(['media:produce', 'media:stage']);
    expect(Object.fromEntries(senders[0]?.sent ?? [])).toEqual({ camera: second, microphone });
    broadcast.setTracks({ camera: first, microphone, screen: null });
    await settle();
    expect(senders[0]?.sent.get('camera')).toBe(first);
  });

  it('does not take its added camera for another page’s when the answer is lost', async () => {
    const { broadcast, asked, answers } = await onStage(null);
    asked();
    const { 'media:stage': stage } = answers;
    answers['media:stage'] = () => {
      stage();
      answers['media:stage'] = stage;
      return refusal('unavailable')();
    };
    broadcast.setTracks({ camera: fakeTrack('video'), microphone: fakeTrack('audio'), screen: null });
    await vi.advanceTimersByTimeAsync(2000);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 3 });
    expect(asked()).toEqual(['media:produce', 'media:stage', 'media:publish', 'media:produce', 'media:produce', 'media:stage']);
  });

  it('[S7] sends nothing of a muted track, also after coming back', async () => {
    const { broadcast, senders, set } = await onStage();
    broadcast.setMuted({ camera: false, microphone: true, screen: false });
    expect(senders[0]?.paused).toEqual({ camera: false, microphone: true });
    set({ stream: streamView('lost', 1) });
    await settle();
    expect(senders[1]?.paused).toEqual({ camera: false, microphone: true });
  });

  it('[S11] ends with the session, and when taken off stage, of which it names the epoch', async () => {
    const first = await onStage();
    first.set({ phase: 'ended' });
    expect(first.status()).toBe('idle');
    const second = await onStage();
    second.set({ stream: streamView('off', 1) });
    expect(second.status()).toBe('idle');
    const third = await onStage();
    const call = vi.spyOn(third.link, 'call');
    await third.broadcast.stop();
    expect(call.mock.calls).toEqual([['media:unpublish', { epoch: 1 }]]);
    expect(third.status()).toBe('idle');
  });
});
