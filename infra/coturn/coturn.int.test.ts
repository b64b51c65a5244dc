import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { createIceServers, turnCredential } from '../../server/auth/turn.ts';
import { freePort } from '../../server/testing/free-port.ts';
import { type Coturn, startCoturn } from './coturn.ts';
import { openTurn, type TurnClient } from './turn-client.ts';

const secret = 'a-secret-of-coturn-and-bedside';
const next = 'the-next-secret-of-coturn-and-bedside';
const host = '127.0.0.1';
/** Of the nodes, in TEST-NET-3 (RFC 5737): a permission for it sends nothing there. */
const media = '203.0.113.5';
let port: number;
let coturn: Coturn;

beforeAll(async () => {
  port = await freePort();
  coturn = await startCoturn({
    'listening-ip': host,
    'relay-ip': host,
    'listening-port': String(port),
    'tls-listening-port': String(await freePort()),
    // The old one and the next one, as while it is changed.
    'static-auth-secret': [secret, next],
    'allowed-peer-ip': media,
  });
});
afterAll(() => coturn.close());

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function asking<T>(credential: { username: string; credential: string }, ask: (client: TurnClient) => Promise<T>): Promise<T> {
  const client = await openTurn({ host, port }, credential);
  try {
    return await ask(client);
  } finally {
    client.close();
  }
}

describe('Debian’s coturn with infra/coturn/turnserver.conf', () => {
  it.each([secret, next])('[N2] takes what a page is given, while the secret is changed too', async (each) => {
    const [server] = createIceServers({ urls: [`turn:${host}:${port}`], secret: each }, Date.now)();
    const { username = '', credential = '' } = server ?? {};
    expect(await asking({ username, credential }, (client) => client.allocate())).toBe(0);
  });

  it.each([
    ['that has run out', turnCredential(secret, inSeconds(-2), 'somebody')],
    ['under another secret', turnCredential(`${secret}!`, inSeconds(60), 'somebody')],
    ['whose time was moved', { ...turnCredential(secret, inSeconds(60), 'somebody'), username: `${inSeconds(6000)}:somebody` }],
    ['of another name', { ...turnCredential(secret, inSeconds(60), 'somebody'), username: `${inSeconds(60)}:somebody-else` }],
    ['without a password', { username: `${inSeconds(60)}:somebody`, credential: '' }],
  ])('[N2] refuses a credential %s', async (_what, credential) => {
    expect(await asking(credential, (client) => client.allocate())).toBe(401);
  });

  it('[N2] lets what flows flow on when its credential runs out, and opens nothing new with it', async () => {
    const credential = turnCredential(secret, inSeconds(2), 'somebody-who-stays');
    await asking(credential, async (client) => {
      expect(await client.allocate()).toBe(0);
      await sleep(4000);
      expect(await client.refresh()).toBe(0);
      expect(await client.permit(media)).toBe(0);
    });
    expect(await asking(credential, (client) => client.allocate())).toBe(401);
  });

  it('[N4] relays to the media address, and into no network', async () => {
    await asking(turnCredential(secret, inSeconds(60), 'somebody-curious'), async (client) => {
      expect(await client.allocate()).toBe(0);
      expect(await client.permit(media)).toBe(0);
      const others = [
        '203.0.113.6',
        '10.0.0.3',
        '172.16.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '127.0.0.1',
        '0.0.0.0',
        '224.0.0.1',
        '8.8.8.8',
      ];
      for (const peer of others) expect([peer, await client.permit(peer)]).toEqual([peer, 403]);
    });
  });

  it('[N4] gives one credential no more ways than one page needs', async () => {
    const credential = turnCredential(secret, inSeconds(60), 'somebody-greedy');
    const clients = await Promise.all(Array.from({ length: 13 }, () => openTurn({ host, port }, credential)));
    const answers = [];
    for (const client of clients) answers.push(await client.allocate());
    // RFC 8656: 486 is "Allocation Quota Reached".
    expect(answers).toEqual([...Array.from({ length: 12 }, () => 0), 486]);
    for (const client of clients) client.close();
  });

  it('logs what it refused, and nobody’s address', () => {
    expect(coturn.said()).toContain('Cannot find credentials of user');
    expect(coturn.said()).toContain('10.0.0.3 denied');
    expect(coturn.said()).not.toContain('remote');
  });
});
