import { Refusal } from '@bedside/shared/errors.ts';
import { DtlsParameters } from '@bedside/shared/rtp.ts';

/** One codec of a section, as `rtpmap`, `fmtp` and `rtcp-fb` say it (RFC 8866, RFC 4585). */
export type OfferedCodec = {
  payloadType: number;
  name: string;
  clockRate: number;
  channels: number;
  parameters: Record<string, string>;
  feedback: string[];
};

export type OfferedSection = {
  /** Of its `m=` line. */
  kind: string;
  protocol: string;
  formats: string;
  mid: string;
  direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  codecs: OfferedCodec[];
  extensions: { id: number; uri: string }[];
  /** Of the media itself, and of what is sent again (RFC 5576 section 4.2). */
  ssrc: number | null;
  rtxSsrc: number | null;
};

export type Offer = { dtlsParameters: DtlsParameters; sections: OfferedSection[] };

const MAX_SECTIONS = 8;

const all = (text: string, name: string) =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith(`a=${name}:`) || line.startsWith(`a=${name} `) ? [line.slice(name.length + 3).trim()] : []));
const one = (text: string, name: string): string | null => all(text, name)[0] ?? null;

const bad = (message: string) => new Refusal('bad-request', message);

/** Reads an SDP offer (RFC 8866, RFC 8829) of one bundled transport. Throws `Refusal('bad-request')` where something of it lacks. */
export function readOffer(sdp: string): Offer {
  const text = sdp.replaceAll('\r\n', '\n');
  const [session = '', ...rest] = text.split(/^(?=m=)/m);
  if (!session.startsWith('v=0') || rest.length === 0 || rest.length > MAX_SECTIONS) throw bad('no SDP offer with a few media sections');
  const [first = ''] = rest;
  const fingerprint = one(session, 'fingerprint') ?? one(first, 'fingerprint');
  const setup = one(session, 'setup') ?? one(first, 'setup');
  const [algorithm, value] = fingerprint?.split(' ') ?? [];
  if (one(session, 'ice-ufrag') === null && one(first, 'ice-ufrag') === null) throw bad('an offer without ICE');
  const dtlsParameters = DtlsParameters.safeParse({
    // Who offers `actpass` is the client of who answers `passive` (RFC 8842 section 5.3).
    role: setup === 'passive' ? 'server' : 'client',
    fingerprints: [{ algorithm: algorithm?.toLowerCase(), value: value?.toUpperCase() }],
  });
  if (!dtlsParameters.success) throw bad('an offer without a fingerprint');
  return { dtlsParameters: dtlsParameters.data, sections: rest.map(readSection) };
}

function readSection(text: string): OfferedSection {
  const [, kind, protocol, formats] = /^m=(\w+) \d+ (\S+) (.+)$/m.exec(text) ?? [];
  const mid = one(text, 'mid');
  if (kind === undefined || protocol === undefined || formats === undefined || mid === null || !/^[\w-]{1,32}$/.test(mid))
    throw bad('a section without what names it');
  const direction = (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).find((each) => text.split('\n').includes(`a=${each}`));
  const [, ssrc, rtx] = /^a=ssrc-group:FID (\d+) (\d+)/m.exec(text) ?? [];
  const alone = /^a=ssrc:(\d+) /m.exec(text)?.[1];
  return {
    kind,
    protocol,
    formats,
    mid,
    direction: direction ?? 'sendrecv',
    codecs: all(text, 'rtpmap').flatMap((map) => codecOf(map, text)),
    extensions: all(text, 'extmap').flatMap((map) => {
      const [, id, uri] = /^(\d+)(?:\/\w+)? (\S+)/.exec(map) ?? [];
      return id !== undefined && uri !== undefined ? [{ id: Number(id), uri }] : [];
    }),
    ssrc: (ssrc ?? alone) ? Number(ssrc ?? alone) : null,
    rtxSsrc: rtx === undefined ? null : Number(rtx),
  };
}

function codecOf(map: string, section: string): OfferedCodec[] {
  const [, payloadType, name, clockRate, channels] = /^(\d{1,3}) ([\w.-]+)\/(\d+)(?:\/(\d+))?$/.exec(map) ?? [];
  if (payloadType === undefined || name === undefined) return [];
  const of = (attribute: string) => all(section, attribute).filter((value) => value.startsWith(`${payloadType} `));
  const parameters = of('fmtp').flatMap((value) => value.slice(payloadType.length + 1).split(';'));
  return [
    {
      payloadType: Number(payloadType),
      name: name.toLowerCase(),
      clockRate: Number(clockRate),
      channels: Number(channels ?? 1),
      parameters: Object.fromEntries(
        parameters.flatMap((pair) => {
          const [key = '', value = ''] = pair.trim().split('=');
          return key === '' ? [] : [[key, value]];
        }),
      ),
      feedback: of('rtcp-fb').map((value) => value.slice(payloadType.length + 1)),
    },
  ];
}
