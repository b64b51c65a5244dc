import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as httpRequest, type RequestOptions, type Server } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../server/testing/free-port.ts';
import { composeNginx, nginxConfig, type NginxOptions } from './config.ts';
import { findNginx, type Nginx, startNginx } from './nginx.ts';

const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
let folder: string;
let tls: NonNullable<NginxOptions['tls']>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bedside-nginx-'));
  tls = { certificate: path.join(folder, 'certificate.pem'), key: path.join(folder, 'key.pem'), redirect: null, acme: null };
  const names = ['-subj', '/CN=localhost', '-keyout', tls.key, '-out', tls.certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names], { stdio: 'ignore' });
  chmodSync(tls.key, 0o644);
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function directory(name: string): string {
  const made = mkdtempSync(path.join(folder, `${name}-`));
  if (nobody) chownSync(made, nobody.uid, nobody.gid);
  return made;
}

describe('nginx -t', () => {
  const plain = (): NginxOptions => ({
    listen: ['127.0.0.1:18080'],
    nodes: ['127.0.0.1:1'],
    tls: null,
    directory: folder,
    accessLog: null,
  });
  const redirect = { listen: ['18081', '[::]:18081'], port: 8443 };
  it.each([
    ['without TLS', () => plain()],
    ['with several nodes and a log', () => ({ ...plain(), nodes: ['10.0.0.1:3000', '[fd00::1]:3000'], accessLog: '/dev/stdout' })],
    ['with TLS', () => ({ ...plain(), tls })],
    ['with TLS, a redirect and challenges', () => ({ ...plain(), tls: { ...tls, redirect, acme: folder } })],
    ['of compose', () => ({ ...composeNginx, directory: folder, tls: { ...tls, redirect: { listen: ['18080'], port: 443 } } })],
  ])('takes the variant %s', (_what, options) => {
    const file = path.join(directory('check'), 'nginx.conf');
    writeFileSync(file, nginxConfig(options()));
    // It prints a complaint on standard error and exits with 1, which throws.
    execFileSync(findNginx() ?? 'nginx', ['-t', '-q', '-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
    expect(readFileSync(file, 'utf8')).toContain('proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;');
  });
});

it('print.ts listens on IPv6 too, but for a machine that has none', () => {
  const print = (...more: string[]) => {
    const args = ['--node', '127.0.0.1:3000', '--directory', folder, '--certificate', tls.certificate, '--key', tls.key, ...more];
    const text = execFileSync(process.execPath, [path.join(import.meta.dirname, 'print.ts'), ...args], { encoding: 'utf8' });
    return [...text.matchAll(/^ *listen (\S+?)(?: ssl http2)?;/gm)].map(([, listen]) => listen);
  };
  expect(print()).toEqual(['443', '[::]:443', '80', '[::]:80']);
  expect(print('--ipv4')).toEqual(['443', '80']);
});

type Seen = { method: string; url: string; headers: IncomingMessage['headers'] };
type Node = { port: number; seen: Seen[]; upgraded: Socket[]; listen(): Promise<void>; close(): Promise<void> };

/** A node that says who it is, takes every WebSocket, and cuts the connection of a POST to /cut. */
async function startNode(name: string): Promise<Node> {
  let server: Server;
  const node: Node = {
    port: await freePort(),
    seen: [],
    upgraded: [],
    async listen() {
      server = createServer((request, response) => {
        node.seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
        if (request.url === '/cut') return void request.socket.destroy();
        request.resume().on('end', () => response.setHeader('content-type', 'text/plain').end(name));
      });
      server.on('upgrade', (request, socket: Socket) => {
        node.seen.push({ method: 'UPGRADE', url: request.url ?? '', headers: request.headers });
        node.upgraded.push(socket);
        socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\r\n');
        socket.on('error', () => {});
      });
      server.listen(node.port, '127.0.0.1');
      await once(server, 'listening');
    },
    async close() {
      for (const socket of node.upgraded.splice(0)) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  await node.listen();
  return node;
}

describe('nginx in front of two nodes', () => {
  let nodes: Node[];
  let nginx: Nginx;
  let options: NginxOptions;
  let port: number;

  beforeAll(async () => {
    nodes = [await startNode('0'), await startNode('1')];
    port = await freePort();
    const place = directory('run');
    options = {
      listen: [`127.0.0.1:${port}`],
      nodes: nodes.map((node) => `127.0.0.1:${node.port}`),
      tls: null,
      directory: place,
      accessLog: path.join(place, 'access.log'),
    };
    nginx = await startNginx(options, `http://127.0.0.1:${port}/`, nobody);
  });
  afterAll(async () => {
    for (const node of nodes) await node.close();
    await nginx.close();
  });
  beforeEach(() => {
    for (const node of nodes) node.seen.length = 0;
  });

  async function ask(asked: string, more: RequestOptions & { body?: string } = {}): Promise<{ status: number; body: string }> {
    const { body, ...settings } = more;
    // No agent: every request has a connection of its own.
    const request = httpRequest({ host: '127.0.0.1', port, path: asked, agent: false, ...settings });
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode ?? 0, body: text };
  }
  const polling = (cookie: string, sid = '') => ask(`/socket.io/?EIO=4&transport=polling${sid}`, { headers: { cookie } });
  const idOf = (person: number, issued = 'tlpwu8') => `bedside_id=person-${person}.${issued}.mac`;
  const seenBy = (method: string) => nodes.map(({ seen }) => seen.filter((one) => one.method === method).length);

  async function websocket(cookie: string, query = 'transport=websocket'): Promise<Socket> {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', cookie };
    const request = httpRequest({ host: '127.0.0.1', port, path: `/socket.io/?EIO=4&${query}`, headers, agent: false });
    request.end();
    const [, socket] = (await once(request, 'upgrade')) as [IncomingMessage, Socket];
    return socket.on('error', () => {});
  }

  it('long-polling stays with one node per person, also when the cookie was issued anew, and people spread', async () => {
    const used = new Set<string>();
    for (let person = 0; person < 12; person++) {
      const first = (await polling(idOf(person))).body;
      used.add(first);
      const again = [
        await polling(`theme=dark; ${idOf(person)}; other=1`, '&sid=abc'),
        await polling(idOf(person, 'tmzzzz')),
        await polling(`__Host-${idOf(person)}`),
      ];
      expect(again.map(({ body }) => body)).toEqual([first, first, first]);
    }
    expect(used).toEqual(new Set(['0', '1']));
    // Without a cookie, and with one that only looks like ours: by address, hence all together.
    const strangers = [await polling(''), await polling('not_bedside_id=person-1.a.b'), await polling('bedside_id=person-2')];
    expect(new Set(strangers.map(({ body }) => body)).size).toBe(1);
  });

  it('WebSockets go to whichever node has fewer; one that long-polling became stays with its node', async () => {
    const sockets = [];
    for (let number = 0; number < 6; number++) sockets.push(await websocket(idOf(1)));
    expect(seenBy('UPGRADE')).toEqual([3, 3]);
    const home = Number((await polling(idOf(1))).body);
    for (let number = 0; number < 3; number++) sockets.push(await websocket(idOf(1), 'transport=websocket&sid=abc'));
    expect(seenBy('UPGRADE')[home]).toBe(6);
    for (const socket of sockets) socket.destroy();
  });

  it('what is said on a WebSocket arrives as it is', async () => {
    const before = new Set(nodes.flatMap(({ upgraded }) => upgraded));
    const socket = await websocket(idOf(3));
    const upstream = nodes.flatMap(({ upgraded }) => upgraded).find((one) => !before.has(one));
    upstream?.on('data', (chunk: Buffer) => upstream.write(chunk.toString().toUpperCase()));
    socket.write('hello');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toBe('HELLO');
    socket.destroy();
  });

  it('a node that stopped listening is passed over at once, for reading and for writing, and used again when it is back', async () => {
    await nodes[0]?.close();
    for (let number = 0; number < 20; number++) {
      expect(await ask('/', { method: number % 2 ? 'POST' : 'GET' })).toEqual({ status: 200, body: '1' });
      expect(await polling(idOf(number))).toEqual({ status: 200, body: '1' });
    }
    await nodes[0]?.listen();
    await expect.poll(async () => (await ask('/')).body, { timeout: 30_000, interval: 50 }).toBe('0');
  });

  it('what was sent once and may have been done is not sent again', async () => {
    expect((await ask('/cut', { method: 'POST', body: '{}' })).status).toBe(502);
    expect(seenBy('POST').reduce((all, one) => all + one)).toBe(1);
  });

  it.each(['/metrics', '/metrics/', '/Metrics', '/%6detrics', '//metrics', '/x/../metrics'])('refuses %s from outside', async (asked) => {
    expect((await ask(asked)).status).toBe(404);
    expect(seenBy('GET')).toEqual([0, 0]);
  });

  it('adds the address to X-Forwarded-For, keeps Host, refuses bodies above 64 kB', async () => {
    const given = { 'x-forwarded-for': '192.0.2.1', host: 'questions.example.org' };
    for (const asked of ['/', '/socket.io/?EIO=4&transport=polling']) await ask(asked, { headers: given });
    const seen = nodes.flatMap((node) => node.seen.map(({ headers }) => headers));
    const passed = { 'x-forwarded-for': '192.0.2.1, 127.0.0.1', 'x-forwarded-proto': 'http', host: 'questions.example.org' };
    expect(seen).toEqual([expect.objectContaining(passed), expect.objectContaining(passed)]);
    expect((await ask('/api/x', { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('[A10] its log has no address and no query string', async () => {
    await ask('/s/a-session?secret=a-secret', { headers: { cookie: 'bedside_id=a-person.b.c' } });
    await expect.poll(() => readFileSync(options.accessLog ?? '', 'utf8'), { timeout: 20_000 }).toMatch(/ GET \/s\/a-session 200 /);
    const log = readFileSync(options.accessLog ?? '', 'utf8').replaceAll(/ node=[\d.:, ]+/g, '');
    expect(log).not.toMatch(/a-secret|a-person|127\.0\.0\.1|192\.0\.2\.1|\?/);
  });

  it('does not take another program’s answer for its own start', async () => {
    const taken = nodes[0]?.port ?? 0;
    const place = { ...options, directory: directory('taken'), listen: [`127.0.0.1:${taken}`] };
    await expect(startNginx(place, `http://127.0.0.1:${taken}/`, nobody)).rejects.toThrow(/^nginx ended: [^]*Address already in use/);
  });

  it('with TLS: HSTS once, nothing older than 1.2, and plain HTTP is sent there', async () => {
    const [secure, insecure] = [await freePort(), await freePort()];
    const redirect = { listen: [`127.0.0.1:${insecure}`], port: secure };
    const place = directory('tls');
    const front = await startNginx(
      { ...options, directory: place, accessLog: null, listen: [`127.0.0.1:${secure}`], tls: { ...tls, redirect } },
      `http://127.0.0.1:${insecure}/`,
      nobody,
    );
    const secured = async (asked: string, more: object) => {
      const request = httpsRequest({
        host: '127.0.0.1',
        port: secure,
        path: asked,
        ca: readFileSync(tls.certificate),
        servername: 'localhost',
        agent: false,
        ...more,
      });
      request.end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      response.resume();
      return response;
    };
    const response = await secured('/', {});
    expect(response.statusCode).toBe(200);
    expect(response.headersDistinct['strict-transport-security']).toEqual(['max-age=31536000']);
    expect((await secured('/metrics', {})).headers['strict-transport-security']).toBe('max-age=31536000');
    await expect(secured('/', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' })).rejects.toThrow(
      /alert|protocol/i,
    );
    const moved = await fetch(`http://127.0.0.1:${insecure}/s/x?y=1`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `https://127.0.0.1:${secure}/s/x?y=1`]);
    await front.close();
  });
});
