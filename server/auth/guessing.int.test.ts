import { afterAll, beforeAll, expect, it } from 'vitest';
import { rateLimits } from '@bedside/shared/limits.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { createIdentities } from './identity.ts';
import { createMemoryLimiter } from './limiter.ts';
import { loadSecrets } from './secrets.ts';

let harness: Harness;

beforeAll(async () => {
  const settings = { TRUST_PROXY: '1', METRICS_TOKEN: 'a-token-for-the-operator' };
  harness = await startApp({ limiter: createMemoryLimiter(), settings });
});
afterAll(() => harness.close());

async function codeOf(response: Response): Promise<string> {
  const answer: unknown = await response.json();
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'ok';
}

const newSecret = async () => (await harness.app.invites.organiserLink(harness.url)).split('#invite=')[1] ?? '';
const wrong = (number: number) => String(number).padStart(43, 'A');

/** Somebody at an address, with a cookie of their own: returns how they try a secret. */
function somebody(address: string): (secret: string) => Promise<string> {
  const identities = createIdentities({ keys: loadSecrets(harness.env.secretsFile).keys, secure: false, now: Date.now });
  const [cookie = ''] = identities.issue().cookie.split(';');
  const headers = { cookie, origin: harness.url, 'x-forwarded-for': address, 'content-type': 'application/json' };
  return async (secret) =>
    codeOf(await fetch(`${harness.url}/api/invites/exchange`, { method: 'POST', headers, body: JSON.stringify({ secret }) }));
}

it('[A3][A8] a person guesses few secrets, then not even the right one is looked up', async () => {
  const secret = await newSecret();
  const [guesser, other] = [somebody('203.0.113.1'), somebody('203.0.113.1')];
  for (let i = 0; i < rateLimits.invite.person.points; i++) expect(await guesser(wrong(i))).toBe('invite-invalid');
  expect(await guesser(secret)).toBe('rate-limited');
  expect(await other(secret)).toBe('ok');
});

it('[A3][A8] an address guesses few secrets, as however many people', async () => {
  const secret = await newSecret();
  for (let i = 0; i < rateLimits.invite.address.points; i++) expect(await somebody('203.0.113.2')(wrong(i))).toBe('invite-invalid');
  expect(await somebody('203.0.113.2')(secret)).toBe('rate-limited');
  expect(await somebody('203.0.113.3')(secret)).toBe('ok');
});

it('[A3] a secret has 256 random bits, and is stored as its hash alone', async () => {
  const secrets = await Promise.all(Array.from({ length: 50 }, newSecret));
  expect(new Set(secrets).size).toBe(secrets.length);
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  // A bit that were always the same would be missing here; of random ones the chance of that is 2 in 2^50 for each.
  const bytes = secrets.map((secret) => Buffer.from(secret, 'base64url'));
  for (let bit = 0; bit < 256; bit++) {
    const set = bytes.filter((secret) => ((secret[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
    expect([bit, set > 0 && set < bytes.length]).toEqual([bit, true]);
  }
});

it('[A8] the token for metrics is not guessed for long either', async () => {
  const ask = (address: string, token: string) =>
    fetch(`${harness.url}/metrics`, { headers: { 'x-forwarded-for': address, authorization: `Bearer ${token}` } });
  const { points } = rateLimits.metrics.address;
  let refused = 0;
  while (refused <= points && (await codeOf(await ask('203.0.113.4', wrong(refused)))) === 'forbidden') refused++;
  expect(refused).toBe(points + 1);
  expect((await ask('203.0.113.4', 'a-token-for-the-operator')).status).toBe(429);
  expect((await ask('203.0.113.5', 'a-token-for-the-operator')).status).toBe(200);
});
