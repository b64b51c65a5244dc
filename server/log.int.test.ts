import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionId } from '@bedside/shared/ids.ts';
import { calls, parseAnswer, routes } from '@bedside/shared/rpc.ts';
import { openClient, openSocket, type Person, refusalOf } from './testing/client.ts';
import { type Harness, newId, startApp } from './testing/harness.ts';
import { memoryStore } from './testing/memory-store.ts';
import { type Store, StoreUnavailable } from './store/store.ts';

// What must be in no line, each recognisable wherever it went.
const marks = {
  text: 'zymurgy-text',
  name: 'zymurgy-name',
  note: 'zymurgy-note',
  title: 'zymurgy-title',
  token: 'zymurgy-metrics-token',
  turn: 'zymurgy-turn-secret',
  garbage: 'zymurgy-garbage',
  fault: 'zymurgy-fault',
  address: '203.0.113.77',
};
const secrets = new Set<string>(Object.values(marks));

/** How a store or the media layer fails: by what may quote anything, over several lines that look like a stack. */
const quoting = `duplicate key (${marks.fault})\n    at ${marks.fault} (${marks.fault}/x:1:2)\nDETAIL: ${marks.fault}`;
let fault: (() => Error) | null = null;

/** A real store, every method of which fails while there is a fault. */
function faulty(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || name === 'close') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        if (fault) throw fault();
        return Reflect.apply(method, target, args);
      };
    },
  });
}

let harness: Harness;
let sessionId: SessionId;

beforeAll(async () => {
  const settings = { TRUST_PROXY: '1', METRICS_TOKEN: marks.token, TURN_URLS: 'turn:turn.example.org', TURN_SECRET: marks.turn };
  harness = await startApp({ store: faulty(memoryStore()), settings });
  sessionId = await harness.schedule(marks.title);
});
afterAll(async () => {
  fault = null;
  await harness.close();
});

const from = { 'x-forwarded-for': marks.address };
const json = { ...from, 'content-type': 'application/json' };

/** Remembers what a person must not be found by: their cookie, whole and in parts. */
function remember(person: Person): Person {
  for (const part of person.cookie().split('=')[1]?.split('.') ?? []) if (part.length > 8) secrets.add(part);
  return person;
}

