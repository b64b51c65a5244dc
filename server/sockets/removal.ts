import { type Failure, Refusal } from '@bedside/shared/errors.ts';
import type { PersonId } from '@bedside/shared/ids.ts';
import type { Event } from '../session/events.ts';
import { whileIn } from '../session/policy.ts';
import type { OpenSession } from '../sessions.ts';
import { type BedsideServer, type Page, personRoom } from './page.ts';
import type { Peers } from './peers.ts';

/** Why a viewer may not be in a session at `now` (milliseconds since 1970); null where they may (rule H2). */
export function whyOut(session: OpenSession, person: PersonId, now: number): Failure | null {
  const within = whileIn(session.state, { role: 'viewer', person }, now);
  return within.ok ? null : within.error;
}

/**
 * Takes this node's pages of somebody whom moderators removed or banned out of the session, and ends what any page of theirs
 * receives, joined or not, as soon as the log says so (rule H2). What they ask from then on is refused.
 */
export function createRemoval(options: {
  io: BedsideServer;
  peers: Pick<Peers, 'leave' | 'takeOut'>;
  leave: (page: Page) => void;
  now: () => number;
}) {
  const { io, peers, leave, now } = options;

  function takeOut(page: Page, session: OpenSession): void {
    const refusal = () => {
      const failure = whyOut(session, page.person, now());
      return failure && new Refusal(failure.code, failure.message, failure);
    };
    const retryAfterMs = refusal()?.failure.retryAfterMs;
    page.socket.emit('session:removed', retryAfterMs === undefined ? {} : { retryAfterMs });
    leave(page);
    peers.leave(page.peer);
    page.removed = refusal;
  }

  return function committed(session: OpenSession, events: readonly Event[]): void {
    for (const { fact } of events) {
      const person = fact.type === 'asker-restricted' ? session.state.questions.get(fact.questionId)?.author : undefined;
      // Several events may be told at once: the last one holds.
      if (person === undefined || !whyOut(session, person, now())) continue;
      peers.takeOut(session.id, person);
      for (const id of [...(io.sockets.adapter.rooms.get(personRoom(session.id, person)) ?? [])]) {
        const page = io.sockets.sockets.get(id)?.data.page;
        if (page?.joined?.role === 'viewer') takeOut(page, session);
      }
    }
  };
}
