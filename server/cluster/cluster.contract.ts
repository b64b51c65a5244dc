import { createServer } from 'node:http';
import { NodeId, SessionId } from '@bedside/shared/ids.ts';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cluster, NodeReport } from './cluster.ts';

/** Nodes of one cluster. */
export type ClusterFixture = { join(): Promise<Cluster>; remove(): Promise<void> };

const sessionId = SessionId.parse('contract');
const WAIT = { timeout: 20_000, interval: 20 };
const report = (url: string, viewers: Record<string, number> = {}): NodeReport => ({ url, draining: false, viewers });

/** What every implementation of `Cluster` must do. */
export function clusterContract(name: string, fixture: () => Promise<ClusterFixture>): void {
  describe(`cluster contract: ${name}`, () => {
    let given: ClusterFixture;
    const nodes: { cluster: Cluster; io: Server }[] = [];

    beforeEach(async () => {
      given = await fixture();
    });
    afterEach(async () => {
      for (const { cluster, io } of nodes.splice(0)) {
        await io.close();
        await cluster.close();
      }
      await given.remove();
    });

    async function join(): Promise<Cluster & { heard: [SessionId, number][] }> {
      const cluster = await given.join();
      const io = new Server(createServer());
      cluster.attach(io);
      nodes.push({ cluster, io });
      const heard: [SessionId, number][] = [];
      cluster.onAnnounced((...told) => heard.push(told));
      return Object.assign(cluster, { heard });
    }

    /** Two that hear each other. */
    async function pair() {
      const [a, b] = [await join(), await join()];
      await expect.poll(() => [a.others().map(({ id }) => id), b.others().map(({ id }) => id)], WAIT).toEqual([[b.self], [a.self]]);
      await expect
        .poll(() => {
          a.announce(SessionId.parse('probe'), 1);
          b.announce(SessionId.parse('probe'), 1);
          return a.heard.length > 0 && b.heard.length > 0;
        }, WAIT)
        .toBe(true);
      return [a, b] as const;
    }
    const of = (cluster: { heard: [SessionId, number][] }) => cluster.heard.filter(([id]) => id === sessionId).map(([, seq]) => seq);

    it('[C1] tells the others, not oneself, where a log ends, the last time too', async () => {
      const [a, b] = await pair();
      for (let seq = 1; seq <= 500; seq++) a.announce(sessionId, seq);
      await expect.poll(() => of(b).at(-1), WAIT).toBe(500);
      expect(of(a)).toEqual([]);
      expect(of(b)).toEqual(of(b).toSorted((x, y) => x - y));
    });

    it('[C1] tells of many sessions at once', async () => {
      const [a, b] = await pair();
      const ids = Array.from({ length: 50 }, (_, at) => SessionId.parse(`session-${at}`));
      for (const id of ids) a.announce(id, 7);
      await expect.poll(() => new Set(b.heard.filter(([, seq]) => seq === 7).map(([id]) => id)), WAIT).toEqual(new Set(ids));
    });

    it('stops telling whoever no longer listens', async () => {
      const [a, b] = await pair();
      const heard: number[] = [];
      const stop = b.onAnnounced((id, seq) => id === sessionId && heard.push(seq));
      a.announce(sessionId, 1);
      await expect.poll(() => heard, WAIT).toEqual([1]);
      stop();
      a.announce(sessionId, 2);
      await expect.poll(() => of(b), WAIT).toEqual([1, 2]);
      expect(heard).toEqual([1]);
    });

    it('[C3] each knows the others, by what they report, and tells of a change', async () => {
      const [a, b] = await pair();
      let changes = 0;
      const stop = b.onChanged(() => changes++);
      a.report(() => report('http://10.0.0.1', { [sessionId]: 3 }));
      await a.beat();
      await expect.poll(() => b.others(), WAIT).toEqual([{ id: a.self, report: report('http://10.0.0.1', { [sessionId]: 3 }) }]);
      expect(changes).toBeGreaterThan(0);
      const c = await join();
      await expect.poll(() => new Set(b.others().map(({ id }) => id)), WAIT).toEqual(new Set([a.self, c.self]));
      stop();
    });

    it('[C3] one that leaves is gone at once, and the others stay', async () => {
      const [a, b] = await pair();
      const c = await join();
      await expect.poll(() => a.others().length, WAIT).toBe(2);
      let changes = 0;
      a.onChanged(() => changes++);
      await b.close();
      await expect.poll(() => a.isGone(b.self), WAIT).toBe(true);
      expect(changes).toBeGreaterThan(0);
      expect(a.others().map(({ id }) => id)).toEqual([c.self]);
      expect(a.isGone(c.self)).toBe(false);
      expect(a.isGone(a.self)).toBe(false);
    });

    it('[C4] one of a former run is gone, sooner or later, and its listeners hear of it', async () => {
      const a = await join();
      const before = NodeId.parse('a-node-of-a-run-before');
      let gone = a.isGone(before);
      a.onChanged(() => (gone = a.isGone(before)));
      await expect.poll(() => gone, WAIT).toBe(true);
      expect(a.isGone(a.self)).toBe(false);
    });

    it('is within reach, and closes twice as well as once', async () => {
      const a = await join();
      expect(a.connected()).toBe(true);
      await a.close();
      await a.close();
      a.announce(sessionId, 1);
    });

    it('may announce before it is attached, and stop without ever being', async () => {
      const b = await join();
      const unattached = await given.join();
      unattached.announce(sessionId, 1);
      await expect(unattached.close()).resolves.toBeUndefined();
      expect(of(b).length).toBeLessThanOrEqual(1);
    });
  });
}
