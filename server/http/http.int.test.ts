import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '@bedside/shared/errors.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { createMemoryLimiter } from '../auth/limiter.ts';
import { visit } from '../testing/client.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';

let harness: Harness;
let clientDir: string;

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'bedside-client-'));
  await mkdir(join(clientDir, 'assets'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><html><head><title>Bedside</title></head><body>the page</body></html>');
  const big = `export const big = '${'x'.repeat(5000)}';`;
  await writeFile(join(clientDir, 'assets/index-abc123.js'), big);
  await writeFile(join(clientDir, 'assets/index-abc123.js.br'), brotliCompressSync(big));
  await writeFile(join(clientDir, 'assets/index-abc123.js.gz'), gzipSync(big));
  await writeFile(join(clientDir, '.built-from'), 'secret of the build');
  harness = await startApp({ clientDir, settings: { METRICS_TOKEN: 'a-token-for-the-operator', TRUST_PROXY: '1' } });
});
afterAll(async () => {
  await harness.close();
  await rm(clientDir, { recursive: true });
});

const json = { 'content-type': 'application/json' };
const codeOf = async (response: Response) => {
  const body = (await response.json()) as { error: unknown };
  return Failure.parse(body.error).code;
};

/** A request whose target fetch would tidy up. */
async function rawGet(path: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const { port } = new URL(harness.url);
  httpRequest({ host: '127.0.0.1', port, path }, (response) => {
    let body = '';
    response.on('data', (chunk: Buffer) => (body += chunk.toString()));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('/api/me', () => {
  it('[A1] gives a stranger an identity, and a known person no other one', async () => {
    const stranger = await fetch(`${harness.url}/api/me`);
    expect(await stranger.json()).toEqual({ ok: true, protocol: PROTOCOL_VERSION, organiser: false });
    const [cookie = ''] = stranger.headers.getSetCookie();
    expect(cookie).toMatch(/^bedside_id=\S+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await fetch(`${harness.url}/api/me`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(again.headers.getSetCookie()).toEqual([]);
    const tampered = await fetch(`${harness.url}/api/me`, { headers: { cookie: `${cookie.split(';')[0]}x` } });
    expect(tampered.headers.getSetCookie()).toHaveLength(1);
  });
});

describe('POST /api/sessions', () => {
  const body = (title = 'Asthma') => ({
    commandId: newId('command'),
    session: { type: 'schedule-session', title, host: { name: 'Dr A', title: '' }, startsAt: 1_900_000_000_000 },
  });

  it('[A2][A4] is for organisers; links carry the secrets in their fragment', async () => {
    const person = await harness.visit();
    const init = () => ({ method: 'POST', headers: json, body: JSON.stringify(body()) });
    expect(await codeOf(await person.fetch('/api/sessions', init()))).toBe('forbidden');
    await person.takeInvite(await harness.app.invites.organiserLink(harness.url));
    expect(await (await person.fetch('/api/me')).json()).toMatchObject({ organiser: true });
    const answer = (await (await person.fetch('/api/sessions', init())).json()) as { sessionId: string; links: Record<string, string> };
    expect(answer).toMatchObject({ ok: true });
    const base = `${harness.url}/s/${answer.sessionId}`;
    expect(answer.links['viewer']).toBe(base);
    for (const role of ['host', 'moderator']) expect(answer.links[role]).toMatch(new RegExp(`^${base}\\?as=${role}#invite=[\\w-]{43}$`));
    const host = await harness.visit();
    await host.takeInvite(answer.links['host'] ?? '');
  });

  it('[R5] the same command makes one session', async () => {
    const person = await harness.visit();
    await person.takeInvite(await harness.app.invites.organiserLink(harness.url));
    const init = { method: 'POST', headers: json, body: JSON.stringify(body('Only once')) };
    const [first, second] = await Promise.all([1, 2].map(async () => (await person.fetch('/api/sessions', init)).json()));
    expect((first as { sessionId: string }).sessionId).toBe((second as { sessionId: string }).sessionId);
    const listed = await person.api('sessions', {});
    expect(listed.ok && listed.upcoming.filter(({ title }) => title === 'Only once')).toHaveLength(1);
  });

  it('[A6] takes nothing from another site, and nothing but JSON', async () => {
    const person = await harness.visit();
    const send = (headers: Record<string, string>, text = '{}') => person.fetch('/api/sessions', { method: 'POST', headers, body: text });
    for (const origin of ['https://evil.example', 'null', harness.url.replace('http:', 'https:'), `${harness.url}.evil.example`]) {
      expect([origin, await codeOf(await send({ ...json, origin }))]).toEqual([origin, 'forbidden']);
    }
    const without = await fetch(`${harness.url}/api/sessions`, { method: 'POST', headers: json, body: '{}' });
    expect(await codeOf(without)).toBe('forbidden');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect([type, await codeOf(await send({ 'content-type': type }, 'a=1'))]).toEqual([type, 'bad-request']);
    }
    const { port } = new URL(harness.url);
    expect(await codeOf(await send({ ...json, origin: `http://127.0.0.1:${port}` }))).toBe('bad-request');
  });
});

describe('what is not a proper request', () => {
  it('[A7] is answered with a code, never with a page or a stack', async () => {
    const person = await harness.visit();
    const post = (body: string, headers = {}) =>
      person.fetch('/api/invites/exchange', { method: 'POST', headers: { ...json, ...headers }, body });
    expect(await codeOf(await post('{"secret":'))).toBe('bad-request');
    expect(await codeOf(await post('null'))).toBe('bad-request');
    expect(await codeOf(await post(JSON.stringify({ secret: 'x'.repeat(40_000) })))).toBe('too-large');
    expect(await codeOf(await post('{}', { 'content-encoding': 'gzip' }))).toBe('bad-request');
    expect(await codeOf(await post('{}', { 'content-encoding': 'compress' }))).toBe('bad-request');
    expect(await codeOf(await post('{}', { 'content-type': 'application/json; charset=x-klingon' }))).toBe('bad-request');
    expect(await codeOf(await person.fetch('/api/nothing'))).toBe('not-found');
    expect(await codeOf(await person.fetch('/api/me?x=1'))).toBe('bad-request');
    expect(await codeOf(await person.fetch('/api/me', { method: 'DELETE', headers: json }))).toBe('not-found');
    expect(JSON.parse((await rawGet('/s/%ff')).body)).toMatchObject({ error: { code: 'bad-request' } });
  });
});

describe('pages', () => {
  it('serves what was built, for ever, compressed; and nothing else of the disk', async () => {
    const asset = await fetch(`${harness.url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await asset.text()).toContain('export const big');
    const other = await fetch(`${harness.url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(other.headers.get('content-encoding')).toBe('gzip');
    expect(await other.text()).toContain('export const big');
    const plain = await fetch(`${harness.url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toHaveLength(5022);
    for (const path of [
      '/.built-from',
      '/assets/index-abc123.js.br',
      '/assets/../.built-from',
      '/assets/%2e%2e/.built-from',
      '/../package.json',
      '//etc/passwd',
      '/assets/',
      '/assets',
    ]) {
      const { status, body } = await rawGet(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain('secret of the build');
    }
  });

  it('gives every address its page, a session its title, escaped', async () => {
    const sessionId = await harness.schedule(`Ask <script>alert('x')</script> & "more"`);
    const page = await (await fetch(`${harness.url}/s/${sessionId}`)).text();
    expect(page).toContain('<title>Ask &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot; · Bedside</title>');
    expect(page).toContain(`<meta property="og:url" content="${harness.url}/s/${sessionId}" />`);
    expect(page).not.toContain('<script');
    for (const [path, status] of [
      ['/', 200],
      ['/new', 200],
      ['/s/nobody', 404],
      ['/s/!', 404],
      ['/elsewhere', 404],
    ] as const) {
      const response = await fetch(`${harness.url}${path}`, { headers: { accept: 'text/html' } });
      expect([path, response.status, await response.text()]).toEqual([path, status, expect.stringContaining('the page')]);
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
    }
  });

  it('[A1] a first visit to a page is who its visitor is from then on', async () => {
    const first = await fetch(`${harness.url}/`);
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^bedside_id=/);
    for (const path of ['/', '/new', '/s/nobody', '/api/me']) {
      expect((await fetch(`${harness.url}${path}`, { headers: { cookie } })).headers.getSetCookie()).toEqual([]);
    }
    expect((await fetch(`${harness.url}/assets/index-abc123.js`)).headers.getSetCookie()).toEqual([]);
  });

  it('[A8] gives an address so many identities and lookups; over that the page alone', async () => {
    const opened: string[] = [];
    const limiter = createMemoryLimiter();
    const limited = await startApp({ clientDir, limiter, settings: { TRUST_PROXY: '1' } });
    const { open } = limited.app.sessions;
    try {
      const sessionId = await limited.schedule('A title of its own');
      limited.app.sessions.open = (id) => {
        opened.push(id);
        return open(id);
      };
      const get = async (address: string, cookie = '') => {
        const response = await fetch(`${limited.url}/s/${sessionId}`, { headers: { 'x-forwarded-for': address, cookie } });
        return { cookies: response.headers.getSetCookie(), status: response.status, text: await response.text() };
      };
      const here = { person: null, address: '203.0.113.9' };
      const cookie = (await get('203.0.113.10')).cookies[0]?.split(';')[0] ?? '';
      while ((await limiter.take('identity', here)) === 0);
      const nameless = await get(here.address);
      expect(nameless).toMatchObject({ cookies: [], status: 200, text: expect.stringContaining('A title of its own') });
      expect((await get('203.0.113.10')).cookies).toHaveLength(1);
      while ((await limiter.take('read', here)) === 0);
      const before = opened.length;
      expect(before).toBeGreaterThan(0);
      const page = await get(here.address, cookie);
      expect(page).toMatchObject({ cookies: [], status: 200, text: expect.stringContaining('the page') });
      expect(page.text).not.toContain('A title of its own');
      expect(opened).toHaveLength(before);
    } finally {
      await limited.close();
    }
  });

  it('forbids what the pages do not need', async () => {
    const { headers } = await fetch(`${harness.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self';script-src 'self';style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*|\[/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('for the operator', () => {
  it('shows metrics to this machine and to whoever has the token', async () => {
    const metrics = (headers: Record<string, string>) => fetch(`${harness.url}/metrics`, { headers });
    const text = await (await metrics({})).text();
    expect(text).toContain('bedside_calls_total');
    expect(text).toMatch(/^bedside_media\{kind="transports"\} 0$/m);
    const outside = { 'x-forwarded-for': '203.0.113.9' };
    expect(await codeOf(await metrics(outside))).toBe('forbidden');
    expect(await codeOf(await metrics({ ...outside, authorization: 'Bearer a-token-for-the-operatoR' }))).toBe('forbidden');
    expect((await metrics({ ...outside, authorization: 'Bearer a-token-for-the-operator' })).status).toBe(200);
    expect(await (await fetch(`${harness.url}/healthz`)).json()).toEqual({ ok: true });
  });

  it('[A10] logs no text, token, cookie, person or address', async () => {
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    await viewer.command({ type: 'submit-question', text: 'A very private sentence', name: 'Wilhelmina' });
    await viewer.raw('session:command', { private: 'A very private sentence' });
    const link = await harness.app.invites.staffLink(harness.url, sessionId, 'moderator');
    await (await visit(harness.url)).takeInvite(link);
    // Failures inside are logged; what they quote is not.
    harness.media.watch = () => Promise.reject(new Error(`A very private sentence from 203.0.113.77: ${viewer.person.cookie()}`));
    await viewer.call('media:watch', { rtpCapabilities: { codecs: [], headerExtensions: [] } });
    await fetch(`${harness.url}/api/me`, { headers: { 'x-forwarded-for': '203.0.113.77' } });
    const log = harness.lines.join('');
    expect(log).toContain('a call failed');
    const secret = /#invite=(.+)/.exec(link)?.[1] ?? 'none';
    const cookie = viewer.person.cookie().split('=')[1] ?? 'none';
    for (const never of ['private', 'Wilhelmina', secret, cookie, cookie.split('.')[0] ?? 'none', '127.0.0.1', '203.0.113']) {
      expect(log).not.toContain(never);
    }
  });
});

it('ends an upgrade that is none of its sockets at once, also on a connection that had an answer before', async () => {
  const { hostname, port } = new URL(harness.url);
  const socket = connect(Number(port), hostname);
  const ask = (lines: string) => socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${lines}\r\n`);
  ask('');
  const [answer]: unknown[] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 \d{3} /);
  ask('Connection: Upgrade\r\nUpgrade: websocket\r\n');
  await once(socket.resume(), 'close');
});
