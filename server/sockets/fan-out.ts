import type { PushName, pushes } from '@bedside/shared/rpc.ts';
import type * as z from 'zod/mini';
import { type Connection, cut, heldPackets, type TcpBelow, webSocketOf } from './connection.ts';
import type { BedsideServer } from './page.ts';

type Push<N extends PushName> = z.infer<(typeof pushes)[N]>;

/** Encoded once, in both forms. */
type Message = { packet: string; frame: Buffer; together: boolean };

/**
 * Sockets of a room that are written to in one go: some 5 ms of work, after which others' calls have their turn. An audience
 * of 10,000 takes 150 ms.
 */
const SLICE = 400;

/**
 * Sends pushes to every socket of a room on this node, in the order in which they are given. Each is put into a WebSocket frame
 * once, and that is written to each socket: what Socket.IO and Engine.IO do besides for each of them costs as much as the
 * kernel does (measured by `npm run bench -- --only fan-out`). Whatever is not a WebSocket with an empty queue gets the same
 * packet through Engine.IO. `together`: with whatever else is sent to the same sockets in this turn of the event loop, an
 * answer above all.
 */
export function createFanOut(io: BedsideServer, slice = SLICE) {
  /** By room, what is being sent to more sockets than one slice, and what waits behind it. */
  const queues = new Map<string, Message[]>();

  function send(id: string, { packet, frame, together }: Message): void {
    const connection = io.sockets.sockets.get(id)?.conn;
    if (!connection) return;
    try {
      const below = freeSocket(connection);
      if (!below) return void connection.write(packet);
      if (together && below._socket) gather(below._socket);
      below._sender.sendFrame([frame]);
    } catch {
      // What is wrong with one is no reason to leave out the rest; its page comes back by `since`.
      cut(connection);
    }
  }

  /** Who joins meanwhile has a view that is as new, or newer. */
  function sendFirst(room: string, queue: Message[]): void {
    const [message] = queue;
    const members = io.sockets.adapter.rooms.get(room);
    const ids = [...(members ?? [])];
    let next = 0;
    const sendSlice = () => {
      for (const end = Math.min(next + slice, ids.length); next < end; next++) {
        const id = ids[next];
        if (message && id !== undefined && members?.has(id)) send(id, message);
      }
      if (next < ids.length) return void setImmediate(sendSlice);
      queue.shift();
      if (queue.length > 0) sendFirst(room, queue);
      else queues.delete(room);
    };
    sendSlice();
  }

  function fanOut<N extends PushName>(room: string, name: N, push: Push<N>, { together = false }: { together?: boolean } = {}): void {
    const members = io.sockets.adapter.rooms.get(room);
    if (!members) return;
    // An EVENT packet of the main namespace: https://socket.io/docs/v4/socket-io-protocol/#event
    const packet = `2${JSON.stringify([name, push])}`;
    // Engine.IO's packet of type message: https://socket.io/docs/v4/engine-io-protocol/#protocol
    const message = { packet, frame: textFrame(`4${packet}`), together };
    const before = queues.get(room);
    if (before) before.push(message);
    else if (members.size <= slice) for (const id of members) send(id, message);
    else {
      const queue = [message];
      queues.set(room, queue);
      sendFirst(room, queue);
    }
  }

  /** Whether something is still being sent to a room: whoever has more for it had better wait, and tell it all at once. */
  fanOut.busy = (room: string): boolean => queues.has(room);
  return fanOut;
}

const gathering = new Set<TcpBelow>();

/** Holds back what is written to a socket until this turn of the event loop ends: then it all costs one system call. */
function gather(socket: TcpBelow): void {
  if (gathering.has(socket)) return;
  if (gathering.size === 0) {
    // After every promise that is settled in this turn.
    process.nextTick(() => {
      for (const each of gathering) each.uncork();
      gathering.clear();
    });
  }
  gathering.add(socket);
  socket.cork();
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
function freeSocket(connection: Connection) {
  if (connection.readyState !== 'open' || connection.upgrading || heldPackets(connection).length > 0) return null;
  const below = webSocketOf(connection.transport);
  return below?.readyState === OPEN ? below : null;
}
