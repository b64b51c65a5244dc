import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandId, type SessionId } from '@bedside/shared/ids.ts';
import { can, Role } from '@bedside/shared/roles.ts';
import { actionOf, type CallInput, type CallName, calls } from '@bedside/shared/rpc.ts';
import { openClient, type Person } from '../testing/client.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';

let harness: Harness;
let sessionId: SessionId;

beforeAll(async () => {
  harness = await startApp();
  sessionId = await harness.schedule();
});
afterAll(() => harness.close());

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) => (answer.ok ? 'ok' : answer.error.code);
const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value: Array.from({ length: 32 }, () => 'AB').join(':') }] };
const rtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000 }],
  headerExtensions: [],
  encodings: [{ ssrc: 1 }],
  rtcp: {},
};

/** Of every call, an input that parses: what is refused is refused for who asks. */
const inputs: { [N in Exclude<CallName, 'session:command' | 'session:join'>]: CallInput<N> } = {
  'media:watch': { rtpCapabilities: { codecs: [], headerExtensions: [] } },
  'media:start': { dtlsParameters },
  'media:quality': { quality: 'sound' },
  'media:restart-ice': { direction: 'recv' },
  'media:publish': {},
  'media:connect': { dtlsParameters },
  'media:produce': { source: 'microphone', rtpParameters },
  'media:stage': {},
  'media:unpublish': { epoch: null },
  'outputs:status': {},
};
const names = Object.keys(inputs).filter((name): name is keyof typeof inputs => name in inputs);

it('every call is in the matrix: those of the log are in access.int.test.ts', () => {
  expect([...names, 'session:command', 'session:join'].toSorted()).toEqual(Object.keys(calls).toSorted());
});

describe.each(Role.options)('[A4] as %s', (role) => {
  it.each(names)('%s is refused, or not, as roles.ts says of its action', async (name) => {
    const client = await harness.join(sessionId, role);
    const code = codeOf(await client.call(name, inputs[name]));
    expect(code === 'forbidden').toBe(!can(role, actionOf[name]));
    expect(code).not.toMatch(/bad-request|internal/);
    client.close();
  });

  it.each(Role.options)('joins as %s only with that role of that session', async (as) => {
    const person = role === 'viewer' ? await harness.visit() : await harness.staff(sessionId, role);
    const client = await openClient(person, sessionId, 'viewer');
    expect(codeOf(await client.call('session:join', { sessionId, as }))).toBe(as === role || as === 'viewer' ? 'ok' : 'forbidden');
    const elsewhere = await harness.schedule();
    expect(codeOf(await client.call('session:join', { sessionId: elsewhere, as }))).toBe(as === 'viewer' ? 'ok' : 'forbidden');
    client.close();
  });
});

describe('[A4] an organiser', () => {
  let organiser: Person;
  beforeAll(async () => {
    organiser = await harness.visit();
    await organiser.takeInvite(await harness.app.invites.organiserLink(harness.url));
  });

  it('schedules, and has by that no role in any session, their own neither', async () => {
    const plan = { type: 'schedule-session', title: 'Mine', host: { name: 'A', title: '' }, startsAt: 1 } as const;
    const answer = await organiser.api('schedule', { commandId: CommandId.parse(newId()), session: plan });
    if (!answer.ok) throw new Error(answer.error.code);
    for (const id of [answer.sessionId, sessionId]) {
      const client = await openClient(organiser, id, 'viewer');
      for (const as of ['moderator', 'host'] as const)
        expect(codeOf(await client.call('session:join', { sessionId: id, as }))).toBe('forbidden');
      client.close();
    }
  });
});

it('[A2] who lost a role is refused from the next join on, and the link that they have is void', async () => {
  const link = await harness.app.invites.staffLink(harness.url, sessionId, 'moderator');
  const person = await harness.visit();
  await person.takeInvite(link);
  const before = await openClient(person, sessionId, 'moderator');
  before.close();
  await harness.store.revokeRole(sessionId, 'moderator');
  const client = await openClient(person, sessionId, 'viewer');
  expect(codeOf(await client.call('session:join', { sessionId, as: 'moderator' }))).toBe('forbidden');
  await expect(person.takeInvite(link)).rejects.toThrow('invite-invalid');
});
