import { createHash } from 'node:crypto';
import type { ScheduleSession, SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { type CommandId, type QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { SessionSummary } from '@bedside/shared/view.ts';
import type * as z from 'zod';
import { type Answer, carryOut, recordOf } from './carry-out.ts';
import type { Cluster } from './cluster/cluster.ts';
import { VoteGatherer } from './gather-votes.ts';
import { LiveSession, type OpenSession } from './live-session.ts';
import { type Mark, noMarks } from './marks.ts';
import { decideSchedule } from './session/decide.ts';
import type { Event } from './session/events.ts';
import { begin } from './session/evolve.ts';
import type { By } from './session/policy.ts';
import { summarise } from './session/summary.ts';
import { type Store, StoreUnavailable } from './store/store.ts';

export type { OpenSession } from './live-session.ts';

/** Every session of the installation, as one node reads and writes them. No node owns a session. */
export type Sessions = {
  /** The same person's same `commandId` gives the same session. `sessionId` names it instead, for seeded data. */
  schedule(
    by: By,
    commandId: CommandId,
    command: z.infer<typeof ScheduleSession>,
    sessionId?: SessionId,
  ): Promise<Ack<{ sessionId: SessionId; seq: number }>>;
  /**
   * Carries a command out at most once and resolves when it is durable, or refused (rules R1, R5). The session's
   * state has it by then. Refuses with `unavailable` where the store did: the same command may be sent again.
   */
  execute(
    sessionId: SessionId,
    by: By,
    commandId: CommandId,
    command: SessionCommand | SystemCommand,
  ): Promise<Ack<{ seq: number; questionId?: QuestionId }>>;
  /** Loads it if need be; null if there is none. Rejects with `StoreUnavailable`. */
  open(sessionId: SessionId): Promise<OpenSession | null>;
  /** Reads the log to its end: for a client that has seen more than this node. Rejects with `StoreUnavailable`. */
  catchUp(sessionId: SessionId): Promise<void>;
  /** Told of every event of every session in memory, once and in order, whichever node wrote it. Returns how to stop. */
  onCommitted(listener: (session: OpenSession, events: readonly Event[]) => void): () => void;
  /** Told of a session that leaves memory, since nobody holds it. */
  onUnloaded(listener: (sessionId: SessionId) => void): void;
  summaries(): Promise<SessionSummary[]>;
  /** Those in memory. */
  loaded(): OpenSession[];
  /** Answers what was asked, refuses anything more. The store stays open. */
  close(): Promise<void>;
};

export type SessionsOptions = {
  store: Store;
  cluster: Pick<Cluster, 'announce' | 'onAnnounced'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** 22 characters of base64url: 128 random bits. */
  newId: () => string;
  /** What is looked for in a new question; nothing by default. */
  mark?: Mark;
  /** Seals what nobody may read again; without it such commands fail. */
  seal?: (body: string) => string;
  /** What went wrong where nobody waits for an answer, and why the store refuses (every `REFUSING_MS` at most, rule O1). */
  onError?: (error: unknown) => void;
  voteBatchMs?: number;
  watermarkMs?: number;
};

function noSeal(): never {
  throw new Error('nothing to seal a secret with');
}

/** Rounds of the watch for which a session that nobody holds stays in memory: a minute. */
const IDLE_ROUNDS = 30;
/** A store that refuses does so hundreds of times a second. */
const REFUSING_MS = 5000;

type Loaded = { session: LiveSession; votes: VoteGatherer; idleRounds: number };

export function createSessions(options: SessionsOptions): Sessions {
  const { store, cluster, now, newId, voteBatchMs = limits.voteBatchMs, watermarkMs = limits.watermarkMs } = options;
  const tools = { store, now, newId, mark: options.mark ?? noMarks, seal: options.seal ?? noSeal };
  const onError = options.onError ?? ((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)));
  const listeners = new Set<(session: OpenSession, events: readonly Event[]) => void>();
  const unloaded = new Set<(sessionId: SessionId) => void>();
  const loading = new Map<SessionId, Promise<Loaded | null>>();
  const loaded = new Map<SessionId, Loaded>();
  let closed = false;
  let refusalTold = -Infinity;

  const hooks = {
    now,
    failed: report,
    appended: (session: OpenSession) => cluster.announce(session.id, session.state.seq),
    committed(session: OpenSession, events: readonly Event[]) {
      for (const listener of listeners) {
        // What is durable is acked, whatever becomes of who is told of it.
        try {
          listener(session, events);
        } catch (error) {
          onError(error);
        }
      }
    },
  };

  async function load(id: SessionId): Promise<Loaded | null> {
    const session = await LiveSession.load(id, store, hooks);
    if (!session) return null;
    const entry = { session, votes: new VoteGatherer(session, tools, voteBatchMs, report), idleRounds: 0 };
    loaded.set(id, entry);
    return entry;
  }

  async function find(id: SessionId): Promise<Loaded | null> {
    let entry = loaded.get(id) ?? null;
    if (!entry) {
      let promise = loading.get(id);
      if (!promise) loading.set(id, (promise = load(id).finally(() => loading.delete(id))));
      entry = await promise;
    }
    if (entry) entry.idleRounds = 0;
    return entry;
  }

  const behind = ({ session }: Loaded, head: number) =>
    session.exclusive(async () => {
      if (head > session.state.seq) await session.catchUp();
    });

  const stopListening = cluster.onAnnounced((id, seq) => {
    const entry = loaded.get(id);
    if (entry) behind(entry, seq).catch(report);
  });

  // A lost announcement costs a delay and nothing else (rule R4).
  const watch = setInterval(() => {
    for (const entry of loaded.values()) {
      if (!entry.session.idle || !entry.votes.idle) entry.idleRounds = 0;
      else if (++entry.idleRounds > IDLE_ROUNDS) {
        loaded.delete(entry.session.id);
        for (const listener of unloaded) listener(entry.session.id);
        continue;
      }
      store
        .head(entry.session.id)
        .then((head) => behind(entry, head))
        .catch(report);
    }
  }, watermarkMs).unref();

  function report(error: unknown): void {
    if (error instanceof StoreUnavailable) {
      if (performance.now() - refusalTold < REFUSING_MS) return;
      refusalTold = performance.now();
    }
    onError(error);
  }

  async function orUnavailable<T extends object>(work: () => Promise<Ack<T>>): Promise<Ack<T>> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      report(error);
      return refuse('unavailable', 'the store refused');
    }
  }

  return {
    schedule: (by, commandId, command, sessionId) =>
      orUnavailable(async () => {
        if (closed) return refuse('unavailable', 'stopping');
        const decision = decideSchedule(by, command);
        if (!decision.ok) return decision;
        // From the command, so that sending it again finds the session that it made (rule R5).
        const id = sessionId ?? SessionId.parse(by.person === null ? newId() : digest(`${by.person} ${commandId}`));
        const event: Event = { seq: 1, at: now(), by, fact: decision.fact };
        const summary = summarise(begin(id, event));
        const commands = recordOf(by, commandId, { seq: 1 });
        const result = await store.append({ sessionId: id, after: 0, events: [event], texts: [], erase: [], commands, summary });
        if (result.ok || result.conflict === 'command') return { ok: true, sessionId: id, seq: 1 };
        return refuse('wrong-state', 'there is a session of this id');
      }),

    execute: (sessionId, by, commandId, command) =>
      orUnavailable(async (): Promise<Answer> => {
        const entry = await find(sessionId);
        if (closed) return refuse('unavailable', 'stopping');
        if (!entry) return refuse('not-found', 'no such session');
        const { session, votes } = entry;
        if (command.type === 'cast-vote') return votes.add(by, commandId, command);
        return session.exclusive(() => carryOut(session, tools, by, commandId, command));
      }),

    async open(sessionId) {
      return (await find(sessionId))?.session ?? null;
    },

    async catchUp(sessionId) {
      const entry = await find(sessionId);
      if (entry) await entry.session.exclusive(() => entry.session.catchUp());
    },

    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    onUnloaded: (listener) => void unloaded.add(listener),

    summaries: () => store.summaries(),

    loaded: () => [...loaded.values()].map(({ session }) => session),

    async close() {
      closed = true;
      clearInterval(watch);
      stopListening();
      await Promise.allSettled(loading.values());
      await Promise.all(
        [...loaded.values()].map(({ session, votes }) => {
          votes.flush();
          return session.exclusive(async () => {});
        }),
      );
    },
  };
}

/** 22 characters of base64url, as random ids have. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
