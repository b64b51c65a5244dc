import { expect, it } from 'vitest';
import { limits } from '@bedside/shared/limits.ts';
import { IceServer } from '@bedside/shared/rtp.ts';
import { createIceServers, turnCredential } from './turn.ts';

const secret = 'a-secret-of-coturn-and-bedside';
const urls = ['stun:stun.example.org', 'turns:turn.example.org:443?transport=tcp', 'turn:turn.example.org'];

// printf %s 1800000000:Zm9vYmFyYmF6cXV4 | openssl dgst -sha1 -hmac a-secret-of-coturn-and-bedside -binary | openssl base64
// That a real coturn takes what is made so, and nothing else, is in infra/coturn/coturn.int.test.ts.
it('[N2] is what openssl makes of the same', () => {
  expect(turnCredential(secret, 1_800_000_000, 'Zm9vYmFyYmF6cXV4')).toEqual({
    username: '1800000000:Zm9vYmFyYmF6cXV4',
    credential: 'DtkNitMekIPHlq0dm1fgU5X0Y6s=',
  });
});

it('[N2] is another one each time, names nobody, and runs out after turnSeconds', () => {
  const iceServers = createIceServers({ urls, secret }, () => 1_800_000_000_999);
  const given = Array.from({ length: 100 }, () => iceServers());
  for (const servers of given) {
    expect(servers.map((server) => IceServer.parse(server))).toEqual(servers);
    const [stun, turn, ...more] = servers;
    expect(stun).toEqual({ urls: ['stun:stun.example.org'] });
    expect(turn?.urls).toEqual(urls.slice(1));
    expect(turn?.username).toMatch(new RegExp(`^${1_800_000_000 + limits.turnSeconds}:[\\w-]{16}$`));
    expect(more).toEqual([]);
  }
  expect(new Set(given.map(([, turn]) => turn?.username)).size).toBe(100);
  expect(new Set(given.map(([, turn]) => turn?.credential)).size).toBe(100);
});

it('tells nothing where there is nothing, and STUN without a credential', () => {
  expect(createIceServers(null, Date.now)()).toEqual([]);
  expect(createIceServers({ urls: ['stun:stun.example.org'], secret: null }, Date.now)()).toEqual([{ urls: ['stun:stun.example.org'] }]);
});
