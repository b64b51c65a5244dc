import { setTimeout as sleep } from 'node:timers/promises';
import { Channel, type SystemCommand } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import { CommandId, type NodeId, type SessionId } from '@bedside/shared/ids.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Media, PeerId } from '../media/media.ts';
import type { Event } from '../session/events.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import { StoreUnavailable } from '../store/store.ts';
import { limits } from '@bedside/shared/limits.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import { isOverdue } from '../session/decide-voices.ts';
import { streamOn } from '../session/state.ts';
import { granted } from './handle.ts';
import type { OnStage, StreamLog } from './media.ts';
import { steersFlow, streamOf } from './stream-of.ts';

const SYSTEM = { role: 'system', person: null } as const;
/** A loss that the store would not take is told again, since nobody else will. */
const RETRY_MS = 1000;

/** What the log is told of streams, and what the media layer is told of the log. */
export function createStreamLog(options: {
  sessions: Sessions;
  cluster: Pick<Cluster, 'self' | 'isGone' | 'onChanged'>;
  media: Media;
  newId: () => string;
  now: () => number;
  stopping: AbortSignal;
  /** Told of a page whose stream others lost though it flows here: it is better off at another node (rule C10). */
  stranded: (peer: PeerId) => void;
  /** Told of a session that can't be opened. */
  damaged: (sessionId: SessionId, error: unknown) => void;
}) {
  const { sessions, cluster, media, newId, now, stopping, stranded, damaged } = options;

  const say = (sessionId: SessionId, command: SystemCommand) => sessions.execute(sessionId, SYSTEM, CommandId.parse(newId()), command);

  async function sayLost({ sessionId, channel }: OnStage, epoch: number): Promise<void> {
    for (;;) {
      const answer = await say(sessionId, { type: 'lose-stream', epoch, channel });
      if (answer.ok || answer.error.code !== 'unavailable' || stopping.aborted) return;
      await sleep(RETRY_MS, undefined, { signal: stopping }).catch(() => {});
    }
  }

  const stream: StreamLog = {
    async started({ sessionId, channel }, by, tracks) {
      granted(await say(sessionId, { type: 'start-stream', tracks, node: cluster.self, channel, ...by }));
      const session = await sessions.open(sessionId);
      const stream = session && streamOn(session.state, channel);
      // Another node's start has overtaken this one in the log: the later one holds.
      if (stream?.node !== cluster.self) throw new Refusal('no-stream', 'another page took the stage');
      return stream.epoch;
    },
    lost: sayLost,
    async stopped({ sessionId, channel }, epoch) {
      granted(await say(sessionId, { type: 'stop-stream', epoch, channel }));
    },
  };

  type Streaming = OnStage & { epoch: number; node: NodeId | null };
  /** What the log of a session has on stage. */
  const streaming = ({ id, state }: OpenSession): Streaming[] =>
    Channel.options.flatMap((channel) => {
      const { status, epoch, node } = streamOn(state, channel);
      return status === 'on' ? [{ sessionId: id, channel, epoch, node }] : [];
    });
  const allStreaming = () => sessions.loaded().flatMap(streaming);

  /** On stage at a node that is gone; logs of before there were several name none. */
  const isOrphan = ({ node }: Streaming) => node === null || cluster.isGone(node);
  const keyOf = ({ sessionId, channel, epoch }: Streaming) => `${stageIdOf(sessionId, channel)} ${epoch}`;

  /** Being told of for as long as the store refuses: `stage epoch`. */
  const telling = new Set<string>();

  function lose(lost: Streaming): void {
    const key = keyOf(lost);
    if (telling.has(key)) return;
    telling.add(key);
    sayLost(lost, lost.epoch)
      .catch((error: unknown) => damaged(lost.sessionId, error))
      .finally(() => telling.delete(key));
  }

  const loseOrphans = () => allStreaming().filter(isOrphan).forEach(lose);

  /** Of this node by the log alone, when it was looked at last: `stage epoch`. */
  let hollow = new Set<string>();

  /** Rule C11. Staging tells the log first and the media layer then, hence two looks. */
  function loseHollow(): void {
    const found = allStreaming().filter(
      ({ sessionId, channel, epoch, node }) => node === cluster.self && media.onStage(stageIdOf(sessionId, channel), epoch) === null,
    );
    for (const each of found) if (hollow.has(keyOf(each))) lose(each);
    hollow = new Set(found.map(keyOf));
  }

  /** Rule T9. Each node that has the session open asks; the first is heard, and the others find nobody. */
  function freeStages(): void {
    for (const { id, state } of sessions.loaded()) {
      if (state.phase !== 'ended' && isOverdue(state, now())) say(id, { type: 'free-stage' }).catch((error: unknown) => damaged(id, error));
    }
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
        freeStages();
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
          for (const each of session ? streaming(session).filter(isOrphan) : []) await sayLost(each, each.epoch);
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
        const peer = fact.type === 'stream-lost' ? media.onStage(stageIdOf(session.id, fact.channel ?? 'main'), fact.epoch) : null;
        if (peer !== null) stranded(peer);
      }
      await Promise.all(
        Channel.options.map(async (channel) => {
          const stageId = stageIdOf(session.id, channel);
          await media.follow(stageId, streamOf(session, channel));
          if (session.state.phase === 'ended' || events.some(({ fact }) => endsStage(fact, channel))) media.closeStage(stageId);
        }),
      );
    },
  };
}

/** Whoever is taken off stage is so by the server, whatever their page does (rules T3 and T8). */
function endsStage(fact: Event['fact'], channel: Channel): boolean {
  if (fact.type === 'guest-left' || fact.type === 'guest-removed') return channel === 'guest';
  return fact.type === 'voice-set' && !fact.open && fact.voice === channel;
}
