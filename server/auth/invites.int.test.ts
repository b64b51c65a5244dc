import { afterAll, beforeAll, expect, it } from 'vitest';
import { limits } from '@bedside/shared/limits.ts';
import { type Harness, startApp } from '../testing/harness.ts';

let harness: Harness;
const clock = { ahead: 0 };

beforeAll(async () => {
  harness = await startApp({ now: () => Date.now() + clock.ahead });
});
afterAll(() => harness.close());

const secretOf = (link: string) => /#invite=(.+)$/.exec(link)?.[1] ?? '';
const invite = async (role: 'host' | 'moderator') => {
  const sessionId = await harness.schedule();
  return { sessionId, secret: secretOf(await harness.app.invites.staffLink(harness.url, sessionId, role)) };
};
const code = (answer: { ok: true } | { ok: false; error: { code: string } }) => (answer.ok ? 'ok' : answer.error.code);

it('[A3] is exchanged once, for one person, who may present it again', async () => {
  const { sessionId, secret } = await invite('host');
  const [one, other] = [await harness.visit(), await harness.visit()];
  expect(await one.api('exchange', { secret })).toEqual({ ok: true, sessionId, role: 'host' });
  expect(code(await other.api('exchange', { secret }))).toBe('invite-used');
  expect(await one.api('exchange', { secret })).toEqual({ ok: true, sessionId, role: 'host' });
});

it('[A3] of many at once who present it, one has it', async () => {
  const { secret } = await invite('moderator');
  const people = await Promise.all(Array.from({ length: 8 }, () => harness.visit()));
  const codes = await Promise.all(people.map(async (person) => code(await person.api('exchange', { secret }))));
  expect(codes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'invite-used'), 'ok']);
});

it('[A3] expires', async () => {
  const { secret } = await invite('host');
  clock.ahead += limits.inviteDays * 24 * 60 * 60 * 1000 + 1;
  expect(code(await (await harness.visit()).api('exchange', { secret }))).toBe('invite-expired');
});

it('[A3] is not guessed, and not spent by somebody without a cookie', async () => {
  const { secret } = await invite('host');
  const person = await harness.visit();
  expect(code(await person.api('exchange', { secret: 'A'.repeat(43) }))).toBe('invite-invalid');
  const bare = await person.fetch('/api/invites/exchange', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: '' },
    body: JSON.stringify({ secret }),
  });
  expect(await bare.json()).toMatchObject({ error: { code: 'no-identity' } });
  expect(code(await person.api('exchange', { secret }))).toBe('ok');
});

it('[A2] says nothing about another session or role', async () => {
  const { sessionId, secret } = await invite('moderator');
  const other = await harness.schedule();
  const client = await harness.join(other, 'viewer');
  await client.person.api('exchange', { secret });
  expect(code(await client.call('session:join', { sessionId: other, as: 'moderator' }))).toBe('forbidden');
  expect(code(await client.call('session:join', { sessionId, as: 'host' }))).toBe('forbidden');
  expect(code(await client.call('session:join', { sessionId, as: 'moderator' }))).toBe('ok');
});
