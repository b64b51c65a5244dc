import fc from 'fast-check';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { type CallName, calls, routes } from '@bedside/shared/rpc.ts';
import { type Client, openSocket, type Person } from '../testing/client.ts';
import { anything, nearlyValid, overTheWire, validBodies, validInputs } from '../testing/garbage.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';

let harness: Harness;
let sessionId: SessionId;
const clients: Partial<Record<'viewer' | 'screener' | 'moderator' | 'host', Client>> = {};

beforeAll(async () => {
  harness = await startApp();
  sessionId = await harness.schedule();
});
// Pages of its own for each test: one page's budget of packets is not meant for all of them.
beforeEach(async () => {
  for (const role of ['viewer', 'screener', 'moderator', 'host'] as const) clients[role] = await harness.join(sessionId, role);
});
afterEach(() => {
  for (const client of Object.values(clients)) client.close();
});
afterAll(() => harness.close());

const runs = { numRuns: 60, seed: 20_261_122 };
const names = Object.keys(calls) as CallName[];
const seq = async () => (await harness.app.sessions.open(sessionId))?.state.seq;

/** `ok`, or the code of an answer that has the form of a refusal; anything else fails. */
function outcome(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true) return 'ok';
  const { error } = answer as { error: unknown };
  return Failure.parse(error).code;
}

async function isUsable(client: Client): Promise<void> {
  expect(client.socket.connected).toBe(true);
  expect(outcome(await client.call('session:join', { sessionId, as: 'viewer' }))).toBe('ok');
  if (client === clients.moderator) await client.call('session:join', { sessionId, as: 'moderator' });
  if (client === clients.screener) await client.call('session:join', { sessionId, as: 'screener' });
  if (client === clients.host) await client.call('session:join', { sessionId, as: 'host' });
}

describe.each(['viewer', 'screener', 'moderator', 'host'] as const)('[A7] as %s', (role) => {
  it.each(names)('%s takes its schema and nothing else', async (name) => {
    const client = clients[role]!;
    await fc.assert(
      fc.asyncProperty(fc.oneof(...validInputs[name].map(nearlyValid), anything), async (input) => {
        const fits = calls[name].input.safeParse(overTheWire(input)).success;
        const before = await seq();
        const code = outcome(await client.raw(name, input));
        if (fits) return;
        expect(code).toBe('bad-request');
        expect(await seq()).toBe(before);
      }),
      runs,
    );
    await isUsable(client);
  });

  it('valid input is never `internal`, whatever the moment', async () => {
    const client = clients[role]!;
    for (const name of names)
      for (const input of validInputs[name]) expect([name, outcome(await client.raw(name, input))]).not.toEqual([name, 'internal']);
    await isUsable(client);
  });
});

describe('[A7] what is no call', () => {
  it('is answered where an answer is asked for, and changes nothing', async () => {
    const client = clients.viewer!;
    const before = await seq();
    for (const name of [
      'nothing',
      '',
      'constructor',
      '__proto__',
      'toString',
      'session:patch',
      'x'.repeat(10_000),
      'message',
      'session:join ',
    ]) {
      expect([name, outcome(await client.raw(name, {}))]).toEqual([name, 'bad-request']);
    }
    expect(outcome(await client.raw('session:join'))).toBe('bad-request');
    expect(outcome(await client.raw('session:join', { sessionId, as: 'viewer' }, 'more'))).toBe('bad-request');
    expect(outcome(await client.raw('session:join', Buffer.from('bytes')))).toBe('bad-request');
    expect(
      outcome(await client.raw('session:command', { commandId: newId(), command: { type: 'submit-question', text: Buffer.alloc(100) } })),
    ).toBe('bad-request');
    client.socket.emit('session:command', { commandId: newId(), command: { type: 'submit-question', text: 'No acknowledgement asked' } });
    client.socket.emit('session:command');
    client.socket.emit('session:command', 'not', 'a', 'function');
    await isUsable(client);
    expect(await seq()).toBe(before);
  });

  it('a broken or too large packet costs its sender the connection, nobody else, and they come back', async () => {
    const bystander = clients.host!;
    const broken = [
      '4',
      '42',
      '42{',
      '42["session:join"',
      '4999',
      '421[]',
      '45',
      '451-["x"]',
      '4{"a":1}',
      'bxyz',
      '9',
      '\u0000',
      '42[{"a":1}]',
      '42["connect"]',
      '43[]',
      '41',
    ];
    for (const packet of broken) {
      const client = await harness.join(sessionId, 'viewer');
      const engine = client.socket.io.engine;
      const ws = Reflect.get(engine.transport, 'ws') as { send(text: string): void };
      ws.send(packet);
      await client.command({ type: 'submit-question', text: 'Still here' });
      client.close();
    }
    const large = await harness.join(sessionId, 'viewer');
    const before = await seq();
    expect(
      await large.raw('session:command', {
        commandId: newId(),
        command: { type: 'submit-question', text: 'x'.repeat(limits.messageBytes) },
      }),
    ).toBeNull();
    expect(await seq()).toBe(before);
    expect(await large.command({ type: 'submit-question', text: 'And back again' })).toMatchObject({ ok: true });
    await isUsable(bystander);
  });

  it('a connection with any handshake is accepted or refused with a code', async () => {
    const person = await harness.visit();
    await fc.assert(
      fc.asyncProperty(fc.oneof(nearlyValid({ protocol: 1, tab: 'tab-1' }), anything), async (auth) => {
        const socket = openSocket(person, {
          auth: { ...(typeof auth === 'object' && auth !== null ? auth : { auth }) },
          reconnection: false,
        });
        const { promise, resolve } = Promise.withResolvers<unknown>();
        socket
          .once('connect', () => resolve('connected'))
          .once('connect_error', (error) => resolve('data' in error ? error.data : error.message));
        socket.connect();
        const told = await promise;
        socket.disconnect();
        expect(told === 'connected' ? 'connected' : Failure.parse(told).code).toMatch(/^(connected|bad-request|protocol-mismatch)$/);
      }),
      { ...runs, numRuns: 40 },
    );
  });
});

