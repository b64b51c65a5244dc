import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import { connect, createServer, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { isInside } from './inside.ts';
import { SinkRefusal } from './output.ts';

/** A way to a server for one connection of a program on this machine. */
export type Relay = {
  /** Of 127.0.0.1, where the program finds it. */
  port: number;
  /** For when the program is gone: what it said is sent on, for some seconds at most. */
  close(): void;
};

export type RelayOptions = {
  /** `rtmp://` or `rtmps://`. */
  url: string;
  /** Whether it may be in our own network. */
  allowInside: boolean;
  /** Every address of a name; rejects where there is none. */
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>;
};

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'rtmp:': 1935, 'rtmps:': 443 };
/** Milliseconds in which a name must be found, and a server must take a connection and prove its name. */
const CONNECT_MS = 10_000;
/** Milliseconds after which another address of the same name is tried. */
const NEXT_ADDRESS_MS = 2000;
/** Milliseconds that a server has to take the last of what it was sent. */
const GOODBYE_MS = 5000;

/** Of a server's URL, what connecting needs. */
export function serverOf(url: string): { host: string; port: number; secure: boolean } {
  const { protocol, hostname, port } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (DEFAULT_PORTS[protocol] ?? 1935) : Number(port),
    secure: protocol === 'rtmps:',
  };
}

/**
 * Connects to a server that somebody named (rule X6). Its name is looked up once, and what connects is given those addresses: a name
 * that leads elsewhere a moment later leads nowhere. By rtmps the server must prove its name by a certificate. Throws `SinkRefusal`.
 */
export async function openRelay(options: RelayOptions): Promise<Relay> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), CONNECT_MS);
  try {
    const remote = await reach(options, impatience.signal);
    return await listen(remote).catch((error: unknown) => {
      remote.destroy();
      throw error;
    });
  } finally {
    clearTimeout(timer);
  }
}

async function reach({ url, allowInside, resolve = allAddresses }: RelayOptions, signal: AbortSignal): Promise<Socket> {
  const { host, port, secure } = serverOf(url);
  const found = await Promise.race([resolve(host), aborted(signal)]).catch(() => []);
  if (found.length === 0) throw new SinkRefusal({ why: 'unknown-host' });
  if (!allowInside && found.some(({ address }) => isInside(address))) throw new SinkRefusal({ why: 'inside', state: 'failed' });
  const raw = connect({
    host,
    port,
    // Not asked where the host is an address, which is then what was found.
    lookup: (_host, _options, done) => done(null, found),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
    noDelay: true,
  });
  const giveUp = () => raw.destroy(new Error('nobody answers'));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await once(raw, 'connect');
    return secure ? await secured(raw, host) : raw;
  } catch (error) {
    raw.destroy();
    throw error instanceof SinkRefusal ? error : new SinkRefusal({ why: 'server' });
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

const allAddresses = (host: string) => lookup(host, { all: true });

async function aborted(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw new Error('it took too long');
}

async function secured(socket: Socket, host: string): Promise<Socket> {
  // An address is no name for SNI (RFC 6066 section 3); its certificate must have it all the same.
  const secure = connectTls({ socket, host, servername: isIP(host) === 0 ? host : '' });
  try {
    await once(secure, 'secureConnect');
    return secure;
  } catch (error) {
    throw secure.authorizationError ? new SinkRefusal({ why: 'certificate' }) : error;
  }
}

/** Joins the first connection to a port of this machine with `remote`, and takes no other. */
async function listen(remote: Socket): Promise<Relay> {
  const server = createServer({ noDelay: true });
  let local: Socket | null = null;
  server.once('connection', (socket) => {
    local = socket;
    server.close();
    socket.on('error', () => {});
    socket.on('close', leave);
    remote.on('close', () => socket.destroy());
    socket.pipe(remote).pipe(socket);
  });
  // It shows by its end.
  remote.on('error', () => {});
  remote.once('close', () => server.close());

  function leave(): void {
    remote.end();
    setTimeout(() => remote.destroy(), GOODBYE_MS).unref();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Of one that can't be taken.
  server.on('error', () => {});
  const address = server.address();
  if (address === null || typeof address === 'string' || remote.destroyed) {
    server.close();
    throw new SinkRefusal({ why: 'server' });
  }
  return {
    port: address.port,
    close() {
      server.close();
      if (!local) return leave();
      const held = local;
      setTimeout(() => held.destroy(), GOODBYE_MS).unref();
    },
  };
}
