import type { BedsideSocket } from './page.ts';

/** Engine.IO's connection, which carries a socket. */
export type Connection = BedsideSocket['conn'];

export type TcpBelow = { cork(): void; uncork(): void };
type WebSocketBelow = {
  bufferedAmount: number;
  readyState: number;
  terminate(): void;
  on(event: 'ping' | 'pong', listener: () => void): void;
  /** Writes a frame that is already built, as Engine.IO itself has it do. */
  _sender: { sendFrame(parts: Buffer[]): void };
  /** Null once it is gone. */
  _socket: TcpBelow | null;
};

/** The `ws` socket below a transport, where it is one: Socket.IO has no public way to it. */
export function webSocketOf(transport: Connection['transport']): WebSocketBelow | null {
  const below: unknown = 'socket' in transport ? transport.socket : null;
  const isWebSocket = (value: unknown): value is WebSocketBelow =>
    typeof value === 'object' &&
    value !== null &&
    'bufferedAmount' in value &&
    'terminate' in value &&
    typeof value.terminate === 'function' &&
    '_sender' in value &&
    typeof member(value._sender, 'sendFrame') === 'function';
  return isWebSocket(below) ? below : null;
}

export const member = (of: unknown, name: string): unknown => (typeof of === 'object' && of !== null ? Reflect.get(of, name) : null);

/** Packets that Engine.IO holds back while its transport is busy; it has no public way to them either. */
export function heldPackets(connection: Connection): readonly unknown[] {
  const held: unknown = connection['writeBuffer'];
  return Array.isArray(held) ? held : [];
}

/** Ends a connection at once: a closing handshake would wait behind everything that the peer sends or does not read. */
export function cut(connection: Connection): void {
  webSocketOf(connection.transport)?.terminate();
  // What the kernel already gave us is not even handed on from here.
  connection.close(true);
}