async function overHttp(person: Person): Promise<void> {
  const link = fault ? 'x#invite=none' : await harness.app.invites.staffLink(harness.url, sessionId, 'moderator');
  const secret = link.split('#invite=')[1] ?? '';
  secrets.add(secret === 'none' ? marks.fault : secret);
  const session = { type: 'schedule-session', title: marks.title, host: { name: marks.name, title: '' }, startsAt: 1 };
  const bodies = [
    { commandId: newId(), session },
    { secret },
    { secret: 'A'.repeat(43), [marks.garbage]: marks.garbage },
    { commandId: marks.garbage, session: { ...session, [marks.garbage]: marks.text } },
    [marks.garbage],
  ];
  for (const { path } of Object.values(routes)) {
    await person.fetch(`${path}?${marks.garbage}=${marks.garbage}`, { headers: from });
    for (const body of bodies) await person.fetch(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
    await person.fetch(path, { method: 'POST', headers: json, body: `{"${marks.garbage}` });
    await person.fetch(path, { method: 'POST', headers: { ...json, origin: `https://${marks.garbage}.example` }, body: '{}' });
  }
  for (const path of [
    '/',
    `/s/${sessionId}`,
    `/s/${marks.garbage}`,
    `/s/%ff${marks.garbage}`,
    `/${marks.garbage}`,
    '/healthz',
    '/readyz',
  ]) {
    await person.fetch(path, { headers: from });
  }
  for (const token of [marks.token, marks.garbage])
    await person.fetch('/metrics', { headers: { ...from, authorization: `Bearer ${token}` } });
}

async function overSocket(person: Person): Promise<void> {
  for (const auth of [{ protocol: 1, tab: marks.garbage }, { [marks.garbage]: 1 }]) {
    await refusalOf(openSocket(person, { auth, reconnection: false }));
  }
  await refusalOf(openSocket(person, { cookie: `bedside_id=${marks.garbage}`, reconnection: false }));
  const socket = openSocket(person, { reconnection: false });
  socket.connect();
  await expect.poll(() => socket.connected).toBe(true);
  const call = (name: string, input: unknown) => socket.timeout(5000).emitWithAck(name, input);
  const commands = [
    { type: 'submit-question', text: marks.text, name: marks.name },
    { type: 'submit-question', text: { [marks.garbage]: marks.text } },
    { type: 'decline-question', questionId: 'question-1', reason: 'other', note: marks.note },
    { type: 'cast-vote', questionId: 'question-1', on: true },
    { type: marks.garbage },
  ];
  await call('session:join', { sessionId, as: 'viewer' });
  for (const as of ['moderator', 'host', marks.garbage]) await call('session:join', { sessionId, as });
  for (const command of commands) await call('session:command', { commandId: newId(), command });
  for (const name of [...Object.keys(calls), marks.garbage]) await call(name, { [marks.garbage]: marks.garbage });
  const published = parseAnswer(calls['media:publish'].result, await call('media:publish', {}));
  if (published.ok) for (const { credential = marks.fault } of published.iceServers) secrets.add(credential);
  await call('media:stage', {});
  await call('media:watch', { rtpCapabilities: { codecs: [], headerExtensions: [] } });
  socket.disconnect();
}

const faults: [string, (() => Error) | null, string][] = [
  ['nothing fails', null, 'listening'],
  ['the database refuses', () => new StoreUnavailable(quoting, 'SQLITE_FULL 13'), 'the database refused'],
  ['the database fails as nobody foresaw', () => new SyntaxError(quoting), 'a call failed'],
  ['an error with members fails', () => Object.assign(new Error(quoting, { cause: quoting }), { detail: quoting }), 'a call failed'],
];

describe.each(faults)('[A10] [N2] where %s', (_what, error, said) => {
  it('no line has a text, a name, a token, a cookie, a secret or an address', async () => {
    fault = null;
    const [viewer, moderator] = [remember(await harness.visit()), remember(await harness.staff(sessionId, 'moderator'))];
    const host = remember(await harness.staff(sessionId, 'host'));
    const watch = harness.media.watch;
    if (error) harness.media.watch = () => Promise.reject(error());
    fault = error;
    for (const person of [viewer, moderator, host]) {
      await overHttp(person);
      await overSocket(person);
    }
    fault = null;
    harness.media.watch = watch;
    const log = harness.lines.join('');
    expect(log).toContain(said);
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/zymurgy|127\.0\.0\.1|203\.0\.113/);
  });
});

it('[A10] what was driven was really there: the question in the view, the title on the page', async () => {
  const moderator = await openClient(await harness.staff(sessionId, 'moderator'), sessionId, 'moderator');
  expect(JSON.stringify(moderator.view())).toContain(marks.text);
  moderator.close();
});

it.each([
  ['what nobody caught', 'setImmediate(() => { throw error; });'],
  ['a rejection that nobody handled', 'void Promise.reject(error);'],
  ['a failure to stop', "process.kill(process.pid, 'SIGTERM');"],
])('[A10] a process that ends by %s says where, and not what', async (_what, crash) => {
  const script = `
    import { stopOnSignals } from ${JSON.stringify(join(import.meta.dirname, 'run.ts'))};
    const error = new Error(${JSON.stringify(quoting)});
    stopOnSignals({ drain: () => Promise.reject(error), close: async () => {} });
    setInterval(() => {}, 1000);
    ${crash}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said).toMatch(/^\{"error":\{"name":"Error","frames":\["at /);
  expect(said).not.toContain(marks.fault);
});
