import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIP } from 'node:net';

/** As much of TURN over UDP (RFC 8656) as it takes to ask a server what it grants and to whom. */

/** RFC 8489 section 5. */
const MAGIC = 0x2112_a442;
const HEADER = 20;
/** https://www.iana.org/assignments/stun-parameters: methods and attributes. */
const methods = { allocate: 0x003, refresh: 0x004, 'create-permission': 0x008 } as const;
const attribute = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  lifetime: 0x000d,
  peer: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  transport: 0x0019,
} as const;
/** RFC 8489 section 9.2.5: the first 401 is how a server asks for a credential, 438 how it asks for it again. */
const asks = new Set([401, 438]);
/** Milliseconds between two sendings of a request, and until it is given up: the server may just be starting. */
const times = { againMs: 100, giveUpMs: 15_000 } as const;

type Attribute = readonly [type: number, value: Buffer];
/** `error` 0: granted. */
type Answer = { error: number; realm: Buffer; nonce: Buffer };

export type TurnClient = {
  /** Each resolves with 0, or the code of the server's refusal (RFC 8489 section 14.8; codes: https://www.iana.org/assignments/stun-parameters). */
  allocate(): Promise<number>;
  refresh(): Promise<number>;
  permit(peer: string): Promise<number>;
  close(): void;
};

function encode(type: number, id: Buffer, attributes: readonly Attribute[], more = 0): Buffer {
  const body = Buffer.concat(
    attributes.map(([kind, value]) => {
      const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
      padded.writeUInt16BE(kind, 0);
      padded.writeUInt16BE(value.length, 2);
      value.copy(padded, 4);
      return padded;
    }),
  );
  const header = Buffer.alloc(HEADER);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length + more, 2);
  header.writeUInt32BE(MAGIC, 4);
  id.copy(header, 8);
  return Buffer.concat([header, body]);
}

function decode(packet: Buffer): Answer {
  const found = new Map<number, Buffer>();
  for (let at = HEADER; at + 4 <= packet.length;) {
    const length = packet.readUInt16BE(at + 2);
    found.set(packet.readUInt16BE(at), packet.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  const error = found.get(attribute.error);
  const empty = Buffer.alloc(0);
  return {
    error: error ? error.readUInt8(2) * 100 + error.readUInt8(3) : 0,
    realm: found.get(attribute.realm) ?? empty,
    nonce: found.get(attribute.nonce) ?? empty,
  };
}

/** XOR-PEER-ADDRESS of an IPv4 address (RFC 8489 section 14.2), any port. */
function xorAddress(address: string): Buffer {
  if (isIP(address) !== 4) throw new Error(`${address} is no IPv4 address`);
  const value = Buffer.from([0, 1, 0, 0, ...address.split('.').map(Number)]);
  value.writeUInt16BE(40_000 ^ (MAGIC >>> 16), 2);
  value.writeUInt32BE((value.readUInt32BE(4) ^ MAGIC) >>> 0, 4);
  return value;
}

export async function openTurn(
  server: { host: string; port: number },
  { username, credential }: { username: string; credential: string },
): Promise<TurnClient> {
  const socket = createSocket('udp4').bind(0, server.host);
  await once(socket, 'listening');
  let realm: Buffer = Buffer.alloc(0);
  let nonce: Buffer = Buffer.alloc(0);

  async function send(packet: Buffer, id: Buffer): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const hear = (heard: Buffer) => heard.length >= HEADER && heard.subarray(8, HEADER).equals(id) && resolve(decode(heard));
    const again = () => socket.send(packet, server.port, server.host);
    socket.on('message', hear);
    const sending = setInterval(again, times.againMs);
    const giveUp = setTimeout(() => reject(new Error('the TURN server does not answer')), times.giveUpMs);
    again();
    return promise.finally(() => {
      clearInterval(sending);
      clearTimeout(giveUp);
      socket.off('message', hear);
    });
  }

  async function request(method: keyof typeof methods, attributes: readonly Attribute[], mayAsk = true): Promise<number> {
    const id = randomBytes(12);
    const named: Attribute[] = [
      ...attributes,
      [attribute.username, Buffer.from(username)],
      [attribute.realm, realm],
      [attribute.nonce, nonce],
    ];
    const known = realm.length > 0;
    const plain = known ? encode(methods[method], id, named, 4 + 20) : encode(methods[method], id, attributes);
    // RFC 8489 section 9.2.2.
    const key = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest();
    const integrity = encode(0, id, [[attribute.integrity, createHmac('sha1', key).update(plain).digest()]]).subarray(HEADER);
    const answer = await send(known ? Buffer.concat([plain, integrity]) : plain, id);
    if (!mayAsk || !asks.has(answer.error) || answer.nonce.length === 0) return answer.error;
    if (known && answer.error === 401) return 401;
    realm = answer.realm.length > 0 ? answer.realm : realm;
    ({ nonce } = answer);
    return request(method, attributes, answer.error === 438 || !known);
  }

  // The protocol's number, 17 for UDP; seconds, 600.
  const udp: Attribute = [attribute.transport, Buffer.from([17, 0, 0, 0])];
  const lifetime: Attribute = [attribute.lifetime, Buffer.from([0, 0, 2, 88])];
  return {
    allocate: () => request('allocate', [udp]),
    refresh: () => request('refresh', [lifetime]),
    permit: (peer) => request('create-permission', [[attribute.peer, xorAddress(peer)]]),
    close: () => void socket.close(),
  };
}
