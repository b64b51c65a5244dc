import { setTimeout as sleep } from 'node:timers/promises';
import type { Media } from '../media/media.ts';
import type { BedsideServer } from './page.ts';

/** Over how many milliseconds pages are asked to move, so that the other nodes are not asked by all at once. */
const SPREAD_MS = 3000;
const LOOK_MS = 100;

/**
 * Asks every page to move to another node, doctors first, and waits until all of them have, their media with them, or
 * `timeoutMs` is over, or there is nowhere to move any more, or somebody has no patience. From before it is called new
 * connections must lead elsewhere.
 */
export async function movePages(
  io: BedsideServer,
  { busy, anywhere }: Pick<Media, 'busy'> & { anywhere: () => boolean },
  timeoutMs: number,
  impatient: AbortSignal,
): Promise<void> {
  const until = performance.now() + timeoutMs;
  const pages = [...io.sockets.sockets.values()].toSorted((a, b) => rank(b) - rank(a));
  const spread = Math.min(SPREAD_MS, timeoutMs / 4);
  const timers = pages.map((socket, at) => setTimeout(() => socket.emit('session:move', {}), (at / pages.length) * spread));
  // Whoever still came in meanwhile.
  io.on('connection', (socket) => socket.emit('session:move', {}));
  while (performance.now() < until && !impatient.aborted && anywhere() && (io.engine.clientsCount > 0 || busy())) {
    await sleep(LOOK_MS, undefined, { signal: impatient }).catch(() => {});
  }
  for (const timer of timers) clearTimeout(timer);
}

/** When the doctor has moved, everybody's picture comes from there. */
const rank = ({ data }: { data: { page?: { joined: { role: string } | null } } }) => Number(data.page?.joined?.role === 'host');
