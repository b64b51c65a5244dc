import { createHash } from 'node:crypto';
import type { SessionId } from '@bedside/shared/ids.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startApp } from '../testing/harness.ts';

let harness: Harness;
let sessionId: SessionId;
const token = 'T'.repeat(43);
beforeAll(async () => {
  harness = await startApp();
  sessionId = await harness.schedule();
  await harness.act(sessionId, 'host', { type: 'set-ingest', hash: createHash('sha256').update(token).digest('base64url') });
});
afterAll(() => harness.close());

const offer = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1 2',
  'a=setup:actpass',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'ab').join(':')}`,
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'a=sendonly',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=ssrc:1001 cname:obs',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
  'a=mid:1',
  'a=sendonly',
  'a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:9 urn:example:unknown',
  'a=rtpmap:96 H264/90000',
  'a=fmtp:96 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'a=rtcp-fb:96 nack pli',
  'a=rtcp-fb:96 x-unknown',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:98 AV1/90000',
  'a=ssrc-group:FID 2001 2002',
  'a=ssrc:2001 cname:obs',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=mid:2',
  '',
].join('\r\n');

const call = (
  method: string,
  path: string,
  { body = null, auth = `Bearer ${token}`, type = 'application/sdp' }: { body?: string | null; auth?: string; type?: string } = {},
) =>
  fetch(`${harness.url}${path}`, {
    method,
    body,
    headers: { ...(auth ? { authorization: auth } : {}), ...(body === null ? {} : { 'content-type': type }) },
  });
const path = () => `/whip/${sessionId}`;
const streamNow = async () => (await harness.app.sessions.open(sessionId))?.state.stream;

it('[W1] refuses who has no token, another one, or a revoked one', async () => {
  const bare = await call('POST', path(), { body: offer, auth: '' });
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect((await call('POST', path(), { body: offer, auth: `Bearer ${'U'.repeat(43)}` })).status).toBe(403);
  const other = await harness.schedule('Another session');
  expect((await call('POST', `/whip/${other}`, { body: offer })).status).toBe(403);
  expect(await streamNow()).toMatchObject({ status: 'off' });
  expect(harness.lines.join('')).not.toContain(token);
});

it('[W2] says with the right status what it does not take', async () => {
  expect((await call('POST', path(), { body: offer, type: 'text/plain' })).status).toBe(415);
  expect((await call('POST', path(), { body: 'hello' })).status).toBe(422);
  expect((await call('POST', path(), { body: offer.replaceAll('H264', 'H265').replace('opus', 'PCMU') })).status).toBe(422);
  expect((await call('PATCH', `${path()}/1-${'r'.repeat(22)}`, { body: 'a=candidate' })).status).toBe(405);
  const options = await call('OPTIONS', path(), { auth: '' });
  expect([options.status, options.headers.get('accept-post'), options.headers.get('access-control-allow-origin')]).toEqual([
    204,
    'application/sdp',
    '*',
  ]);
});

it('[W11] bounds what an offer may have of anything, and tells its sender so', async () => {
  const many = (line: (at: number) => string, count: number) => Array.from({ length: count }, (_, at) => line(at)).join('\r\n');
  const after = (line: string, more: string) => offer.replace(line, `${line}\r\n${more}`);
  const media = 'a=rtpmap:98 AV1/90000';
  for (const body of [
    after(
      media,
      many(() => 'a=rtpmap:99 AV1/90000', 64),
    ),
    after(
      media,
      many(() => 'a=fmtp:99 profile=0', 64),
    ),
    after(
      media,
      many((at) => `a=extmap:${at} urn:example:${at}`, 64),
    ),
    after(
      media,
      many(() => 'a=rtcp-fb:98 nack', 512),
    ),
    after(
      media,
      many((at) => `a=candidate:1 1 udp 1 192.0.2.1 ${at} typ host`, 65),
    ),
    after(
      media,
      many(() => 'a=x', 1000),
    ),
    after(media, `a=fmtp:98 ${'x'.repeat(1000)}`),
    `${offer}${many((at) => `m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:m${at}`, 6)}\r\n`,
  ])
    expect((await call('POST', path(), { body })).status).toBe(413);
  for (const body of [
    offer.replaceAll(':111 ', ':999 '),
    offer.replace('48000', '99999999999'),
    offer.replace('a=ssrc:1001', 'a=ssrc:99999999999'),
    offer.replace('a=extmap:3 ', 'a=extmap:300 '),
  ])
    expect((await call('POST', path(), { body })).status).toBe(422);
  expect(await streamNow()).toMatchObject({ status: 'off', epoch: 0 });
});

it('[W2] [W3] puts an encoder on stage with an answer of what both can, and takes it off by DELETE', async () => {
  const created = await call('POST', path(), { body: offer });
  expect(created.status).toBe(201);
  const [location, etag] = [created.headers.get('location') ?? '', created.headers.get('etag')];
  expect(etag).toBe(`"${location.split('/').at(-1)}"`);
  const answer = await created.text();
  expect(created.headers.get('content-type')).toContain('application/sdp');
  const sections = answer.split(/^(?=m=)/m).slice(1);
  expect(sections.map((section) => section.split('\r\n')[0])).toEqual([
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
    'm=application 0 UDP/DTLS/SCTP webrtc-datachannel',
  ]);
  expect(answer).toContain('a=group:BUNDLE 0 1\r\n');
  expect(sections[1]).toMatch(/a=recvonly[\s\S]*a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid[\s\S]*a=setup:passive[\s\S]*a=candidate:/);
  expect(answer).not.toMatch(/unknown|AV1/);
  expect(await streamNow()).toMatchObject({ status: 'on', external: true, onStage: ['microphone', 'camera'] });
  const { phase, outputs } = (await harness.app.sessions.open(sessionId))?.view('presenter').session ?? {};
  expect({ phase, external: outputs?.external }).toEqual({ phase: 'open', external: true });

  expect((await call('DELETE', location, { auth: 'Bearer wrong' })).status).toBe(403);
  expect((await call('DELETE', location)).status).toBe(200);
  expect(await streamNow()).toMatchObject({ status: 'off', external: false });
  expect(harness.media.stageOf(sessionId)).toBeNull();
});

it('[W3] [S4] sends no more when its session ends', async () => {
  await call('POST', path(), { body: offer });
  await harness.act(sessionId, 'host', { type: 'end-session' });
  expect(harness.media.stageOf(sessionId)).toBeNull();
  expect((await call('POST', path(), { body: offer })).status).toBe(409);
});
