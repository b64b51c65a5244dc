import { limits } from '@bedside/shared/limits.ts';
import { type Connection, cut, webSocketOf } from './connection.ts';
import type { BedsideServer } from './page.ts';

/**
 * A budget that refills with time: returns whether one more packet is within it. `now` is in milliseconds.
 */
export function packetBudget(now: () => number): () => boolean {
  let left: number = limits.packetBurst;
  let last = now();
  return () => {
    const time = now();
    left = Math.min(limits.packetBurst, left + ((time - last) / 1000) * limits.packetsPerSecond) - 1;
    last = time;
    return left >= 0;
  };
}

/**
 * Cuts connections that send more packets than any page does (rule A8), in the turn of the event loop that read them
 * and before they are parsed: the limits of calls come too late for what arrives faster than it can be refused.
 */
export function cutFloods(io: BedsideServer, onCut: () => void): void {
  io.engine.on('connection', (connection: Connection) => {
    const within = packetBudget(() => performance.now());
    let open = true;
    const count = () => {
      if (!open || within()) return;
      open = false;
      onCut();
      cut(connection);
    };
    // WebSocket's own pings are answered below Engine.IO.
    const countControlFrames = (transport: Connection['transport']) => {
      const below = webSocketOf(transport);
      below?.on('ping', count);
      below?.on('pong', count);
    };
    connection.on('packet', count);
    // A transport that probes for an upgrade is not the connection's own yet.
    connection.on('upgrading', (transport: Connection['transport']) => {
      count();
      if (!open) webSocketOf(transport)?.terminate();
    });
    connection.on('upgrade', countControlFrames);
    countControlFrames(connection.transport);
  });
}
