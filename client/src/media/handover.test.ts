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
const publishing = ['media:publish', 'media:produce', 'media:produce', 'media:stage'];

async function onStage() {
  const net = fakeLink();
  const webrtc = fakeEngine();
  const broadcast = createBroadcast(net.link, webrtc.engine);
  const tracks = { camera: fakeTrack('video'), microphone: fakeTrack('audio'), screen: null };
  broadcast.setTracks(tracks);
  broadcast.start();
  await settle();
  net.asked();
  const seen = new Set<string>();
  broadcast.subscribe(() => seen.add(broadcast.getSnapshot().status));
  const of = (index: number) => {
    const made = webrtc.senders[index];
    if (!made) throw new Error(`no sender ${index}`);
    return made;
  };
  const open = () => webrtc.open()[1];
  /** Whatever happened, nothing is left behind. */
  const leave = async () => {
    broadcast.dispose();
    await settle();
    expect(open()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  };
  return { ...net, ...webrtc, broadcast, tracks, seen, of, open, leave };
}

/** With the second one open and not yet connected. */
async function halfWay() {
  const cast = await onStage();
  cast.connectAs('connecting');
  cast.move();
  await vi.advanceTimersByTimeAsync(1000);
  expect(cast.open()).toBe(2);
  cast.connectAs('connected');
  return cast;
}

describe('a handover', () => {
  it('[S10] goes on stage beside the one that still sends, and closes that one later', async () => {
    const { asked, broadcast, of, open, seen, leave } = await halfWay();
    expect(asked()).toEqual(['media:restart-ice', 'media:publish', 'media:produce', 'media:produce']);
    of(1).become('connected');
    await settle();
    expect(asked()).toEqual(['media:stage']);
    expect(broadcast.getSnapshot()).toEqual({ status: 'on', epoch: 2, failure: null });
    expect(seen).toEqual(new Set(['on']));
    await vi.advanceTimersByTimeAsync(2500);
    expect(open()).toBe(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect([open(), of(0).record.closed]).toEqual([1, true]);
    await leave();
  });

  it('[S10] keeps its transport where the other server knows it', async () => {
    const { move, asked, open, leave } = await onStage();
    move(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked()).toEqual(['media:restart-ice']);
    expect(open()).toBe(1);
    await leave();
  });

  it('[S10] comes also after a lost network, where the picture flowed on', async () => {
    const { set, answers, open, seen, of, leave } = await onStage();
    set({ connected: false });
    answers['media:restart-ice'] = refusal('no-stream');
    await vi.advanceTimersByTimeAsync(3000);
    set({ connected: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect([open(), of(0).record.closed]).toEqual([2, false]);
    expect(seen).toEqual(new Set(['on']));
    await leave();
  });

  it('[S7] [S10] mutes both, and comes with what was muted', async () => {
    const { broadcast, of, leave } = await halfWay();
    broadcast.setMuted({ camera: true, microphone: false, screen: false });
    const camera = { camera: true, microphone: false };
    expect([of(0).paused, of(1).paused]).toEqual([camera, camera]);
    of(1).become('connected');
    await settle();
    const both = { camera: true, microphone: true };
    broadcast.setMuted({ ...both, screen: false });
    expect([of(0).paused, of(1).paused]).toEqual([both, both]);
    await leave();
  });

  it('[S10] tries again for as long as the one before lives', async () => {
    const { answers, move, asked, open, seen, broadcast, leave } = await onStage();
    for (const name of ['media:publish', 'media:stage'] as const) {
      const { [name]: works } = answers;
      answers[name] = refusal(name === 'media:publish' ? 'media-unavailable' : 'no-stream');
      move();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(asked().filter((each) => each === name).length).toBeGreaterThan(2);
      expect([open(), [...seen]]).toEqual([1, name === 'media:publish' ? [] : ['on']]);
      answers[name] = works;
      await vi.advanceTimersByTimeAsync(15_000);
      expect(broadcast.getSnapshot().status).toBe('on');
      asked();
    }
    expect(open()).toBe(1);
    await leave();
  });

  it('[S10] does not take its own unanswered staging for another page’s', async () => {
    const { answers, move, broadcast, seen, leave } = await onStage();
    const { 'media:stage': stage } = answers;
    answers['media:stage'] = () => {
      stage();
      answers['media:stage'] = stage;
      return refusal('unavailable')();
    };
    move();
    await vi.advanceTimersByTimeAsync(5000);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 3 });
    expect(seen).toEqual(new Set(['on']));
    await leave();
  });

  it('goes on when the one before dies meanwhile', async () => {
    const { of, open, broadcast, seen, leave } = await halfWay();
    of(0).become('failed');
    await settle();
    expect([open(), broadcast.getSnapshot().status]).toEqual([1, 'recovering']);
    of(1).become('connected');
    await settle();
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 2 });
    expect(seen).toEqual(new Set(['recovering', 'on']));
    await leave();
  });

  it('comes back the usual way when the one before dies before another one is had', async () => {
    const { answers, move, of, broadcast, open, leave } = await onStage();
    const { 'media:publish': works } = answers;
    answers['media:publish'] = refusal('media-unavailable');
    move();
    await vi.advanceTimersByTimeAsync(3000);
    of(0).become('failed');
    answers['media:publish'] = works;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 2 });
    expect(open()).toBe(1);
    await leave();
  });

  it('[S10] is one at a time, and follows the page to where it moves meanwhile', async () => {
    const { move, asked, of, open, seen, broadcast, leave } = await halfWay();
    asked();
    move();
    move();
    await settle();
    expect([asked(), open()]).toEqual([[], 2]);
    of(1).become('connected');
    await vi.advanceTimersByTimeAsync(5000);
    // Staged at the one, then asked after at the other, which knows nothing of it.
    expect(asked()).toEqual(['media:stage', 'media:restart-ice', ...publishing]);
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 3 });
    expect(seen).toEqual(new Set(['on']));
    await leave();
  });

  it('takes no refusal for its end from a server that it came to in the middle', async () => {
    const { move, answers, of, broadcast, seen, leave } = await halfWay();
    const { 'media:stage': works } = answers;
    answers['media:stage'] = refusal('bad-request');
    move();
    of(1).become('connected');
    await settle();
    answers['media:stage'] = works;
    await vi.advanceTimersByTimeAsync(5000);
    expect(broadcast.getSnapshot().status).toBe('on');
    expect(seen).toEqual(new Set(['on']));
    await leave();
  });

  it('[S5] yields to another page', async () => {
    const { set, broadcast, open, asked, leave } = await halfWay();
    asked();
    set({ stream: streamView('on', 2) });
    expect([broadcast.getSnapshot().status, open()]).toEqual(['replaced', 0]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked()).toEqual([]);
    await leave();
  });

  it.each(['taken off stage', 'ended', 'off'])('leaves nothing open when it is %s half-way', async (how) => {
    const { broadcast, set, open, asked, leave } = await halfWay();
    asked();
    if (how === 'taken off stage') await broadcast.stop();
    else set(how === 'ended' ? { phase: 'ended' } : { stream: streamView('off', 1) });
    expect([broadcast.getSnapshot().status, open()]).toEqual(['idle', 0]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked()).toEqual(how === 'taken off stage' ? ['media:unpublish'] : []);
    await leave();
  });

  it('closes the one before at once when it is taken off stage right after', async () => {
    const { broadcast, of, open, leave } = await halfWay();
    of(1).become('connected');
    await settle();
    expect(open()).toBe(2);
    await broadcast.stop();
    expect(open()).toBe(0);
    await leave();
  });

  it('sends over both what a device switch brings, and a new source over the next one only', async () => {
    const net = fakeLink();
    const { engine, senders, connectAs } = fakeEngine();
    const broadcast = createBroadcast(net.link, engine);
    broadcast.setTracks({ camera: null, microphone: fakeTrack('audio'), screen: null });
    broadcast.start();
    await settle();
    connectAs('connecting');
    net.move();
    await vi.advanceTimersByTimeAsync(1000);
    const [camera, microphone] = [fakeTrack('video'), fakeTrack('audio', 'other')];
    broadcast.setTracks({ camera, microphone, screen: null });
    await settle();
    expect([...(senders[0]?.sent ?? [])]).toEqual([['microphone', microphone]]);
    senders[1]?.become('connected');
    await settle();
    expect(Object.fromEntries(senders[1]?.sent ?? [])).toEqual({ camera, microphone });
    expect(broadcast.getSnapshot()).toMatchObject({ status: 'on', epoch: 3 });
    broadcast.dispose();
  });
});
