import { expect, it } from 'vitest';
import { answerTo, readOffer } from './janus-sdp.ts';

const offer = `v=0
o=- 1 1 IN IP4 127.0.0.1
s=A doctor
t=0 0
a=group:BUNDLE a v
a=ice-options:trickle
m=audio 9 UDP/TLS/RTP/SAVPF 111
c=IN IP4 127.0.0.1
a=sendonly
a=mid:a
a=rtcp-mux
a=ice-ufrag:abcd
a=ice-pwd:0123456789abcdefghijkl
a=rtpmap:111 opus/48000/2
a=candidate:1 1 udp 2015363327 127.0.0.1 41234 typ host
m=video 9 UDP/TLS/RTP/SAVPF 96 97
c=IN IP4 127.0.0.1
a=mid:v
a=rtpmap:96 VP8/90000
a=rtpmap:97 rtx/90000
`;

it("reads Janus's offer", () => {
  expect(readOffer(offer)).toEqual({
    address: '127.0.0.1',
    port: 41_234,
    credentials: { usernameFragment: 'abcd', password: '0123456789abcdefghijkl' },
    sections: [
      { kind: 'audio', mid: 'a', payloadType: 111, codec: 'opus/48000/2' },
      { kind: 'video', mid: 'v', payloadType: 96, codec: 'VP8/90000' },
    ],
  });
  expect(() => readOffer(offer.replace(/^a=candidate.*$/m, ''))).toThrow('without ICE');
});

it('answers with a section for each of its', () => {
  const answer = answerTo(readOffer(offer), 5000, { usernameFragment: 'ours', password: 'secret' }, 'AA:BB');
  const lines = answer.split('\r\n');
  expect(lines.filter((line) => line.startsWith('m='))).toEqual(['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'm=video 9 UDP/TLS/RTP/SAVPF 96']);
  expect(lines).toContain('a=group:BUNDLE a v');
  expect(lines.filter((line) => line === 'a=setup:active')).toHaveLength(2);
  expect(lines).toContain('a=candidate:1 1 udp 2130706431 127.0.0.1 5000 typ host');
  expect(lines.at(-1)).toBe('');
});
