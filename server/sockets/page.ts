import type { Server, Socket } from 'socket.io';
import { Refusal } from '@bedside/shared/errors.ts';
import { Channel } from '@bedside/shared/commands.ts';
import type { PersonId, SessionId, TabId } from '@bedside/shared/ids.ts';
import type { Audience, Role } from '@bedside/shared/roles.ts';
import type { ClientToServer, ServerToClient } from '@bedside/shared/rpc.ts';
import type { Caller } from '../auth/limiter.ts';
import type { PeerId } from '../media/media.ts';
import type { OpenSession } from '../sessions.ts';

type NoEvents = Record<never, never>;
export type BedsideServer = Server<ClientToServer, ServerToClient, NoEvents, { page?: Page }>;
export type BedsideSocket = Socket<ClientToServer, ServerToClient, NoEvents, { page?: Page }>;

export type Joined = { sessionId: SessionId; role: Role; session: OpenSession };

/** One open page of one person: who a socket's calls come from. */
export type Page = Caller & {
  person: PersonId;
  tab: TabId;
  /** Names the page to the media layer; a reconnected socket is the same peer. */
  peer: PeerId;
  socket: BedsideSocket;
  /** A page is in one session at a time, in one role (rule A2). */
  joined: Joined | null;
  /** How it is refused where it was in a session and was taken out; null otherwise (rule H2). */
  removed: (() => Refusal | null) | null;
};

/** Where the page is; throws `Refusal('not-joined')` before it has joined, `Refusal('removed')` once it was taken out. */
export function joinedOf(page: Page): Joined {
  if (!page.joined) throw page.removed?.() ?? new Refusal('not-joined', 'join a session first');
  return page.joined;
}

/** The page on one channel, to the media layer: on the doctor's own it is known as it was before there were others. */
export const peerOn = (peer: PeerId, channel: Channel): PeerId => (channel === 'main' ? peer : `${peer}/${channel}`);
export const peersOf = (peer: PeerId): PeerId[] => Channel.options.map((channel) => peerOn(peer, channel));
/** The page that a peer is, and on which channel. */
export function pageOf(peer: PeerId): { page: PeerId; channel: Channel } {
  const [page = peer, voice] = peer.split('/');
  const named = Channel.safeParse(voice);
  return { page, channel: named.success ? named.data : 'main' };
}

export const audienceRoom = (sessionId: SessionId, audience: Audience) => `session:${sessionId}:${audience}`;
export const peerRoom = (peer: PeerId) => `peer:${peer}`;
export const personRoom = (sessionId: SessionId, person: PersonId) => `session:${sessionId}:person:${person}`;
