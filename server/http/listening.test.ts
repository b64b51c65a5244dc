import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { boundedServer, listen } from './listening.ts';

it('[A12] who does not read what is answered is cut', async () => {
  const answer = Buffer.alloc(64 * 1024 * 1024);
  const server = boundedServer((_request, response) => void response.end(answer), { headersMs: 5000, requestMs: 5000, idleMs: 200 });
  const port = await listen(server, 0, '127.0.0.1', '');
  const reader = connect(port, '127.0.0.1').on('error', () => {});
  await once(reader, 'connect');
  const asked = once(server, 'request');
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await asked;
  await expect.poll(() => promisify(server.getConnections.bind(server))(), { timeout: 5000 }).toBe(0);
  reader.destroy();
  server.close();
});
