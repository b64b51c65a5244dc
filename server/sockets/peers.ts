import type { PersonId, SessionId } from '@bedside/shared/ids.ts';
import type { Channel } from '@bedside/shared/commands.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { Media, PeerId } from '../media/media.ts';
import type { OpenSession } from '../sessions.ts';
import { pageOf, peerOn, peersOf } from './page.ts';

type Watching = { session: OpenSession; person: PersonId; role: Role; release: () => void; left: boolean };

export type Peers = ReturnType<typeof createPeers>;

/**
 * Which pages' media is alive: a page is given up when no socket of its page has been there for `graceMs`, so that a
 * short loss of network costs no picture. Also which of them watch what: that outlives their part in the session's rooms,
 * and must end with it where somebody is taken out (rule H2).
 */
export function createPeers(options: { media: Pick<Media, 'leave'>; graceMs: number }) {
  const sockets = new Map<PeerId, number>();
  const leaving = new Map<PeerId, NodeJS.Timeout>();
  const watching = new Map<PeerId, Watching>();

  function cancel(peer: PeerId): void {
    clearTimeout(leaving.get(peer));
    leaving.delete(peer);
  }

  function watchesNoMore(peer: PeerId): void {
    const was = watching.get(peer);
    if (!was) return;
    watching.delete(peer);
    was.left = true;
    was.release();
  }

  /** A page leaves on all channels at once. */
  function leave(page: PeerId): void {
    for (const peer of peersOf(page)) {
      watchesNoMore(peer);
      options.media.leave(peer);
    }
  }

  return {
    arrived({ peer }: { peer: PeerId }): void {
      cancel(peer);
      sockets.set(peer, (sockets.get(peer) ?? 0) + 1);
    },
    departed({ peer }: { peer: PeerId }): void {
      const left = (sockets.get(peer) ?? 1) - 1;
      if (left > 0) return void sockets.set(peer, left);
      sockets.delete(peer);
      leaving.set(
        peer,
        setTimeout(() => {
          leaving.delete(peer);
          leave(peer);
        }, options.graceMs),
      );
    },
    /**
     * Before a page is given what it watches with. The session stays in memory until the peer leaves: else this
     * node would not hear that its person was taken out. Returns whether it has left since.
     */
    watches(
      { peer: page, person }: { peer: PeerId; person: PersonId },
      session: OpenSession,
      role: Role,
      channel: Channel = 'main',
    ): () => boolean {
      const peer = peerOn(page, channel);
      const entry = { session, person, role, release: session.retain(), left: false };
      watchesNoMore(peer);
      watching.set(peer, entry);
      return () => entry.left;
    },
    leave,
    /** Ends what a person's pages receive as a viewer's in a session, joined or not. */
    takeOut(sessionId: SessionId, person: PersonId): void {
      for (const [peer, { session, person: whose, role }] of [...watching])
        if (session.id === sessionId && whose === person && role === 'viewer') leave(pageOf(peer).page);
    },
    /** Ends what a page receives in a session, in whichever role: it came back, and may not be there. */
    refused({ peer }: { peer: PeerId }, sessionId: SessionId): void {
      if (peersOf(peer).some((each) => watching.get(each)?.session.id === sessionId)) leave(peer);
    },
    close(): void {
      for (const peer of [...leaving.keys()]) cancel(peer);
    },
  };
}
