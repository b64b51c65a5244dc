import type { Phase, StreamView } from '@bedside/shared/view.ts';

/** What this page's own sending is doing. */
export type Sending = 'idle' | 'starting' | 'on' | 'recovering' | 'replaced' | 'failed';

/** The state of the broadcast, as the doctor should think of it; each has its words in host.json. */
export type Broadcast =
  | 'off-air'
  | 'on-air'
  /** Live, but the picture is on its way. */
  | 'recovering'
  /** This page has no connection; what it does waits. */
  | 'offline'
  /** Another window of the doctor's has the stream. */
  | 'replaced'
  /** Live, but this window sends nothing, after a reload above all. */
  | 'silent'
  | 'paused'
  /** Off the air here already; the others are not told yet. */
  | 'ending'
  | 'ended';

export function broadcastOf(now: {
  phase: Phase;
  /** What the doctor asked for and the view does not show yet. */
  leaving: 'break' | 'end' | null;
  /** The socket is connected and the session joined. */
  connected: boolean;
  stream: StreamView['status'];
  sending: Sending;
}): Broadcast {
  if (now.phase === 'ended') return 'ended';
  if (now.leaving === 'end') return 'ending';
  if (now.leaving === 'break') return 'paused';
  if (!now.connected) return 'offline';
  if (now.phase === 'paused') return now.sending === 'replaced' ? 'replaced' : 'paused';
  if (now.phase !== 'live') return 'off-air';
  switch (now.sending) {
    case 'idle':
    case 'failed':
      return 'silent';
    case 'replaced':
      return 'replaced';
    case 'starting':
    case 'recovering':
      return 'recovering';
    case 'on':
      return now.stream === 'on' ? 'on-air' : 'recovering';
  }
}

/** Whether it needs the doctor's attention at once: said aloud and shown as a warning. */
export function needsAttention(broadcast: Broadcast): boolean {
  return broadcast === 'recovering' || broadcast === 'offline' || broadcast === 'replaced' || broadcast === 'silent';
}

/**
 * What to say aloud when one becomes the other, as a key of host.json's `say`; null for what need not be said.
 */
export function saying(
  before: Broadcast,
  after: Broadcast,
): 'live' | 'back' | 'break' | 'ending' | 'ended' | 'recovering' | 'replaced' | 'silent' | null {
  if (before === after) return null;
  switch (after) {
    case 'on-air':
      if (before === 'offline') return null;
      return before === 'recovering' || before === 'silent' || before === 'replaced' ? 'back' : 'live';
    case 'paused':
      return before === 'offline' ? null : 'break';
    case 'off-air':
    case 'offline':
      // The page's banner says that the connection is lost, and back.
      return null;
    case 'recovering':
      // On the way to being live for the first time, the button already says so.
      return before === 'on-air' || before === 'offline' ? 'recovering' : null;
    case 'replaced':
    case 'silent':
    case 'ending':
    case 'ended':
      return after;
  }
}
