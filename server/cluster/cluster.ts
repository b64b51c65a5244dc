import type { SessionId } from '@bedside/shared/ids.ts';

/**
 * How nodes tell each other that a log has grown. Hints only: one that is lost costs a delay, since every node
 * watches the log's end too (rule R4).
 */
export interface Cluster {
  /** Tells the other nodes, not this one. */
  announce(sessionId: SessionId, seq: number): void;
  /** Returns how to stop listening. */
  onAnnounced(listener: (sessionId: SessionId, seq: number) => void): () => void;
}
