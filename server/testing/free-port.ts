import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port of the loopback that nothing listens on now; somebody else may still take it first. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The first of `count` ports in a row that are free for UDP and TCP. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const first = await freePort();
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if (first + count <= 65_536 && (await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error(`no ${count} ports in a row`);
}

async function isFree(port: number): Promise<boolean> {
  const udp = createSocket('udp4');
  const tcp = createServer();
  udp.bind(port, '127.0.0.1');
  tcp.listen(port, '127.0.0.1');
  const bound = await Promise.allSettled([once(udp, 'listening'), once(tcp, 'listening')]);
  if (bound[0].status === 'fulfilled') udp.close();
  if (bound[1].status === 'fulfilled') tcp.close();
  return bound.every(({ status }) => status === 'fulfilled');
}
