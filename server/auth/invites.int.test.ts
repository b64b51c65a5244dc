import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { type Harness, newId, someone, startApp } from '../testing/harness.ts';

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

const DAY_MS = 24 * 60 * 60 * 1000;

/** A session that starts so many days from now, of the server's clock. */
async function scheduleIn(days: number) {
  const plan = { type: 'schedule-session', title: 'Later', host: { name: 'Dr Test', title: '' } } as const;
  const startsAt = Date.now() + clock.ahead + days * DAY_MS;
  const answer = await harness.app.sessions.schedule({ role: 'organiser', person: someone() }, CommandId.parse(newId()), {
    ...plan,
    startsAt,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.sessionId;
}

it.each([
  ['its issue, where the session has begun', -3, limits.inviteDays],
  ['the session’s planned start, where that lies ahead', 30, 30 + limits.inviteDays],
])('[A3] expires unused days after %s', async (_what, startsIn, validDays) => {
  const sessionId = await scheduleIn(startsIn);
  const issue = async () => secretOf(await harness.app.invites.staffLink(harness.url, sessionId, 'host'));
  const [intime, late] = [await issue(), await issue()];
  clock.ahead += validDays * DAY_MS - 60_000;
  expect(code(await (await harness.visit()).api('exchange', { secret: intime }))).toBe('ok');
  clock.ahead += 60_000;
  expect(code(await (await harness.visit()).api('exchange', { secret: late }))).toBe('invite-expired');
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