describe('[A8] a flood of packets', () => {
  const cuts = async () =>
    Number(
      /bedside_calls_total\{call="flood",outcome="rate-limited"\} (\d+)/.exec(await (await fetch(`${harness.url}/metrics`)).text())?.[1] ??
        0,
    );
  const malformed = async () =>
    Number(
      /bedside_calls_total\{call="malformed",outcome="bad-request"\} (\d+)/.exec(
        await (await fetch(`${harness.url}/metrics`)).text(),
      )?.[1] ?? 0,
    );

  it.each(['events', 'pings of WebSocket'])('of %s cuts its sender, and nobody else waits', async (what) => {
    const [flooder, bystander] = [await harness.join(sessionId, 'viewer'), clients.host!];
    const ws = Reflect.get(flooder.socket.io.engine.transport, 'ws') as { send(text: string): void; ping(): void };
    const [cutBefore, handledBefore] = [await cuts(), await malformed()];
    flooder.socket.io.reconnection(false);
    const lost = new Promise((resolve) => flooder.socket.once('disconnect', resolve));
    for (let i = 0; i < 50_000; i++) {
      if (what === 'events') ws.send('42["x"]');
      else ws.ping();
    }
    expect(await bystander.command({ type: 'submit-question', text: 'Am I still heard?' })).toMatchObject({ ok: true });
    await lost;
    expect(await cuts()).toBe(cutBefore + 1);
    expect((await malformed()) - handledBefore).toBeLessThan(limits.packetBurst * 3);
    expect(bystander.socket.connected).toBe(true);
  });
});

describe('[A7] over HTTP', () => {
  let organiser: Person;
  let viewer: Person;

  beforeAll(async () => {
    [organiser, viewer] = [await harness.visit(), await harness.visit()];
    await organiser.takeInvite(await harness.app.invites.organiserLink(harness.url));
  });
  const count = async () => (await harness.store.summaries()).length;

  it.each(['schedule', 'exchange'] as const)('%s takes its schema and nothing else', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(nearlyValid(validBodies[name]), anything), fc.boolean(), async (input, asOrganiser) => {
        const before = await count();
        const response = await (asOrganiser ? organiser : viewer).fetch(routes[name].path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input ?? null),
        });
        const code = outcome(await response.json());
        const fits = routes[name].input.safeParse(overTheWire(input)).success;
        expect(code === 'bad-request').toBe(!fits);
        if (fits) return;
        expect(await count()).toBe(before);
      }),
      runs,
    );
  });

  it('any bytes under any headers are answered with a code', async () => {
    const cookie = organiser.cookie();
    const { port } = new URL(harness.url);
    const header = fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'application/json;charset=latin1',
      'APPLICATION/JSON',
      'text/json',
      '',
    );
    const encoding = fc.constantFrom('identity', 'gzip', 'br', 'deflate', 'x', '');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        header,
        encoding,
        fc.constantFrom('/api/sessions', '/api/invites/exchange', '/api/me', '/api/x'),
        async (bytes, type, coding, path) => {
          const { promise, resolve, reject } = Promise.withResolvers<unknown>();
          const headers = { cookie, origin: harness.url, 'content-type': type, 'content-encoding': coding };
          const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
            let body = '';
            response.on('data', (chunk: Buffer) => (body += chunk.toString()));
            response.on('end', () => resolve(JSON.parse(body)));
          });
          sent.on('error', reject);
          sent.end(bytes);
          expect(['bad-request', 'not-found']).toContain(outcome(await promise));
        },
      ),
      runs,
    );
  });

  it.each(['me', 'sessions'] as const)('%s takes no parameters', async (name) => {
    for (const query of ['?a=1', '?__proto__=1', '?a[b]=1', '?%ff', '?a&a&a']) {
      expect([query, outcome(await (await viewer.fetch(`${routes[name].path}${query}`)).json())]).toEqual([query, 'bad-request']);
    }
    expect(outcome(await (await viewer.fetch(routes[name].path)).json())).toBe('ok');
  });
});

it('[A10] none of this was logged as what nobody foresaw', () => {
  expect(harness.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});
