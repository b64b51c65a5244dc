import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from '../../server/env.ts';

/** Throws `StartError` where nginx could not listen on it, or another program would get what browsers send to localhost. */
export async function refuseTakenPort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer().listen({ port, host, exclusive: true });
    try {
      await once(server, 'listening');
      server.close();
      await once(server, 'close');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      // This machine has no IPv6.
      if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) continue;
      throw new StartError(problem(port, code));
    }
  }
}

function problem(port: number, code: unknown): string {
  const other = (wanted: number) => `choose another port: npm run cluster -- --port ${wanted}.`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop that one, or ${other(port < 65_535 ? port + 1 : 8080)}`;
  if (code === 'EACCES') return `Port ${port} needs rights that you do not have; ${other(8080)}`;
  return `Nothing can listen on port ${port} (${String(code)}); ${other(8080)}`;
}
