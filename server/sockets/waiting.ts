import { createSocketPlaces } from '../auth/limiter.ts';
import { addressOf } from '../addresses.ts';
import { type Connection, cut } from './connection.ts';
import type { BedsideServer } from './page.ts';

/**
 * Connections that have not said who they are, at most `limits.socketsPerAddress` of one address at once (rule A8); each has
 * `limits.connectMs` to do so. Those above are cut. `admitted` gives a connection's place back.
 */
export function boundWaiting(io: BedsideServer, hops: number): { admitted(connection: Connection): void } {
  const places = createSocketPlaces();
  const held = new WeakMap<Connection, () => void>();
  function release(connection: Connection): void {
    held.get(connection)?.();
    held.delete(connection);
  }
  io.engine.on('connection', (connection: Connection) => {
    const give = places({ person: null, address: addressOf(connection.request, hops) });
    if (!give) return cut(connection);
    held.set(connection, give);
    connection.once('close', () => {
      // Else a silent peer would have half a minute more for its closing handshake.
      if (held.has(connection)) cut(connection);
      release(connection);
    });
  });
  return { admitted: release };
}
