import type { NodeId, SessionId } from '@bedside/shared/ids.ts';
import { NodeId as Id } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import * as z from 'zod';
import { type Cluster, NodeReport } from './cluster.ts';
import { createDirectory, type Entry } from './directory.ts';
import { connectHints, type HintChannel } from './hints.ts';
import { newNodeId } from './local.ts';
import { openRedisLink, type RedisLink } from './redis-link.ts';

/** How long a start waits for Redis. */
const START_MS = 5000;
const FAREWELL_MS = 500;

/** A cluster on Redis; `link` is for others of this process that have something to ask Redis, and closes with it. */
export type RedisCluster = Cluster & { readonly link: RedisLink };

const Written = z.object({ version: z.literal(1), beat: z.int().nonnegative(), report: NodeReport });
const Ids = z.array(z.string());
const Values = z.array(z.nullable(z.string()));

const NODES = 'bedside:nodes';
const keyOf = (node: string) => `bedside:node:${node}`;

type Times = { heartbeatMs: number; nodeTtlMs: number; nodeMarginMs: number; startMs: number };

/**
 * Takes part in a cluster on Redis 7 or later, one server (not Redis Cluster). Rejects with a sentence for the operator
 * where it can't be reached within five seconds or is too old; later outages are borne (rules C1 to C4). `now` is in
 * milliseconds of a clock that never goes back.
 */
export async function openRedisCluster(options: {
  url: string;
  warn: (message: string) => void;
  report?: () => NodeReport;
  now?: () => number;
  times?: Partial<Times>;
}): Promise<RedisCluster> {
  const { url, warn, now = () => performance.now() } = options;
  const { heartbeatMs, nodeTtlMs, nodeMarginMs, startMs }: Times = { ...limits, startMs: START_MS, ...options.times };
  const self = newNodeId();
  // Channels are the same in all of a server's databases, keys are not.
  const prefix = `bedside${new URL(url).pathname.replace(/^\/?/, ':')}`;
  const link = openRedisLink({ url, warn });
  // Of its own, so that no hint waits behind an answer; Redis cuts subscribers that read too slowly.
  const subscriptions = openRedisLink({ url, warn: (message) => warn(`${message} (for hints)`) });
  const directory = createDirectory({ self, silenceMs: nodeTtlMs + nodeMarginMs, gapMs: nodeTtlMs });
  const announced = new Set<(sessionId: SessionId, seq: number) => void>();
  const changed = new Set<() => void>();
  const grown = new Map<SessionId, number>();
  let report = options.report ?? (() => ({ url: null, draining: false, viewers: {} }));
  let hints: HintChannel | null = null;
  let telling: NodeJS.Timeout | null = null;
  /** Said to have left, by hints that nobody signed: only who is not in the directory any more has. */
  const leavers = new Set<NodeId>();
  let beats = 0;
  let closing = false;

  function tellChanged(): void {
    for (const listener of changed) {
      // Whatever becomes of who is told: the directory goes on.
      try {
        listener();
      } catch (error) {
        warn(`A change of nodes could not be followed (${error instanceof Error ? error.name : 'unknown'})`);
      }
    }
  }

  /** Writes what this node has to tell, reads what the others told. */
  async function exchange(): Promise<void> {
    const value = JSON.stringify({ version: 1, beat: ++beats, report: report() });
    const asked = now();
    const entries = await link.ask(async (redis) => {
      const replies = await redis.multi().set(keyOf(self), value, { PX: nodeTtlMs }).sAdd(NODES, self).sMembers(NODES).exec();
      const ids = Ids.parse(replies[2]).filter((id) => id !== self);
      const values = ids.length === 0 ? [] : Values.parse(await redis.mGet(ids.map(keyOf)));
      const silent = ids.filter((_, at) => values[at] === null);
      if (silent.length > 0) await redis.sRem(NODES, silent);
      return new Map(
        ids.flatMap((id, at): [NodeId, Entry][] => {
          const node = Id.safeParse(id);
          const text = values[at];
          return node.success && typeof text === 'string' ? [[node.data, understood(text)]] : [];
        }),
      );
    }, nodeMarginMs);
    const saidGoodbye = [...leavers].filter((node) => !entries.has(node));
    leavers.clear();
    const changes = [directory.read(asked, entries), ...saidGoodbye.map((node) => directory.left(node))];
    if (changes.includes(true)) tellChanged();
  }

  // One at a time, and whoever asks while one runs gets one that begins later.
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  function round(): Promise<void> {
    if (closing) return Promise.resolve();
    if (running) return (next ??= running.then(() => ((next = null), round())));
    running = exchange()
      .catch(() => directory.broken())
      .finally(() => (running = null));
    return running;
  }

  function close(): void {
    link.close();
    subscriptions.close();
  }

  try {
    await Promise.all([link.ready(startMs), subscriptions.ready(startMs)]);
    // Of Redis 7, as sharded channels are.
    await link
      .ask((redis) => redis.pubSubShardNumSub(['bedside']), startMs)
      .catch(() => Promise.reject(new Error('it is older than version 7')));
    await round();
  } catch (error) {
    close();
    throw error;
  }
  link.onReady(() => {
    // It may have been started anew in between, with an empty directory.
    directory.broken();
    void round();
  });
  const heartbeats = setInterval(() => void round(), heartbeatMs).unref();

  function tellGrown(): void {
    telling = null;
    hints?.say({ kind: 'grown', logs: [...grown] });
    grown.clear();
  }

  return {
    self,
    link,
    announce(sessionId, seq) {
      if (!hints || closing) return;
      grown.set(sessionId, seq);
      telling ??= setTimeout(tellGrown, limits.announceMs);
    },
    onAnnounced(listener) {
      announced.add(listener);
      return () => announced.delete(listener);
    },
    others: directory.others,
    isGone: directory.isGone,
    onChanged(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    report(of) {
      report = of;
    },
    async beat() {
      await round();
      hints?.say({ kind: 'news' });
    },
    attach(io) {
      hints = connectHints(io, { publish: link, subscribe: subscriptions, prefix, waitMs: limits.redisWaitMs, warn });
      hints.onHint((hint) => {
        if (hint.kind === 'grown') {
          for (const [sessionId, seq] of hint.logs) for (const listener of announced) listener(sessionId, seq);
          return;
        }
        if (hint.kind === 'leaving') leavers.add(hint.node);
        void round();
      });
    },
    connected: () => link.connected() && subscriptions.connected(),
    async close() {
      if (closing) return;
      closing = true;
      clearInterval(heartbeats);
      if (telling) clearTimeout(telling);
      await running;
      await link.ask((redis) => redis.multi().del(keyOf(self)).sRem(NODES, self).exec(), FAREWELL_MS).catch(() => {});
      hints?.say({ kind: 'leaving', node: self });
      // On the same connection: answered when the others have been told.
      await link.ask((redis) => redis.ping(), FAREWELL_MS).catch(() => {});
      close();
    },
  };
}

/** Null: of another version, but there. */
function understood(text: string): Entry {
  try {
    const { beat, report } = Written.parse(JSON.parse(text));
    return { beat, report };
  } catch {
    return null;
  }
}
