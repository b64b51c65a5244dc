import { limits } from '@bedside/shared/limits.ts';
import { type Connection, cut, heldPackets, member, webSocketOf } from './connection.ts';
import type { BedsideServer, BedsideSocket } from './page.ts';

const CHECK_MS = 500;

/** Bytes that wait for a socket's reader: what the kernel did not take yet, and what Socket.IO holds behind it. */
function unsentBytes({ conn }: BedsideSocket): number {
  let bytes = webSocketOf(conn.transport)?.bufferedAmount ?? 0;
  for (const packet of heldPackets(conn)) {
    const data = member(packet, 'data');
    if (typeof data === 'string' || Buffer.isBuffer(data)) bytes += data.length;
  }
  return bytes;
}

/**
 * Bytes that the kernel has taken for this connection: grows within one long frame too, as neither `bufferedAmount` nor
 * any callback does. Null where there is no such count. libuv's queue is what node's own socket timeout looks at.
 */
function takenBytes({ transport }: Connection): number | null {
  const handle = member(member(webSocketOf(transport), '_socket'), '_handle');
  const [written, queued] = [member(handle, 'bytesWritten'), member(handle, 'writeQueueSize')];
  return typeof written === 'number' && typeof queued === 'number' ? written - queued : null;
}

type Backlog = { unsent: number; taken: number | null };

/** Judges one socket's backlog, check after check: true once it should be cut. `now` is in milliseconds. */
export function backlogJudge(): (backlog: Backlog, now: number) => boolean {
  let before: Backlog | null = null;
  let movedAt = 0;
  return (backlog, now) => {
    const { unsent, taken } = backlog;
    const moved = before === null || before.unsent === 0 || unsent < before.unsent || taken !== before.taken;
    if (moved) movedAt = now;
    before = backlog;
    const stalled = now - movedAt >= limits.backlogStalledMs;
    return unsent > limits.socketBacklogMaxBytes || (stalled && unsent > limits.socketBacklogBytes);
  };
}

/**
 * Cuts sockets that do not read, before they fill this process's memory; their pages come back by `since`. `onChecked` is
 * told, twice a second, how many bytes wait in all.
 */
export function watchBacklogs(io: BedsideServer, onCut: () => void, onChecked: (unsent: number) => void): () => void {
  const judges = new WeakMap<BedsideSocket, ReturnType<typeof backlogJudge>>();
  const timer = setInterval(() => {
    const now = performance.now();
    let waiting = 0;
    for (const socket of io.sockets.sockets.values()) {
      const judge = judges.get(socket) ?? backlogJudge();
      judges.set(socket, judge);
      const unsent = unsentBytes(socket);
      waiting += unsent;
      if (!judge({ unsent, taken: takenBytes(socket.conn) }, now)) continue;
      onCut();
      cut(socket.conn);
    }
    onChecked(waiting);
  }, CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
