import { picturesOf } from '@bedside/shared/layout.ts';
import type { MediaLink } from '../media/link.ts';
import type { SessionClient } from './session-client.ts';

/** What the media code may see of a session: its stream, and calls that may fail. */
export function createMediaLink(client: SessionClient): MediaLink {
  return {
    call: client.call,
    subscribe: client.subscribe,
    state() {
      const { connection, moves, view, routerRtpCapabilities, layers } = client.get();
      const session = view?.session;
      const large = session && picturesOf(session.layout, session.stream.tracks.screen === 'on').screen ? 'screen' : 'camera';
      return {
        connected: connection === 'live',
        moves,
        stream: session?.stream ?? null,
        phase: session?.phase ?? null,
        layout: session?.layout ?? null,
        routerRtpCapabilities,
        layers: layers[large] ?? null,
      };
    },
  };
}
