import { randomBytes } from 'node:crypto';
import { Refusal } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import { addressKey } from '../addresses.ts';
import type { NodeCalls } from '../cluster/calls.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { playerEnd } from '../cluster/node-calls.ts';
import type { Media, PeerId } from '../media/media.ts';
import { readOffer } from '../media/whip/offer.ts';
import { capabilitiesOf, playAnswer } from '../media/whip/play.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import { pictureOf, streamOf } from './stream-of.ts';

type Shown = { epoch: number; picture: 'camera' | 'screen' };
type Player = { session: OpenSession; address: string; shown: Shown; release: () => void };

/** What a player is given: another epoch or picture is another offer and answer (rule W5). Null: nothing. */
function shownTo({ state }: OpenSession): Shown | null {
  const stream = streamOf({ state });
  if (stream?.to !== 'all' || state.closed || state.phase !== 'live') return null;
  return { epoch: stream.epoch, picture: pictureOf({ state }, stream) };
}

/** Whether what a player was given still holds. In a break nothing flows to it (rule S8). */
function holds({ epoch, picture }: Shown, session: OpenSession): boolean {
  const { phase, closed, stream } = session.state;
  if (phase === 'paused') return !closed && stream.status === 'on' && stream.epoch === epoch;
  const now = shownTo(session);
  return now?.epoch === epoch && now.picture === picture;
}

/** Programs that play what is on stage (WHEP), of whom nothing is known but an address. */
export function createWhep(options: {
  sessions: Pick<Sessions, 'open'>;
  media: Pick<Media, 'watch' | 'start' | 'follow' | 'leave'>;
  cluster: Pick<Cluster, 'others'>;
  /** Null where the node runs alone. */
  calls: NodeCalls | null;
}) {
  const { sessions, media, cluster, calls: nodes } = options;
  const players = new Map<PeerId, Player>();
  const peerOf = (resource: string): PeerId => `whep:${resource}`;

  function end(peer: PeerId): boolean {
    const player = players.get(peer);
    if (!player) return false;
    players.delete(peer);
    player.release();
    media.leave(peer);
    return true;
  }

  const endHere = (sessionId: SessionId, resource: string): boolean => {
    const peer = peerOf(resource);
    return players.get(peer)?.session.id === sessionId && end(peer);
  };
  nodes?.serve(playerEnd, async ({ sessionId, resource }) => ({ ended: endHere(sessionId, resource) }));

  /** Whether another node had it; null where one that may have it does not answer. */
  async function endElsewhere(sessionId: SessionId, resource: string): Promise<boolean | null> {
    if (!nodes) return false;
    const asked = await Promise.all(
      cluster.others().map(({ id }) =>
        nodes.call(id, playerEnd, { sessionId, resource }).then(
          ({ ended }) => ended,
          () => null,
        ),
      ),
    );
    return asked.includes(true) || (asked.includes(null) ? null : false);
  }

  /** Throws where there is no room for one more. */
  function count(sessionId: SessionId, address: string): void {
    const all = [...players.values()];
    const full =
      all.filter(({ session }) => session.id === sessionId).length >= limits.playersMax ||
      all.filter((player) => player.address === address).length >= limits.playersPerAddress;
    if (full) throw new Refusal('rate-limited', 'too many players', { retryAfterMs: limits.playerRetryMs });
  }

  return {
    /** The resource that ends it, and our SDP answer. */
    async play(sessionId: SessionId, sdp: string, from: string): Promise<{ resource: string; answer: string }> {
      const session = await sessions.open(sessionId);
      if (!session) throw new Refusal('not-found', 'no such session');
      if (session.state.phase === 'ended') throw new Refusal('session-ended', 'the session has ended');
      const offer = readOffer(sdp);
      const capabilities = capabilitiesOf(offer);
      const shown = shownTo(session);
      if (shown === null) throw new Refusal('wrong-state', 'nothing is live now', { retryAfterMs: limits.playerRetryMs });
      const address = addressKey(from);
      count(sessionId, address);
      const resource = randomBytes(16).toString('base64url');
      const peer = peerOf(resource);
      players.set(peer, { session, address, shown, release: session.retain() });
      try {
        const stageId = stageIdOf(sessionId, 'main');
        await media.follow(stageId, streamOf(session));
        const watching = await media.watch(stageId, peer, capabilities, 'automatic', 'public', ['microphone', shown.picture]);
        await media.start(peer, offer.dtlsParameters);
        // Ended meanwhile, by the log.
        if (!players.has(peer)) throw new Refusal('no-stream', 'the stage changed meanwhile');
        return { resource, answer: playAnswer(offer, watching) };
      } catch (error) {
        end(peer);
        media.leave(peer);
        if (error instanceof Refusal && error.failure.code === 'no-stream')
          throw new Refusal('wrong-state', 'nothing is on stage now', { retryAfterMs: limits.playerRetryMs });
        throw error;
      }
    },
    /** Whichever node has it: its name says nothing of nodes. Throws `Refusal('not-found' | 'unavailable')`. */
    async stop(sessionId: SessionId, resource: string): Promise<void> {
      if (endHere(sessionId, resource)) return;
      const ended = await endElsewhere(sessionId, resource);
      if (ended === null) throw new Refusal('unavailable', 'a node that may have it does not answer');
      if (!ended) throw new Refusal('not-found', 'no such player');
    },
    /** How many this node has of each session. */
    players(): Map<SessionId, number> {
      const counts = new Map<SessionId, number>();
      for (const { session } of players.values()) counts.set(session.id, (counts.get(session.id) ?? 0) + 1);
      return counts;
    },
    /** They can't be asked to move: they post again, where another node answers. */
    endAll(): void {
      for (const peer of [...players.keys()]) end(peer);
    },
    /** Its transport is gone. */
    ended: (peer: PeerId): boolean => end(peer),
    follow(session: OpenSession): void {
      for (const [peer, player] of [...players]) if (player.session.id === session.id && !holds(player.shown, session)) end(peer);
    },
  };
}
