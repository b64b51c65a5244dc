import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { StartError } from '../env.ts';

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
