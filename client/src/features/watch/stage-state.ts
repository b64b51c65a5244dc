import type { SessionView } from '@bedside/shared/view.ts';
import type { WatcherSnapshot } from '../../media/watcher.ts';

/** What the picture's place shows. */
export type StageState = 'not-started' | 'starting' | 'playing' | 'paused' | 'lost' | 'reconnecting' | 'no-stream' | 'failed' | 'ended';

export function stageState({ phase, stream }: Pick<SessionView, 'phase' | 'stream'>, watcher: WatcherSnapshot['status']): StageState {
  if (phase === 'ended' || phase === 'paused') return phase;
  if (phase === 'scheduled' || phase === 'open') return 'not-started';
  if (watcher === 'failed') return 'failed';
  // The server knows sooner than a player whose last packets still show.
  if (stream.status === 'lost') return 'lost';
  if (stream.status === 'off') return 'no-stream';
  if (watcher === 'playing' || watcher === 'reconnecting') return watcher;
  return 'starting';
}
