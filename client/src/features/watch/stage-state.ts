import type { SessionView } from '@bedside/shared/view.ts';
import type { WatcherSnapshot } from '../../media/watcher-snapshot.ts';

/** What the picture's place shows. */
export type StageState =
  | 'not-started'
  | 'starting'
  | 'playing'
  | 'paused'
  | 'lost'
  | 'reconnecting'
  | 'unreachable'
  | 'no-stream'
  | 'failed'
  | 'ended'
  | 'closed';

type Session = Pick<SessionView, 'phase' | 'stream' | 'closed'>;

export function stageState({ phase, stream, closed }: Session, watcher: WatcherSnapshot['status']): StageState {
  // Nothing is said of when it begins or goes on: until moderators reopen it, it does not (rule H6).
  if (closed && phase !== 'ended') return 'closed';
  if (phase === 'ended' || phase === 'paused') return phase;
  if (phase === 'scheduled' || phase === 'open') return 'not-started';
  if (watcher === 'failed') return 'failed';
  // The server knows sooner than a player whose last packets still show.
  if (stream.status === 'lost') return 'lost';
  if (stream.status === 'off') return 'no-stream';
  if (watcher === 'playing' || watcher === 'reconnecting' || watcher === 'unreachable') return watcher;
  return 'starting';
}
