import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startApp } from '../testing/harness.ts';

const HTTPS = 'https://questions.example.org';
const apps: Record<string, Harness> = {};
let clientDir: string;
let noClient: string;

beforeAll(async () => {
  noClient = await mkdtemp(join(tmpdir(), 'bedside-no-client-'));
  clientDir = await mkdtemp(join(tmpdir(), 'bedside-client-'));
  await mkdir(join(clientDir, 'assets'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><html><head><title>Bedside</title></head></html>');
  await writeFile(join(clientDir, 'assets/index-abc123.js'), 'export {};');
  apps['http'] = await startApp({ clientDir });
  apps['https'] = await startApp({ clientDir, settings: { PUBLIC_URL: HTTPS } });
  apps['unbuilt'] = await startApp({ clientDir: noClient });
});
afterAll(async () => {
  for (const app of Object.values(apps)) await app.close();
  await rm(clientDir, { recursive: true });
  await rm(noClient, { recursive: true });
});

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

async function ask(app: string, path: string, more: Asked = {}): Promise<IncomingMessage> {
  const { body, ...options } = more;
  const sent = request({ host: '127.0.0.1', port: apps[app]!.app.port, path, agent: false, ...options });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await once(response.resume(), 'end');
  return response;
}

const json = { 'content-type': 'application/json' };
const polling = '/socket.io/?EIO=4&transport=polling';
/** Every kind of answer: what is asked, and the status that shows that this is what was meant. */
const kinds: [what: string, status: number, path: string, options?: Asked][] = [
  ['a page', 200, '/'],
  ['a page that is not there', 404, '/s/nobody', { headers: { accept: 'text/html' } }],
  ['an asset', 200, '/assets/index-abc123.js'],
  ['an asset that is not there', 404, '/assets/index-other.js'],
  ['the API', 200, '/api/me'],
  ['the API, refusing', 400, '/api/me?x=1'],
  ['an unknown route', 404, '/api/nothing'],
  ['a POST from elsewhere', 403, '/api/sessions', { method: 'POST', headers: json, body: '{}' }],
  ['a body that is too large', 413, '/api/sessions', { method: 'POST', headers: json, body: JSON.stringify({ x: 'x'.repeat(40_000) }) }],
  ['a path that does not decode', 400, '/s/%ff'],
  ['another method', 404, '/', { method: 'TRACE' }],
  ['what a browser asks before a request from elsewhere', 404, '/api/sessions', { method: 'OPTIONS' }],
  ['whether it is well', 200, '/healthz'],
  ['whether it takes pages', 200, '/readyz'],
  ['metrics', 200, '/metrics'],
  ['metrics, refusing', 403, '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
  ['a Socket.IO handshake', 200, polling],
  ['a Socket.IO handshake from elsewhere', 403, polling, { headers: { origin: 'https://evil.example' } }],
  ['a Socket.IO session that is unknown', 400, `${polling}&sid=unknown`],
  ['a Socket.IO transport that is unknown', 400, '/socket.io/?EIO=4&transport=unknown'],
];

describe.each(['http', 'https'])('[A11] over %s', (scheme) => {
  it.each(kinds)('%s (%i) has every header', async (what, status, path, options = {}) => {
    const origin: Record<string, string> = options.method === 'POST' && what !== 'a POST from elsewhere' ? { origin: own(scheme) } : {};
    const { statusCode, headers } = await ask(scheme, path, { ...options, headers: { ...options.headers, ...origin } });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = new Map(
      headers['content-security-policy']
        ?.toString()
        .split(';')
        .map((part) => [part.split(' ')[0], part]),
    );
    for (const [name, value] of Object.entries(policyOf(scheme))) expect(policy.get(name)).toBe(`${name} ${value}`);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|\[|https?:|nonce|hash|upgrade-insecure/);
    expect(headers['strict-transport-security']).toBe(scheme === 'https' ? 'max-age=31536000; includeSubDomains' : undefined);
    const permissions = String(headers['permissions-policy']).split(', ');
    expect(permissions.filter((one) => !one.endsWith('=()'))).toEqual(['camera=(self)', 'microphone=(self)', 'display-capture=(self)']);
    for (const off of ['geolocation', 'screen-wake-lock', 'usb', 'midi', 'payment', 'browsing-topics'])
      expect(permissions).toContain(`${off}=()`);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    for (const told of ['x-powered-by', 'server', 'etag']) expect(headers[told]).toBeUndefined();
  });

  it('[A1] every cookie that is set is for the server alone, for this host alone, and for no script', async () => {
    const set = (await Promise.all(kinds.map(([, , path, options]) => ask(scheme, path, options)))).flatMap(
      ({ headers }) => headers['set-cookie'] ?? [],
    );
    // Two pages and /api/me.
    expect(set).toHaveLength(3);
    const [name, more] = scheme === 'https' ? ['__Host-bedside_id', '; Secure'] : ['bedside_id', ''];
    for (const cookie of set) {
      const [value, ...flags] = cookie.split('; ');
      expect(value).toMatch(new RegExp(`^${name}=[\\w-]{22}\\.[0-9a-z]+\\.[\\w-]{43}$`));
      expect(flags.toSorted().join('; ')).toBe(`HttpOnly; Max-Age=31536000; Path=/; SameSite=Lax${more}`);
    }
  });
});

it('[A1] over https a cookie under the name that other hosts of the domain can set is nobody’s', async () => {
  const [cookie = ''] = (await ask('https', '/api/me')).headers['set-cookie'] ?? [];
  const given = cookie.split(';')[0] ?? '';
  expect((await ask('https', '/api/me', { headers: { cookie: given } })).headers['set-cookie']).toBeUndefined();
  expect((await ask('https', '/api/me', { headers: { cookie: given.replace('__Host-', '') } })).headers['set-cookie']).toHaveLength(1);
});

it('[A11] before the pages are built, the answer that says so has them too', async () => {
  const { statusCode, headers } = await ask('unbuilt', '/');
  expect([statusCode, headers['x-content-type-options']]).toEqual([503, 'nosniff']);
});

const own = (scheme: string) => (scheme === 'https' ? HTTPS : apps['http']!.url);

function policyOf(scheme: string) {
  const { port } = apps['http']!.app;
  return {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': scheme === 'https' ? "'self' wss://questions.example.org" : `'self' ws://localhost:${port} ws://127.0.0.1:${port}`,
    'object-src': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
  };
}
