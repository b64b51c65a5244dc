import { setTimeout as sleep } from 'node:timers/promises';
import type { SystemCommand } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import { CommandId, type SessionId } from '@bedside/shared/ids.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Media, PeerId } from '../media/media.ts';
import type { Event } from '../session/events.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import { StoreUnavailable } from '../store/store.ts';
import { limits } from '@bedside/shared/limits.ts';
import { granted } from './handle.ts';
import type { StreamLog } from './media.ts';
import { streamOf } from './stream-of.ts';

const SYSTEM = { role: 'system', person: null } as const;
/** A loss that the store would not take is told again, since nobody else will. */
const RETRY_MS = 1000;

/** What the log is told of streams, and what the media layer is told of the log. */
export function createStreamLog(options: {
  sessions: Sessions;
  cluster: Pick<Cluster, 'self' | 'isGone' | 'onChanged'>;
  media: Media;
  newId: () => string;
  stopping: AbortSignal;
  /** Told of a page whose stream others lost though it flows here: it is better off at another node (rule C10). */
  stranded: (peer: PeerId) => void;
  /** Told of a session that can't be opened. */
  damaged: (sessionId: SessionId, error: unknown) => void;
}) {
  const { sessions, cluster, media, newId, stopping, stranded, damaged } = options;

  const say = (sessionId: SessionId, command: SystemCommand) => sessions.execute(sessionId, SYSTEM, CommandId.parse(newId()), command);

  async function sayLost(sessionId: SessionId, epoch: number): Promise<void> {
    for (;;) {
      const answer = await say(sessionId, { type: 'lose-stream', epoch });
      if (answer.ok || answer.error.code !== 'unavailable' || stopping.aborted) return;
      await sleep(RETRY_MS, undefined, { signal: stopping }).catch(() => {});
    }
  }

  const stream: StreamLog = {
    async started(sessionId, tracks, external) {
      granted(await say(sessionId, { type: 'start-stream', tracks, node: cluster.self, ...(external ? { external: true as const } : {}) }));
      const stream = (await sessions.open(sessionId))?.state.stream;
      // Another node's start has overtaken this one in the log: the later one holds.
      if (stream?.node !== cluster.self) throw new Refusal('no-stream', 'another page took the stage');
      return stream.epoch;
    },
    lost: sayLost,
    async stopped(sessionId, epoch) {
      granted(await say(sessionId, { type: 'stop-stream', epoch }));
    },
  };

  /** On stage at a node that is gone; logs of before there were several name none. */
  const isOrphan = ({ state: { stream } }: OpenSession) => stream.status === 'on' && (stream.node === null || cluster.isGone(stream.node));

  /** Being told of for as long as the store refuses: `session epoch`. */
  const telling = new Set<string>();

  function lose({ id, state: { stream: lost } }: OpenSession): void {
    const key = `${id} ${lost.epoch}`;
    if (telling.has(key)) return;
    telling.add(key);
    sayLost(id, lost.epoch)
      .catch((error: unknown) => damaged(id, error))
      .finally(() => telling.delete(key));
  }

  const loseOrphans = () => sessions.loaded().filter(isOrphan).forEach(lose);

  /** Of this node by the log alone, when it was looked at last: `session epoch`. */
  let hollow = new Set<string>();

  /** Rule C11. Staging tells the log first and the media layer then, hence two looks. */
  function loseHollow(): void {
    const found = sessions.loaded().filter(
      ({
        id,
        state: {
          stream: { status, node, epoch },
        },
      }) => {
        return status === 'on' && node === cluster.self && media.onStage(id, epoch) === null;
      },
    );
    const keyOf = ({ id, state }: OpenSession) => `${id} ${state.stream.epoch}`;
    for (const session of found) if (hollow.has(keyOf(session))) lose(session);
    hollow = new Set(found.map(keyOf));
  }

  return {
    stream,
    /** Rules C9 and C11, from now on. Returns how to stop. */
    watchNodes(): () => void {
      const stop = cluster.onChanged(loseOrphans);
      // Sessions are opened meanwhile.
      const look = () => {
        loseOrphans();
        loseHollow();
      };
      const timer = setInterval(look, limits.watermarkMs).unref();
      return () => {
        stop();
        clearInterval(timer);
      };
    },
    /**
     * What is on stage at a node that is gone is not, whatever the log's end says: the doctors' pages then bring it back. For
     * a node alone that is what ran before it. A damaged session holds up no other (rule O2). Rejects with `StoreUnavailable`.
     */
    async loseAllFromBefore(): Promise<void> {
      for (const { id, phase } of await sessions.summaries()) {
        try {
          const session = phase === 'ended' ? null : await sessions.open(id);
          if (session && isOrphan(session)) await sayLost(id, session.state.stream.epoch);
        } catch (error) {
          if (error instanceof StoreUnavailable) throw error;
          damaged(id, error);
        }
      }
    },
    /** Rules S7 and S8: what was committed decides what flows. */
    async follow(session: OpenSession, events: readonly Event[]): Promise<void> {
      if (!events.some(({ fact }) => steersFlow.has(fact.type))) return;
      for (const { fact } of events) {
        const peer = fact.type === 'stream-lost' ? media.onStage(session.id, fact.epoch) : null;
        if (peer !== null) stranded(peer);
      }
      await media.follow(session.id, streamOf(session));
      if (session.state.phase === 'ended') media.closeSession(session.id);
    },
  };
}

const steersFlow: ReadonlySet<Event['fact']['type']> = new Set([
  'session-went-live',
  'rehearsal-started',
  'rehearsal-stopped',
  'session-paused',
  'session-ended',
  'track-set',
  'layout-set',
  'stream-started',
  'stream-lost',
  'stream-stopped',
]);
