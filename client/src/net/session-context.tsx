import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { Channel } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { MediaLink } from '../media/link.ts';
import { createMediaLink } from './media-link.ts';
import { createSessionClient, type SessionClient, type SessionSnapshot } from './session-client.ts';

type Connected = { client: SessionClient; mediaLinks: Record<Channel, MediaLink> };

const linksOf = (client: SessionClient): Record<Channel, MediaLink> => ({
  main: createMediaLink(client),
  cohost: createMediaLink(client, 'cohost'),
  guest: createMediaLink(client, 'guest'),
  interpreter: createMediaLink(client, 'interpreter'),
});

const SessionContext = createContext<Connected | null>(null);

/** Keeps its children in the session while mounted. Another `sessionId` or `as` needs another `key`. */
export function SessionProvider({ sessionId, as, children }: { sessionId: SessionId; as: Role; children: ReactNode }) {
  const [connected, setConnected] = useState<Connected | null>(null);
  useEffect(() => {
    const client = createSessionClient(sessionId, as);
    setConnected({ client, mediaLinks: linksOf(client) });
    return () => client.close();
  }, [sessionId, as]);
  return connected && <SessionContext value={connected}>{children}</SessionContext>;
}

function useConnected(): Connected {
  const connected = use(SessionContext);
  if (!connected) throw new Error('outside of a SessionProvider');
  return connected;
}

export function useSession(): SessionSnapshot {
  const { client } = useConnected();
  return useSyncExternalStore(client.subscribe, client.get);
}

export function useSend(): SessionClient['send'] {
  return useConnected().client.send;
}

/** One try of a call; `unavailable` while there is no connection or no answer. */
export function useAsk(): SessionClient['call'] {
  return useConnected().client.call;
}

/** What is watched, or sent and followed, on a channel. */
export function useMediaLink(channel: Channel = 'main'): MediaLink {
  return useConnected().mediaLinks[channel];
}
