import { Refusal } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
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

type Lines = readonly string[];

const all = (lines: Lines, name: string) =>
  lines.flatMap((line) => (line.startsWith(`a=${name}:`) || line.startsWith(`a=${name} `) ? [line.slice(name.length + 3).trim()] : []));
const one = (lines: Lines, name: string): string | null => all(lines, name)[0] ?? null;

const bad = (message: string) => new Refusal('bad-request', message);

/** Throws `Refusal('too-large')` where there is more of anything than an honest offer has (rule W11). */
function bound(lines: Lines): void {
  const tooMany =
    lines.length > limits.sdpLines ||
    lines.some((line) => line.length > limits.sdpLineChars) ||
    lines.filter((line) => line.startsWith('m=')).length > limits.sdpSections ||
    all(lines, 'candidate').length > limits.sdpEach;
  if (tooMany) throw new Refusal('too-large', 'more than an SDP offer needs');
}

function boundSection(lines: Lines): void {
  const most = { rtpmap: limits.sdpEach, fmtp: limits.sdpEach, extmap: limits.sdpEach, 'rtcp-fb': limits.sdpEach * 8 };
  for (const [name, count] of Object.entries(most))
    if (all(lines, name).length > count) throw new Refusal('too-large', `a section with more than ${count} ${name}`);
}

/**
 * Reads an SDP offer (RFC 8866, RFC 8829) of one bundled transport. Throws `Refusal('bad-request')` where something of it lacks,
 * and `Refusal('too-large')` where something is there too often.
 */
export function readOffer(sdp: string): Offer {
  const lines = sdp.split(/\r?\n/);
  bound(lines);
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  const session = lines.slice(0, starts[0]);
  const rest = starts.map((from, at) => lines.slice(from, starts[at + 1]));
  const [first = []] = rest;
  if (session[0] !== 'v=0' || rest.length === 0) throw bad('no SDP offer with a few media sections');
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

function readSection(lines: Lines): OfferedSection {
  boundSection(lines);
  const [, kind, protocol, formats] = /^m=(\w+) \d+ (\S+) (.+)$/.exec(lines[0] ?? '') ?? [];
  const mid = one(lines, 'mid');
  if (kind === undefined || protocol === undefined || formats === undefined || mid === null || !/^[\w-]{1,32}$/.test(mid))
    throw bad('a section without what names it');
  const direction = (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).find((each) => lines.includes(`a=${each}`));
  const [, ssrc, rtx] =
    all(lines, 'ssrc-group')
      .map((group) => /^FID (\d+) (\d+)/.exec(group))
      .find((found) => found !== null) ?? [];
  const alone = /^(\d+) /.exec(one(lines, 'ssrc') ?? '')?.[1];
  return {
    kind,
    protocol,
    formats,
    mid,
    direction: direction ?? 'sendrecv',
    codecs: all(lines, 'rtpmap').flatMap((map) => codecOf(map, lines)),
    extensions: all(lines, 'extmap').flatMap((map) => {
      const [, id, uri] = /^(\d+)(?:\/\w+)? (\S+)/.exec(map) ?? [];
      return id !== undefined && uri !== undefined ? [{ id: Number(id), uri }] : [];
    }),
    ssrc: (ssrc ?? alone) ? Number(ssrc ?? alone) : null,
    rtxSsrc: rtx === undefined ? null : Number(rtx),
  };
}

function codecOf(map: string, section: Lines): OfferedCodec[] {
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
