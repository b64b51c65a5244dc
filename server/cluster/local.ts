import type { SessionId } from '@bedside/shared/ids.ts';
import type { Cluster } from './cluster.ts';

/** One process: there is nobody to tell. */
export function localCluster(): Cluster {
  return { announce() {}, onAnnounced: () => () => {} };
}

/** Several nodes in one process, each with a `Cluster` of its own on a common bus. */
export function localBus(): { join(): Cluster } {
  type Listener = (sessionId: SessionId, seq: number) => void;
  const nodes = new Set<Set<Listener>>();
  return {
    join() {
      const own = new Set<Listener>();
      nodes.add(own);
      return {
        announce(sessionId, seq) {
          for (const listeners of nodes) if (listeners !== own) for (const listener of listeners) listener(sessionId, seq);
        },
        onAnnounced(listener) {
          own.add(listener);
          return () => own.delete(listener);
        },
      };
    },
  };
}
