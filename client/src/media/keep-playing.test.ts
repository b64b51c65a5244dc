import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPlaying } from './keep-playing.ts';

class Video extends EventTarget {
  paused = false;
  ended = false;
  allowed = true;
  async play() {
    if (!this.allowed) throw new Error('NotAllowedError');
    this.paused = false;
  }
  pause() {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
}
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(to: DocumentVisibilityState) {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const tick = () => new Promise((done) => setTimeout(done));

describe('a live video that something paused', () => {
  let video: Video;
  let page: Page;
  const tell = vi.fn<(stopped: boolean) => void>();
  let stop: () => void;
  beforeEach(() => {
    video = new Video();
    page = new Page();
    tell.mockClear();
    stop = keepPlaying(video, page, tell);
  });

  it('plays on by itself', async () => {
    video.pause();
    await tick();
    expect(video.paused).toBe(false);
    expect(tell.mock.calls).toEqual([[false]]);
  });

  it('asks for a tap where the browser refuses, and tries again when it is seen again', async () => {
    video.allowed = false;
    page.turn('hidden');
    video.pause();
    await tick();
    expect(tell).toHaveBeenLastCalledWith(true);
    video.allowed = true;
    page.turn('visible');
    await tick();
    expect(video.paused).toBe(false);
    expect(tell).toHaveBeenLastCalledWith(false);
  });

  it('plays on after full screen on an iPhone, which pauses without saying so', async () => {
    video.paused = true;
    video.dispatchEvent(new Event('webkitendfullscreen'));
    await tick();
    expect(video.paused).toBe(false);
  });

  it('does not fight whoever pauses it again', async () => {
    video.pause();
    await tick();
    video.pause();
    await tick();
    expect(video.paused).toBe(true);
    expect(tell).toHaveBeenLastCalledWith(true);
    // A press on the button, or the phone itself.
    await video.play();
    video.dispatchEvent(new Event('playing'));
    expect(tell).toHaveBeenLastCalledWith(false);
  });

  it('leaves a stream that ended to those who know why, and everything once stopped', async () => {
    video.ended = true;
    video.pause();
    stop();
    video.ended = false;
    video.pause();
    page.turn('visible');
    await tick();
    expect(tell).not.toHaveBeenCalled();
  });
});
