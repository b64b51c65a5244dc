import { expect, it } from 'vitest';
import { createWays, limitedTo, offers } from './ways.ts';

const stun = { urls: ['stun:stun.example.org'] };
const turn = { urls: ['turns:turn.example.org:443?transport=tcp'], username: '1800000000:x', credential: 'y' };

it('[N1] keeps TURN for when the direct ways led nowhere, which they are given a short while for', () => {
  const ways = createWays();
  expect([ways.of([stun, turn]), ways.connectMs()]).toEqual([[stun], 3000]);
  expect(ways.foundNone()).toBe(true);
  expect([ways.of([stun, turn]), ways.connectMs()]).toEqual([[stun, turn], 10_000]);
  expect(ways.foundNone()).toBe(false);
  expect(ways.of([turn])).toEqual([turn]);
});

it('[N1] gives the direct ways all the time where there are no others, and takes others when there are', () => {
  const ways = createWays();
  expect([ways.of([stun]), ways.connectMs(), ways.foundNone()]).toEqual([[stun], 10_000, false]);
  // Another server may have what the first one had not.
  expect([ways.of([turn]), ways.connectMs(), ways.foundNone()]).toEqual([[], 3000, true]);
});

it('[S22] goes one way alone when it is tried by itself', () => {
  const candidate = (protocol: 'udp' | 'tcp') => ({
    protocol,
    foundation: 'f',
    priority: 1,
    ip: '192.0.2.1',
    address: '192.0.2.1',
    port: 1,
    type: 'host' as const,
  });
  const transport = {
    id: 't',
    iceParameters: { usernameFragment: 'u', password: 'p' },
    iceCandidates: [candidate('udp'), candidate('tcp')],
    dtlsParameters: { fingerprints: [] },
  };
  const published = { transport, iceServers: [stun, turn] };
  expect(limitedTo('tcp', published)).toMatchObject({ iceServers: [], transport: { iceCandidates: [{ protocol: 'tcp' }] } });
  expect(limitedTo('turn', published)).toMatchObject({ iceServers: [turn], iceTransportPolicy: 'relay' });
  expect(offers(published, 'turn')).toBe(true);
  expect(offers({ ...published, iceServers: [stun] }, 'turn')).toBe(false);
  expect(offers(limitedTo('udp', published), 'tcp')).toBe(false);
});
