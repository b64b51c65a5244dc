import { randomBytes } from 'node:crypto';
import { NodeId, type SessionId } from '@bedside/shared/ids.ts';
import type { Cluster, NodeReport } from './cluster.ts';

export const newNodeId = (): NodeId => NodeId.parse(randomBytes(16).toString('base64url'));

/** One process: there is nobody to tell, and whatever ran before is gone. */
export function localCluster(): Cluster {
  return localBus().join();
}

type Announced = (sessionId: SessionId, seq: number) => void;
type Member = { self: NodeId; announced: Set<Announced>; changed: Set<() => void>; report: () => NodeReport };

const nothing = (): NodeReport => ({ url: null, draining: false, viewers: {} });

/** Several nodes in one process, each with a `Cluster` of its own on a common bus. */
export function localBus(): { join(): Cluster } {
  const members = new Map<NodeId, Member>();
  const tellChanged = (from: NodeId) => {
    for (const { self, changed } of members.values()) if (self !== from) for (const listener of changed) listener();
  };
  return {
    join() {
      const member: Member = { self: newNodeId(), announced: new Set(), changed: new Set(), report: nothing };
      const { self } = member;
      members.set(self, member);
      tellChanged(self);
      return {
        self,
        announce(sessionId, seq) {
          for (const other of members.values()) if (other !== member) for (const listener of other.announced) listener(sessionId, seq);
        },
        onAnnounced(listener) {
          member.announced.add(listener);
          return () => member.announced.delete(listener);
        },
        others: () => [...members.values()].filter((other) => other !== member).map(({ self: id, report }) => ({ id, report: report() })),
        isGone: (node) => !members.has(node) && node !== self,
        onChanged(listener) {
          member.changed.add(listener);
          return () => member.changed.delete(listener);
        },
        report(of) {
          member.report = of;
        },
        async beat() {
          tellChanged(self);
        },
        attach() {},
        connected: () => true,
        async close() {
          members.delete(self);
          tellChanged(self);
        },
      };
    },
  };
}
