import { type NodeId, SessionId } from '@bedside/shared/ids.ts';
import type { Server } from 'socket.io';
import * as z from 'zod';

/** What a node tells the others of itself with every heartbeat. */
export const NodeReport = z.strictObject({
  /** Where the others reach its HTTP server, for pipes between nodes; null where it runs alone. */
  url: z.nullable(z.string()),
  /** It is about to stop: nothing new goes there. */
  draining: z.boolean(),
  /** People who watch through this node, by session; sessions that nobody watches are left out. */
  viewers: z.record(SessionId, z.int().nonnegative()),
});
export type NodeReport = z.infer<typeof NodeReport>;

/** Another node, as it told last. */
export type OtherNode = { id: NodeId; report: NodeReport };

/**
 * What nodes know of each other, and how they tell that a log has grown. Hints only: what is lost here costs a delay,
 * since every node watches the log's end too (rule R4).
 */
export interface Cluster {
  readonly self: NodeId;
  /** Tells the other nodes, not this one. */
  announce(sessionId: SessionId, seq: number): void;
  /** Returns how to stop listening. */
  onAnnounced(listener: (sessionId: SessionId, seq: number) => void): () => void;
  /** Those that were heard of lately. While the directory is out of reach: those of before. */
  others(): readonly OtherNode[];
  /** Whether that node is known to have ended: it said so, or was silent for long (rules C3, C4). False for this one, and if in doubt. */
  isGone(node: NodeId): boolean;
  /** Told after every change of `others` or of what `isGone` can tell. Returns how to stop listening. */
  onChanged(listener: () => void): () => void;
  /** What to tell of this node from now on; asked at every heartbeat. */
  report(of: () => NodeReport): void;
  /** Tells the others at once what would come with the next heartbeat. */
  beat(): Promise<void>;
  /** Lets Socket.IO's broadcasts reach the sockets of all nodes. Called once, before it listens. */
  attach(io: Server): void;
  /** Whether the directory is within reach now. */
  connected(): boolean;
  /** Leaves the directory. */
  close(): Promise<void>;
}
