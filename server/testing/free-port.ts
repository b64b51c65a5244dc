import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What this process was given: a port is free again for the system before whoever asked for it listens there. */
const given = new Set<number>();

/** A TCP port of the loopback that nothing listens on now, and that was not given before; somebody else may still take it first. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await unusedPort();
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

async function unusedPort(): Promise<number> {
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
    const others = Array.from({ length: count - 1 }, (_, index) => first + 1 + index);
    const fits = first + count <= 65_536 && !others.some((port) => given.has(port));
    if (!fits || !(await Promise.all([first, ...others].map(isFree))).every(Boolean)) continue;
    for (const port of others) given.add(port);
    return first;
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
