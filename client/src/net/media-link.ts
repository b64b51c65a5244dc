import type { Channel } from '@bedside/shared/commands.ts';
import type { StreamView } from '@bedside/shared/view.ts';
import type { MediaLink } from '../media/link.ts';
import type { SessionClient } from './session-client.ts';

const off: StreamView = { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off' } };

/** What the media code may see of a session: the stream of one channel, and calls that may fail. */
export function createMediaLink(client: SessionClient, channel: Channel = 'main'): MediaLink {
  return {
    channel,
    call: client.call,
    subscribe: client.subscribe,
    state() {
      const { connection, moves, view, routerRtpCapabilities, layers } = client.get();
      return {
        connected: connection === 'live',
        moves,
        stream: view && (channel === 'main' ? view.session.stream : (view.session.voices?.[channel]?.stream ?? off)),
        phase: view?.session.phase ?? null,
        routerRtpCapabilities,
        // Told of the doctor's own picture alone.
        layers: channel === 'main' ? layers : null,
      };
    },
  };
}
