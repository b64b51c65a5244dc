import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { localCluster } from '../cluster/local.ts';
import { createMetrics } from '../metrics.ts';
import type { OpenSession } from '../sessions.ts';
import { audienceRoom, type BedsideServer, type Page } from './page.ts';
import { createPublisher } from './publish.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const sessionId = SessionId.parse('a-session');
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A room of so many sockets that each keep what they are sent. */
function setUp(size: number) {
  const sent = Array.from({ length: size }, (): string[] => []);
  const sockets = new Map(
    sent.map((kept, at) => [`socket-${at}`, { conn: { readyState: 'closed', write: (packet: string) => kept.push(packet) } }]),
  );
  const rooms = new Map([[audienceRoom(sessionId, 'public'), new Set(sockets.keys())]]);
  const state = { seq: 1 };
  const session = {
    state,
    patch: (_audience: string, since: number) => ({ from: since, to: state.seq, put: [], remove: [], session: {} }),
    retain: () => () => {},
  } as unknown as OpenSession;
  const io = { sockets: { adapter: { rooms }, sockets } } as unknown as BedsideServer;
  const publisher = createPublisher(io, createMetrics({ process: false }), localCluster());
  const page = { person: PersonId.parse('a-person'), socket: { join() {} } } as unknown as Page;
  publisher.enter(page, { sessionId, role: 'viewer', session });
  return { sent, publisher, commit: () => publisher.committed(sessionId, session, (state.seq++, [])) };
}

it('[R2][R4] a room that takes longer than a tick is told all that came meanwhile in one patch, not one behind the other', async () => {
  const { sent, publisher, commit } = setUp(1000);
  for (let tick = 0; tick < 5; tick++) {
    commit();
    // No turn of the event loop in between: the first patch is still being written.
    vi.advanceTimersByTime(1000);
  }
  for (let slices = 0; slices < 5; slices++) await turn();
  vi.advanceTimersByTime(1000);
  for (let slices = 0; slices < 5; slices++) await turn();
  const patches = sent.map((packets) => packets.filter((packet) => packet.includes('session:patch')));
  expect(new Set(patches.map((each) => each.join('\n')))).toHaveLength(1);
  expect(patches[0]).toHaveLength(2);
  expect(patches[0]?.[0]).toContain('"from":1,"to":2');
  expect(patches[0]?.[1]).toContain('"from":2,"to":6');
  publisher.close();
});
