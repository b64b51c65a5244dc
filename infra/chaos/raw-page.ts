import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { wire } from '../fleet/protocol.ts';

/** Opcodes of RFC 6455 section 5.2. */
const TEXT = 1;
const CLOSE = 8;

/** A page's connection, down to its bytes: for what no client library would send, or leave unread. */
export type RawPage = {
  readonly socket: Socket;
  /** Resolves when the connection is gone, whoever ended it and however. */
  readonly closed: Promise<void>;
  isOpen(): boolean;
  /** One Engine.IO packet in a frame of its own. */
  send(packet: string): void;
  /** Bytes below WebSocket. */
  write(bytes: Buffer): void;
  /** The ack's text as it came, `[{"ok":true,…}]`; null if the connection ended before it. */
  ask(name: string, input: unknown, id?: number): Promise<string | null>;
  end(): void;
};

export type RawOptions = {
  url: string;
  cookie: string;
  /** Which of this machine's addresses it comes from. */
  from?: string;
  tab?: string;
  /** False: a WebSocket that no Engine.IO packet was sent over yet. */
  enters?: boolean;
  onText?: (packet: string) => void;
};

/** A masked client frame, whole (RFC 6455 section 5.2). */
export function frame(payload: Buffer, first = 0x80 | TEXT): Buffer {
  const mask = randomBytes(4);
  const masked = Buffer.from(payload);
  for (let at = 0; at < masked.length; at++) masked[at] = (masked[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return Buffer.concat([frameHead(first, payload.length), mask, masked]);
}

/** First bytes of a client frame that claims `length` bytes. */
export function frameHead(first: number, length: number | bigint): Buffer {
  if (length < 126) return Buffer.from([first, 0x80 | Number(length)]);
  if (length < 65_536) return Buffer.from([first, 0x80 | 126, Number(length) >> 8, Number(length) & 255]);
  const head = Buffer.alloc(10);
  head.writeUInt8(first, 0);
  head.writeUInt8(0x80 | 127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** Cuts a server's frames out of what arrives: unmasked, and never fragmented by `ws` here. */
export function frameReader(tell: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  return (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      if (held.length < 2) return;
      const short = held.readUInt8(1) & 127;
      const header = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (held.length < header) return;
      const length = short === 127 ? Number(held.readBigUInt64BE(2)) : short === 126 ? held.readUInt16BE(2) : short;
      if (held.length < header + length) return;
      tell(held.readUInt8(0) & 15, held.subarray(header, header + length));
      held = held.subarray(header + length);
    }
  };
}

/** A TCP connection that swallows its own errors: whoever breaks things expects them. */
export async function openTcp(url: string, from?: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({
    host: hostname === 'localhost' ? '127.0.0.1' : hostname,
    port: Number(port),
    ...(from ? { localAddress: from } : {}),
  });
  await once(socket, 'connect');
  socket.on('error', () => {});
  return socket;
}

/** The request that turns a connection into a WebSocket of Engine.IO. */
export const upgradeRequest = ({ url, cookie }: Pick<RawOptions, 'url' | 'cookie'>) =>
  [
    `GET ${wire.path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    `Origin: ${url}`,
    `Cookie: ${cookie}`,
    '\r\n',
  ].join('\r\n');

let asked = 0;
let tabs = 0;

/** Rejects where the connection is not taken. It answers the server's pings, and has entered no session yet. */
export async function openRaw(options: RawOptions): Promise<RawPage> {
  const { url, cookie, from, tab = `raw-${process.pid}-${++tabs}`, onText } = options;
  const socket = await openTcp(url, from);
  const waiting = new Map<number, (answer: string | null) => void>();
  const { promise: entered, resolve: enter, reject: refuse } = Promise.withResolvers<void>();
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      refuse(new Error('the connection was refused'));
      resolve();
    });
  });

  const page: RawPage = {
    socket,
    closed,
    isOpen: () => !socket.destroyed,
    send: (packet) => void socket.write(frame(Buffer.from(packet))),
    write: (bytes) => void socket.write(bytes),
    async ask(name, input, id = ++asked) {
      if (socket.destroyed) return null;
      const answer = new Promise<string | null>((resolve) => waiting.set(id, resolve));
      page.send(wire.call(id, name, input));
      return answer;
    },
    end: () => void socket.destroy(),
  };

  function hear(packet: string): void {
    onText?.(packet);
    if (packet === '2') return page.send(wire.pong);
    if (packet.startsWith('0')) return page.send(wire.connect({ protocol: PROTOCOL_VERSION, tab }));
    if (packet.startsWith('40')) return enter();
    if (packet.startsWith('44')) return refuse(new Error(`refused: ${packet.slice(2)}`));
    const [, id, answer = ''] = /^43(\d+)(.*)$/s.exec(packet) ?? [];
    if (id === undefined) return;
    waiting.get(Number(id))?.(answer);
    waiting.delete(Number(id));
  }

  let upgraded = false;
  const read = frameReader((opcode, payload) => {
    if (opcode === TEXT) hear(payload.toString());
    if (opcode === CLOSE) socket.end();
  });
  let head = '';
  socket.on('data', (chunk) => {
    if (upgraded) return read(chunk);
    head += chunk.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    if (!head.startsWith('HTTP/1.1 101')) return refuse(new Error(`no WebSocket: ${head.slice(0, 40)}`));
    upgraded = true;
    if (options.enters === false) enter();
    else read(Buffer.from(head.slice(end + 4), 'latin1'));
  });
  socket.write(upgradeRequest({ url, cookie }));
  try {
    await entered;
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return page;
}
