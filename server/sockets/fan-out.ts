import type { PushName, pushes } from '@bedside/shared/rpc.ts';
import type * as z from 'zod/mini';
import { type Connection, heldPackets, webSocketOf } from './connection.ts';
import type { BedsideServer } from './page.ts';

type Push<N extends PushName> = z.infer<(typeof pushes)[N]>;

/**
 * Sends one push to every socket of a room on this node. It is put into a WebSocket frame once, and that is written to each
 * socket: what Socket.IO and Engine.IO do besides for each of them costs as much as the kernel does (measured by
 * `npm run bench -- --only fan-out`). Whatever is not a WebSocket with an empty queue gets the same packet through Engine.IO.
 */
export function fanOut<N extends PushName>(io: BedsideServer, room: string, name: N, push: Push<N>): void {
  const members = io.sockets.adapter.rooms.get(room);
  if (!members) return;
  // An EVENT packet of the main namespace: https://socket.io/docs/v4/socket-io-protocol/#event
  const packet = `2${JSON.stringify([name, push])}`;
  // Engine.IO's packet of type message: https://socket.io/docs/v4/engine-io-protocol/#protocol
  const frame = textFrame(`4${packet}`);
  for (const id of members) {
    const connection = io.sockets.sockets.get(id)?.conn;
    if (!connection) continue;
    const sender = freeSender(connection);
    if (sender) sender.sendFrame([frame]);
    else connection.write(packet);
  }
}

/** One unmasked, final text frame (RFC 6455 section 5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

const OPEN = 1;

/** Null where something is queued above the WebSocket, which a frame must not overtake. */
function freeSender(connection: Connection) {
  if (connection.readyState !== 'open' || connection.upgrading || heldPackets(connection).length > 0) return null;
  const below = webSocketOf(connection.transport);
  return below?.readyState === OPEN ? below._sender : null;
}
