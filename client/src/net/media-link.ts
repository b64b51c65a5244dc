import type { MediaLink } from '../media/link.ts';
import type { SessionClient } from './session-client.ts';

/** What the media code may see of a session: its stream, and calls that may fail. */
export function createMediaLink(client: SessionClient): MediaLink {
  return {
    call: client.call,
    subscribe: client.subscribe,
    state() {
      const { connection, moves, view, routerRtpCapabilities, layers } = client.get();
      return {
        connected: connection === 'live',
        moves,
        stream: view?.session.stream ?? null,
        phase: view?.session.phase ?? null,
        routerRtpCapabilities,
        layers,
      };
    },
  };
}
