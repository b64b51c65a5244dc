import { describe, expect, it, vi } from 'vitest';
import { fakeEngine, fakeLink, refusal, settle, standInForBrowser, streamView } from './test-doubles.ts';
import { createWatcher } from './watcher.ts';

standInForBrowser();
async function watching() {
  const net = fakeLink();
  const webrtc = fakeEngine();
  net.set({ stream: streamView('on', 1) });
  const watcher = createWatcher(net.link, 'automatic', webrtc.engine);
  await settle();
  const seen = new Set<string>();
  watcher.subscribe(() => seen.add(watcher.getSnapshot().status));
  const of = (index: number) => {
    const made = webrtc.receivers[index];
    if (!made) throw new Error(`no receiver ${index}`);
    return made;
  };
  const shows = () => webrtc.receivers.findIndex(({ receiver }) => receiver.tracks[0] === watcher.getSnapshot().stream?.getTracks()[0]);
  return { ...net, ...webrtc, watcher, seen, of, shows };
}

describe('the exchange of a picture', () => {
  it('[S9] opens another beside one that flows through a server that is left, and shows it when its picture has arrived', async () => {
    const { move, arriveAs, asked, of, shows, seen, open, watcher } = await watching();
    asked();
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(400);
    expect(asked()).toEqual(['media:restart-ice', 'media:watch', 'media:start']);
    expect([shows(), open()]).toEqual([0, [2, 0]]);
    of(1).flow.perLook = 100;
    await vi.advanceTimersByTimeAsync(200);
    // Sound alone is not what is due.
    expect(shows()).toBe(0);
    of(1).flow.framesPerLook = 1;
    await vi.advanceTimersByTimeAsync(500);
    // Begun is not yet arrived.
    expect(shows()).toBe(0);
    of(1).flow.framesPerLook = 0;
    await vi.advanceTimersByTimeAsync(500);
    of(1).flow.framesPerLook = 1;
    await vi.advanceTimersByTimeAsync(500);
    expect(shows()).toBe(0);
    await vi.advanceTimersByTimeAsync(400);
    expect([shows(), open()]).toEqual([1, [1, 0]]);
    expect(watcher.getSnapshot().stream?.getTracks()).toEqual(of(1).receiver.tracks);
    expect([...seen]).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(shows()).toBe(1);
    watcher.stop();
    expect(open()).toEqual([0, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[S9] takes the first picture of the next one where the one before has stopped', async () => {
    const { move, arriveAs, of, shows } = await watching();
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(400);
    of(0).flow.framesPerLook = 0;
    await vi.advanceTimersByTimeAsync(600);
    expect(shows()).toBe(0);
    of(1).flow.framesPerLook = 1;
    await vi.advanceTimersByTimeAsync(100);
    expect(shows()).toBe(1);
  });

  it('[S9] keeps its transport where the other server knows it', async () => {
    const { move, receivers, of, watcher } = await watching();
    move(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([receivers.length, of(0).record.restarts]).toEqual([1, 1]);
    watcher.stop();
  });

  it('[S9] does not wait for ever for what does not arrive, nor for what is not due', async () => {
    const { move, arriveAs, shows, set, seen } = await watching();
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(2900);
    expect(shows()).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(shows()).toBe(1);
    expect([...seen]).toEqual([]);
    for (const change of [
      { phase: 'paused' as const },
      { phase: 'live' as const, stream: streamView('on', 1, { camera: 'muted', microphone: 'muted' }) },
    ]) {
      set(change);
      const before = shows();
      move();
      await vi.advanceTimersByTimeAsync(100);
      expect(shows()).toBe(before + 1);
    }
  });

  it('[S9] waits for sound where the camera is off', async () => {
    const { move, arriveAs, shows, set, of } = await watching();
    set({ stream: streamView('on', 1, { camera: 'muted' }) });
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(500);
    expect(shows()).toBe(0);
    of(1).flow.perLook = 10;
    await vi.advanceTimersByTimeAsync(100);
    expect(shows()).toBe(1);
  });

  it.each([
    ['refused', { 'media:watch': refusal('media-unavailable') }],
    ['not started', { 'media:start': refusal('no-stream') }],
  ])('[S9] tries again where the next one is %s, and the one before plays on', async (_how, broken) => {
    const { move, answers, asked, shows, seen, open } = await watching();
    const works = { ...answers };
    Object.assign(answers, broken);
    move();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked().filter((name) => name === 'media:watch').length).toBeGreaterThan(3);
    expect([shows(), [...seen], open()]).toEqual([0, [], [1, 0]]);
    Object.assign(answers, works);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shows()).toBeGreaterThan(0);
    expect([[...seen], open()]).toEqual([[], [1, 0]]);
  });

  it('[S9] tries again where the next one can’t be connected', async () => {
    const { move, connectAs, of, shows, open } = await watching();
    connectAs('connecting');
    move();
    await settle();
    connectAs('connected');
    of(1).become('failed');
    await vi.advanceTimersByTimeAsync(2000);
    expect([shows(), of(1).record.closed, open()]).toEqual([2, true, [1, 0]]);
  });

  it('tells when the picture before stands still for longer than a moment', async () => {
    const { move, answers, of, seen, watcher } = await watching();
    const { 'media:watch': works } = answers;
    answers['media:watch'] = refusal('media-unavailable');
    move();
    await vi.advanceTimersByTimeAsync(5000);
    of(0).flow.perLook = 0;
    await vi.advanceTimersByTimeAsync(1000);
    expect([...seen]).toEqual([]);
    await vi.advanceTimersByTimeAsync(1500);
    expect([...seen]).toEqual(['reconnecting']);
    answers['media:watch'] = works;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(watcher.getSnapshot().status).toBe('playing');
  });

  it('[S5] [S9] drops the next one for the one after, when the epoch changes meanwhile', async () => {
    const { move, arriveAs, set, shows, of, open, seen, watcher } = await watching();
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(300);
    arriveAs(true);
    set({ stream: streamView('on', 2) });
    expect(of(1).record.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect([shows(), open()]).toEqual([2, [1, 0]]);
    expect([...seen]).toEqual(['playing']);
    expect(watcher.getSnapshot().epoch).toBe(2);
  });

  it('asks after the next one too when the page moves on meanwhile', async () => {
    const { move, arriveAs, of, shows, asked, open } = await watching();
    arriveAs(false);
    move();
    await vi.advanceTimersByTimeAsync(300);
    move();
    arriveAs(true);
    asked();
    of(1).flow.framesPerLook = 1;
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked()).toEqual(['media:restart-ice', 'media:watch', 'media:start']);
    expect([shows(), open()]).toEqual([2, [1, 0]]);
  });

  it('[S6] [S8] leaves nothing open when the stream is lost, taken off stage, or the page left half-way', async () => {
    for (const how of ['lost', 'off', 'stop'] as const) {
      const { move, arriveAs, set, open, watcher } = await watching();
      arriveAs(false);
      move();
      await vi.advanceTimersByTimeAsync(300);
      expect(open()).toEqual([2, 0]);
      if (how === 'stop') watcher.stop();
      else set({ stream: streamView(how, 1) });
      expect(open()).toEqual([how === 'lost' ? 1 : 0, 0]);
      await vi.advanceTimersByTimeAsync(5000);
      watcher.stop();
      expect(open()).toEqual([0, 0]);
      await settle();
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});
