type Credentials = { usernameFragment: string; password: string };
/** What an offer says of its side: one transport for all of its media. */
export type Offer = {
  address: string;
  port: number;
  credentials: Credentials;
  sections: { kind: string; mid: string; payloadType: number; codec: string }[];
};

const attribute = (sdp: string, name: string) => new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim();

/** Reads a Janus offer (RFC 8866, RFC 8829), bundled, with its candidates in it. Throws where something lacks. */
export function readOffer(sdp: string): Offer {
  const [, address, port] = /^a=candidate:\S+ 1 udp \S+ (\d+\.\d+\.\d+\.\d+) (\d+) typ host/im.exec(sdp) ?? [];
  const [usernameFragment, password] = [attribute(sdp, 'ice-ufrag'), attribute(sdp, 'ice-pwd')];
  if (address === undefined || usernameFragment === undefined || password === undefined) throw new Error('an offer without ICE');
  const sections = sdp
    .split(/^(?=m=)/m)
    .slice(1)
    .map((section) => {
      const [, kind = '', payloadType = ''] = /^m=(\w+) \d+ \S+ (\d+)/.exec(section) ?? [];
      const mid = attribute(section, 'mid');
      const codec = attribute(section, 'rtpmap')?.replace(/^\d+ /, '');
      if (mid === undefined || codec === undefined) throw new Error('a section without its codec');
      return { kind, mid, payloadType: Number(payloadType), codec };
    });
  return { address, port: Number(port), credentials: { usernameFragment, password }, sections };
}

/** Takes each section's first codec, without any header extension, as the DTLS client at `port` of the same address. */
export function answerTo({ address, sections }: Offer, port: number, local: Credentials, fingerprint: string): string {
  const lines = ['v=0', `o=- 1 1 IN IP4 ${address}`, 's=-', 't=0 0', `a=group:BUNDLE ${sections.map(({ mid }) => mid).join(' ')}`];
  for (const { kind, mid, payloadType, codec } of sections) {
    lines.push(
      `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
      `c=IN IP4 ${address}`,
      'a=recvonly',
      `a=mid:${mid}`,
      'a=rtcp-mux',
      `a=ice-ufrag:${local.usernameFragment}`,
      `a=ice-pwd:${local.password}`,
      `a=fingerprint:sha-256 ${fingerprint}`,
      'a=setup:active',
      `a=rtpmap:${payloadType} ${codec}`,
    );
    if (kind === 'video') lines.push(`a=rtcp-fb:${payloadType} nack`, `a=rtcp-fb:${payloadType} nack pli`);
    lines.push(`a=candidate:1 1 udp 2130706431 ${address} ${port} typ host`, 'a=end-of-candidates');
  }
  return `${lines.join('\r\n')}\r\n`;
}
