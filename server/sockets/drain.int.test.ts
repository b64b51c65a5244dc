import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { SessionId } from '@bedside/shared/ids.ts';
import { localBus } from '../cluster/local.ts';
import type { Client } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { putOnStage } from '../testing/stage.ts';

const patient = () => new AbortController();
const open: Harness[] = [];
const nodeOn = async (bus: ReturnType<typeof localBus>, seconds: number) => {
  const node = await startApp({ cluster: bus.join(), peerGraceMs: 500, settings: { DRAIN_SECONDS: String(seconds) } });
  open.push(node);
  return node;
};
afterEach(async () => {
  for (const node of open.splice(0)) await node.close();
});

/** Who is told to move, in that order. */
function told(clients: Record<string, Client>): string[] {
  const order: string[] = [];
  for (const [name, { socket }] of Object.entries(clients)) socket.once('session:move', () => order.push(name));
  return order;
}

async function audience(node: Harness, sessionId: SessionId) {
  const viewers = [await node.join(sessionId, 'viewer'), await node.join(sessionId, 'viewer')] as const;
  // Last, so that being first is no accident.
  const host = await node.join(sessionId, 'host');
  return { host, first: viewers[0], second: viewers[1] };
}

it('[O3] a node that drains takes no more pages, moves the doctor first, and waits for everybody and what they send', async () => {
  const bus = localBus();
  const [node] = [await nodeOn(bus, 60), await nodeOn(bus, 60)];
  const sessionId = await node.schedule();
  const clients = await audience(node, sessionId);
  expect(await putOnStage(clients.host)).toBe(1);
  const order = told(clients);
  const draining = node.app.drain(patient().signal);
  await expect.poll(() => order, { timeout: 10_000 }).toEqual(['host', 'first', 'second']);
  await expect(fetch(node.url)).rejects.toThrow('fetch failed');
  // Whoever is still there is served.
  expect(await clients.first.command({ type: 'submit-question', text: 'Still there?' })).toMatchObject({ ok: true });
  for (const client of Object.values(clients)) client.close();
  expect(node.media.busy()).toBe(true);
  await draining;
  expect(node.media.busy()).toBe(false);
  expect(node.lines.filter((line) => /"(draining|drained)"/.test(line))).toHaveLength(2);
});

it('[O3] nobody is waited for longer than DRAIN_SECONDS', async () => {
  const bus = localBus();
  const [node] = [await nodeOn(bus, 1), await nodeOn(bus, 1)];
  const clients = await audience(node, await node.schedule());
  const order = told(clients);
  await node.app.drain(patient().signal);
  expect([order.length, clients.host.socket.connected]).toEqual([3, true]);
});

it('[O4] there is nothing to wait for where no other node takes pages, or once somebody has no patience', async () => {
  const bus = localBus();
  const node = await nodeOn(bus, 600);
  const clients = await audience(node, await node.schedule());
  const order = told(clients);
  await node.app.drain(patient().signal);
  expect(await clients.host.command({ type: 'go-live' })).toMatchObject({ ok: true });
  const other = await nodeOn(bus, 600);
  const impatient = new AbortController();
  const draining = node.app.drain(impatient.signal);
  await expect.poll(() => order, { timeout: 10_000 }).toContain('host');
  // Two that drain have no one to move to: neither waits for the other.
  await other.app.drain(patient().signal);
  impatient.abort();
  await draining;
});

it('[O4] two that drain at once do not wait for each other', async () => {
  const bus = localBus();
  const pair = [await nodeOn(bus, 600), await nodeOn(bus, 600)];
  for (const node of pair) await node.join(await node.schedule(), 'viewer');
  await Promise.all(
    pair.map(async ({ app }) => {
      await app.drain(patient().signal);
      await app.close();
    }),
  );
  for (const { lines } of pair) expect(lines.at(-1)).toContain('stopped');
});

it('[O3] a page whose network is gone holds up no end', async () => {
  const node = await nodeOn(localBus(), 1);
  const person = await node.visit();
  const { hostname, port } = new URL(node.url);
  const silent = connect(Number(port), hostname);
  const head = `Host: ${hostname}:${port}\r\nOrigin: ${node.url}\r\nCookie: ${person.cookie()}\r\n`;
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  silent.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${head}${upgrade}\r\n`);
  const [answer]: unknown[] = await once(silent, 'data');
  expect(String(answer)).toContain('101 Switching Protocols');
  // From here on it answers nothing, not even to being closed.
  silent.pause();
  // After five seconds a node that has not closed ends with code 1 (run.ts).
  const since = performance.now();
  await node.close();
  expect(performance.now() - since).toBeLessThan(5000);
});
