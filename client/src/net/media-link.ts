import type { Channel } from '@bedside/shared/commands.ts';
import { picturesOf } from '@bedside/shared/layout.ts';
import type { StreamView } from '@bedside/shared/view.ts';
import type { MediaLink } from '../media/link.ts';
import type { SessionClient } from './session-client.ts';

const off: StreamView = { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off', screen: 'off' } };

/** What the media code may see of a session: the stream of one channel, and calls that may fail. */
export function createMediaLink(client: SessionClient, channel: Channel = 'main'): MediaLink {
  return {
    channel,
    call: client.call,
    subscribe: client.subscribe,
    state() {
      const { connection, moves, view, routerRtpCapabilities, layers } = client.get();
      const session = view?.session;
      const large = session && picturesOf(session.layout, session.stream.tracks.screen === 'on').screen ? 'screen' : 'camera';
      return {
        connected: connection === 'live',
        moves,
        stream: session ? (channel === 'main' ? session.stream : (session.voices?.[channel]?.stream ?? off)) : null,
        phase: session?.phase ?? null,
        // Nothing of a guest's flows then.
        rehearsing: session?.rehearsing === true && channel !== 'guest',
        // A screen is the doctor's alone, and so are layers told.
        layout: channel === 'main' ? (session?.layout ?? null) : 'camera',
        routerRtpCapabilities,
        layers: channel === 'main' ? (layers[large] ?? null) : null,
      };
    },
  };
}
