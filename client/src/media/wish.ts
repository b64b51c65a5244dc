import type { Quality } from '@bedside/shared/rpc.ts';
import { backOff, createAlarm } from './back-off.ts';
import type { Receiver } from './engine.ts';
import type { MediaLink } from './link.ts';

/** Of the picture: `due`, unless none is wanted (`none`), or one is again and has not arrived yet (`coming`; rule S14). */
export type Picture = 'due' | 'none' | 'coming';

/** What its viewer wants to be sent, and whether the server has been told (rule S13). */
export type Wish = {
  quality(): Quality;
  picture(): Picture;
  choose(quality: Quality): void;
  /** What a page begins to receive through was asked for with this choice. */
  askedWith(quality: Quality): void;
  /** The server can be reached again. */
  tell(): void;
  stop(): void;
};

/** Milliseconds between two looks at whether the picture is back. */
const lookMs = 100;

/** `receiver` is what shows now; `changed` is told when `quality` or `picture` are others. */
export function createWish(link: MediaLink, first: Quality, receiver: () => Receiver | null, changed: () => void): Wish {
  const again = createAlarm();
  const look = createAlarm();
  let quality = first;
  let picture: Picture = first === 'sound' ? 'none' : 'due';
  /** What the server knows of what is received through now; null where nothing is. */
  let told: Quality | null = null;
  let telling = false;
  let failures = 0;
  let stopped = false;

  async function tell(): Promise<void> {
    // Where nothing is received through yet, the watch says it.
    if (telling || stopped || told === null || told === quality) return;
    again.clear();
    telling = true;
    const asked = quality;
    const answer = await link.call('media:quality', { quality: asked, channel: link.channel });
    telling = false;
    if (answer.ok) {
      failures = 0;
      told = asked;
      return void tell();
    }
    const { code, retryAfterMs } = answer.error;
    // Any other says that this server sends nothing: what is to take its place is asked for with the choice.
    if (stopped || (code !== 'unavailable' && code !== 'rate-limited')) return;
    again.set(retryAfterMs ?? backOff(failures), () => void tell());
    failures += 1;
  }

  /** Of `before` as many frames are known already, null for those that there are; of another receiver none. */
  async function untilFrame(before: Receiver | null, frames: number | null): Promise<void> {
    const now = receiver();
    const received = (await now?.received().catch(() => null))?.frames ?? 0;
    if (stopped || picture !== 'coming') return;
    const known = now === before ? (frames ?? received) : 0;
    if (received > known) {
      picture = 'due';
      changed();
    } else look.set(lookMs, () => void untilFrame(now, known));
  }

  return {
    quality: () => quality,
    picture: () => picture,
    choose(next) {
      if (next === quality) return;
      const had = quality;
      quality = next;
      if (next === 'sound') {
        look.clear();
        picture = 'none';
      } else if (had === 'sound') {
        picture = 'coming';
        void untilFrame(receiver(), null);
      }
      changed();
      void tell();
    },
    askedWith(asked) {
      told = asked;
      void tell();
    },
    tell() {
      failures = 0;
      void tell();
    },
    stop() {
      stopped = true;
      again.clear();
      look.clear();
    },
  };
}
