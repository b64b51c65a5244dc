import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goOnStage, newPeer, newSession } from '../contract.ts';
import type { Media } from '../media.ts';
import { thisNode } from '../rtp-fixtures.ts';
import { createSfu } from '../sfu.ts';
import { readOffer } from './offer.ts';
import { capabilitiesOf, playAnswer } from './play.ts';

const consumers: types.Consumer[] = [];
observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => transport.observer.on('newconsumer', (consumer) => consumers.push(consumer))),
  ),
);

let media: Media;
beforeAll(async () => {
  media = await createSfu({
    announcedAddresses: ['127.0.0.1'],
    rtcPortBase: 0,
    logLevel: 'error',
    workers: 1,
    self: thisNode,
    pipes: null,
  });
});
afterAll(() => media.close());

/** As Chromium offers, cut to what matters. `numbered` is transport-cc's extension, `again` RTX's payload type. */
const offerOf = ({ numbered, again, vp8 = 96 }: { numbered: number; again: number; vp8?: number }) =>
  [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'ab').join(':')}`,
    'a=setup:actpass',
    'a=ice-ufrag:abcd',
    'a=ice-pwd:abcdefghijklmnopqrstuvwx',
    `m=video 9 UDP/TLS/RTP/SAVPF ${vp8} ${again}`,
    'a=mid:0',
    'a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid',
    `a=extmap:${numbered} http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01`,
    'a=recvonly',
    `a=rtpmap:${vp8} VP8/90000`,
    ...['goog-remb', 'transport-cc', 'nack', 'nack pli'].map((each) => `a=rtcp-fb:${vp8} ${each}`),
    `a=rtpmap:${again} rtx/90000`,
    `a=fmtp:${again} apt=${vp8}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=mid:1',
    'a=recvonly',
    'a=rtpmap:111 opus/48000/2',
    '',
  ].join('\r\n');

async function play(of: Parameters<typeof offerOf>[0]) {
  const [sessionId, doctor, player] = [newSession(), newPeer('doctor'), newPeer('player')];
  await goOnStage(media, sessionId, doctor, 1);
  const offer = readOffer(offerOf(of));
  const from = consumers.length;
  const watching = await media.watch(sessionId, player, capabilitiesOf(offer), 'automatic', 'public', ['microphone', 'camera']);
  const [, video = ''] = playAnswer(offer, watching).split(/^(?=m=)/m);
  const picture = consumers.slice(from).find(({ kind, type }) => kind === 'video' && type === 'simulcast');
  media.leave(doctor);
  return { video, preferred: picture?.preferredLayers?.spatialLayer };
}

it('[W8] sends again under the payload type of the offer, and begins with the middle layer where nothing is measured', async () => {
  for (const again of [97, 104, 127]) {
    const { video, preferred } = await play({ numbered: 4, again });
    expect(video).toMatch(new RegExp(`^m=video 9 UDP/TLS/RTP/SAVPF 96 ${again}\r\n`));
    expect(video).toContain(`a=rtpmap:${again} rtx/90000\r\na=fmtp:${again} apt=96\r\n`);
    const [, ssrc, repairs] = /a=ssrc-group:FID (\d+) (\d+)/.exec(video) ?? [];
    expect(video).toContain(`a=ssrc:${ssrc} cname:bedside\r\na=ssrc:${repairs} cname:bedside`);
    expect(video).not.toMatch(/transport-cc|remb|extmap/);
    expect(preferred).toBe(1);
  }
  const without = await play({ numbered: 4, again: 35 });
  expect(without.video).toMatch(/^m=video 9 UDP\/TLS\/RTP\/SAVPF 96\r\n/);
  expect(without.video).not.toMatch(/rtx|FID/);
});

it('[W8] measures what arrives where the offer’s numbers are ours', async () => {
  const { video, preferred } = await play({ numbered: 5, again: 97 });
  expect(video).toContain('a=rtcp-fb:96 transport-cc\r\n');
  expect(video.match(/a=extmap:.*/g)).toEqual(['a=extmap:5 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01']);
  expect(preferred).toBe(2);
  // Their probes would be taken for a picture.
  expect((await play({ numbered: 5, again: 97, vp8: 127 })).video).not.toContain('transport-cc');
});
