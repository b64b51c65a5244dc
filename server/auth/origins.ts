import type { IncomingMessage } from 'node:http';
import { isLoopbackHost, lanAddresses } from '../addresses.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Every spelling under which a browser may know this server. */
function spellings(options: { publicUrl: string | null; host: string; port: number }): string[] {
  const { publicUrl, host, port } = options;
  if (publicUrl !== null) {
    const url = new URL(publicUrl);
    if (!LOOPBACK.includes(url.hostname)) return [publicUrl];
    return LOOPBACK.map((name) => withHost(url.protocol, name, url.port));
  }
  const local = LOOPBACK.map((name) => withHost('http:', name, String(port)));
  if (isLoopbackHost(host)) return local;
  const address = (name: string) => withHost('http:', name.includes(':') ? `[${name}]` : name, String(port));
  return host === '0.0.0.0' || host === '::' ? [...local, ...lanAddresses().map(address)] : [address(host)];
}

const withHost = (protocol: string, host: string, port: string) => new URL(`${protocol}//${host}${port && `:${port}`}`).origin;

/**
 * The product's own origins (rule A6): PUBLIC_URL's, or this machine's names and addresses at the port. The names of
 * the loopback are one, whichever of them somebody typed.
 */
export function createOrigins(options: { publicUrl: string | null; host: string; port: number }) {
  const list = spellings(options);
  const own = new Set(list);
  return {
    list,
    /** For links: where people open this server, as they reached it if that says more. */
    best: (origin: string | undefined) =>
      options.publicUrl === null && origin !== undefined && own.has(origin) ? origin : (options.publicUrl ?? list[0] ?? ''),
    /** For what changes something: an Origin of ours, always. Browsers send one with every POST (Fetch section 3.2). */
    allows: (origin: string | undefined) => origin !== undefined && own.has(origin),
    /**
     * For a Socket.IO handshake. A browser's WebSocket always tells its Origin (RFC 6455 section 4.1); its same-origin GET
     * for long-polling does not, so a GET without one passes unless the browser says that another site asked. Such a
     * site could neither send the SameSite cookie nor read the answer.
     */
    allowsHandshake(request: IncomingMessage): boolean {
      const { origin, upgrade } = request.headers;
      if (origin !== undefined) return own.has(origin);
      const site = request.headers['sec-fetch-site'];
      return upgrade === undefined && request.method === 'GET' && (site === undefined || site === 'same-origin');
    },
  };
}
export type Origins = ReturnType<typeof createOrigins>;
