import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from '@bedside/shared/limits.ts';
import { StartError } from '../env.ts';

/**
 * Milliseconds in which a request's headers, and all of it, must have come, counted from the connection or the answer before,
 * and in which a Socket.IO connection must have said who it is; between two pings of one, and for the answer.
 */
export type Patience = Record<'headersMs' | 'requestMs' | 'idleMs' | 'connectMs' | 'pingIntervalMs' | 'pingTimeoutMs', number>;

/**
 * A server that waits for nobody for long (rule A12): who sends a request too slowly, or nothing at all, is answered 408 and
 * cut, and 431 is for headers above `limits.headerBytes`. Who does
 * not read the answer is cut. What became a WebSocket is not a request any more.
 */
export function boundedServer(
  handler: RequestListener,
  { headersMs, requestMs, idleMs }: Pick<Patience, 'headersMs' | 'requestMs' | 'idleMs'> = limits,
): Server {
  const times = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: Math.min(1000, headersMs) };
  const server = createServer({ ...times, maxHeaderSize: limits.headerBytes }, handler);
  server.setTimeout(idleMs);
  return server;
}

/** Listens and resolves with the port. Throws `StartError` where it can't be had; `elsewhere` says how to choose another. */
export async function listen(server: Server, port: number, host: string, elsewhere: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(problem(error instanceof Error && 'code' in error ? String(error.code) : '', { port, host, elsewhere }));
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function problem(code: string, { host, port, elsewhere }: { host: string; port: number; elsewhere: string }): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop that one, or ${elsewhere}.`;
  if (code === 'EACCES') return `Port ${port} needs rights that this user does not have. Choose one above 1023: ${elsewhere}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set HOST to one of its own, or leave it unset.`;
  return `Listening on ${host}, port ${port}, failed (${code}).`;
}

/** Ends every connection of a server, those too that became WebSockets, which Node's own way leaves open. */
export function trackConnections(server: Server): { destroy(): void } {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return {
    destroy() {
      for (const socket of open) socket.destroy();
    },
  };
}
