import { describe, expect, it, vi } from 'vitest';
import { fakeEngine, fakeLink, refusal, settle, standInForBrowser, streamView } from './test-doubles.ts';
import { createWatcher } from './watcher.ts';

standInForBrowser();

async function watching(first: 'automatic' | 'saver' | 'sound' = 'automatic') {
  const net = fakeLink();
  const call = vi.spyOn(net.link, 'call');
  const webrtc = fakeEngine();
  net.set({ stream: streamView('on', 1) });
  const watcher = createWatcher(net.link, first, webrtc.engine);
  await settle();
  /** What the server was told since the last look: with a watch, or by itself. */
  const told = () => {
    const said = call.mock.calls.flatMap(([name, input]) => ('quality' in input ? [`${name} ${input.quality}`] : []));
    call.mockClear();
    return said;
  };
  const kinds = () =>
    watcher
      .getSnapshot()
      .stream?.getTracks()
      .map(({ kind }) => kind);
  const flow = (index = 0) => {
    const made = webrtc.receivers[index];
    if (!made) throw new Error('nothing was opened');
    return made.flow;
  };
  const leave = () => {
    watcher.stop();
    expect(vi.getTimerCount()).toBe(0);
  };
  return { ...net, ...webrtc, watcher, told, kinds, flow, leave, picture: () => watcher.getSnapshot().picture };
}

describe('what a viewer wants to be sent', () => {
  it('[S13] is said with every watch, and at once when it changes', async () => {
    const { told, watcher, set, leave } = await watching('saver');
    expect(told()).toEqual(['media:watch saver']);
    watcher.choose('sound');
    watcher.choose('sound');
    await settle();
    expect(told()).toEqual(['media:quality sound']);
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(1000);
    expect(told()).toEqual(['media:watch sound']);
    leave();
  });

  it('[S13] is said again until it is heard, the last of it only', async () => {
    const { told, watcher, answers, set, leave } = await watching();
    told();
    answers['media:quality'] = refusal('rate-limited');
    watcher.choose('saver');
    await settle();
    watcher.choose('sound');
    answers['media:quality'] = () => ({ ok: true });
    await vi.advanceTimersByTimeAsync(2000);
    expect(told()).toEqual(['media:quality saver', 'media:quality sound', 'media:quality sound']);
    set({ connected: false });
    watcher.choose('saver');
    await vi.advanceTimersByTimeAsync(60_000);
    watcher.choose('automatic');
    await settle();
    told();
    set({ connected: true });
    await settle();
    expect(told()).toEqual(['media:quality automatic']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual([]);
    leave();
  });

  it('[S13] holds where it changes while another transport is being opened', async () => {
    const { told, watcher, set, receivers, arriveAs, leave } = await watching();
    told();
    arriveAs(false);
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(1000);
    watcher.choose('sound');
    await vi.advanceTimersByTimeAsync(5000);
    expect(receivers[0]?.record.closed).toBe(true);
    // Once to what still plays, and once to what took its place and was asked for before.
    expect(told()).toEqual(['media:watch automatic', 'media:quality sound', 'media:quality sound']);
    leave();
  });

  it('[S13] is left to the next watch by a server that sends nothing', async () => {
    const { told, watcher, answers, leave } = await watching();
    told();
    answers['media:quality'] = refusal('no-stream');
    watcher.choose('sound');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told()).toEqual(['media:quality sound']);
    leave();
  });

  it('[S14] without a picture has no track of one, and waits for none', async () => {
    const { watcher, kinds, picture, flow, receivers, leave } = await watching('sound');
    expect([kinds(), picture(), watcher.getSnapshot().status]).toEqual([['audio'], 'none', 'playing']);
    flow().framesPerLook = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([watcher.getSnapshot().status, receivers.length]).toEqual(['playing', 1]);
    leave();
  });

  it('[S14] shows a picture again when a new frame has come, not when one was seen before', async () => {
    const { watcher, kinds, picture, flow, leave } = await watching();
    await vi.advanceTimersByTimeAsync(5000);
    expect(flow().frames).toBeGreaterThan(0);
    flow().framesPerLook = 0;
    watcher.choose('sound');
    expect([kinds(), picture()]).toEqual([['audio'], 'none']);
    watcher.choose('automatic');
    await vi.advanceTimersByTimeAsync(3000);
    expect([kinds(), picture()]).toEqual([['audio', 'video'], 'coming']);
    flow().framesPerLook = 1;
    await vi.advanceTimersByTimeAsync(100);
    expect(picture()).toBe('due');
    leave();
  });

  it('[S14] shows it also where it comes through another transport', async () => {
    const { watcher, picture, flow, set, leave } = await watching('sound');
    flow().framesPerLook = 0;
    watcher.choose('saver');
    await vi.advanceTimersByTimeAsync(500);
    expect(picture()).toBe('coming');
    set({ stream: streamView('on', 2) });
    await vi.advanceTimersByTimeAsync(2000);
    expect(picture()).toBe('due');
    leave();
  });
});
