import type { Picture } from './wish.ts';

/** What a watcher tells of itself, apart from it: a page shows it before what watches is loaded. */
export type WatcherSnapshot = {
  /**
   * `idle`: nothing is on stage. `reconnecting`: it was seen and will come back by itself; the last picture stays.
   * `unreachable`: the server answers, and its media can't be reached (rule N3); it is tried all the same.
   * `failed`: this browser can't play it; `retry` or a new epoch tries again.
   */
  status: 'idle' | 'connecting' | 'playing' | 'reconnecting' | 'unreachable' | 'failed';
  /** One object from first to last, its tracks swapped, so that the video element never has to start over. */
  stream: MediaStream | null;
  /** A screen that is shared, the same way; null while none is. */
  screen: MediaStream | null;
  /** Of what is playing or being opened; null when idle. */
  epoch: number | null;
  picture: Picture;
};

export const idle: WatcherSnapshot = { status: 'idle', stream: null, screen: null, epoch: null, picture: 'due' };
