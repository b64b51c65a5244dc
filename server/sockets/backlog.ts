import { limits } from '@bedside/shared/limits.ts';
import type { BedsideServer, BedsideSocket } from './page.ts';

const CHECK_MS = 500;

/** The `ws` socket below, where the transport is one: Socket.IO has no public way to it. */
function webSocketOf(socket: BedsideSocket): { bufferedAmount: number; terminate(): void } | null {
  const below: unknown = 'socket' in socket.conn.transport ? socket.conn.transport.socket : null;
  const isWebSocket = (value: unknown): value is { bufferedAmount: number; terminate(): void } =>
    typeof value === 'object' &&
    value !== null &&
    'bufferedAmount' in value &&
    'terminate' in value &&
    typeof value.terminate === 'function';
  return isWebSocket(below) ? below : null;
}

/** Bytes that wait for a socket's reader: what the kernel did not take yet, and what Socket.IO holds behind it. */
export function unsentBytes(socket: BedsideSocket): number {
  const held: unknown = Reflect.get(socket.conn, 'writeBuffer');
  let bytes = webSocketOf(socket)?.bufferedAmount ?? 0;
  for (const packet of Array.isArray(held) ? held : []) {
    const data: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : null;
    if (typeof data === 'string' || Buffer.isBuffer(data)) bytes += data.length;
  }
  return bytes;
}

/** Cuts sockets that do not read, before they fill this process's memory; their pages come back by `since`. */
export function watchBacklogs(io: BedsideServer, onCut: () => void): () => void {
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      if (unsentBytes(socket) <= limits.socketBacklogBytes) continue;
      onCut();
      // A closing handshake would wait behind everything that the peer does not read.
      const below = webSocketOf(socket);
      if (below) below.terminate();
      else socket.conn.close(true);
    }
  }, CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
