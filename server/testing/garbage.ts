import type { CallName, RouteName } from '@bedside/shared/rpc.ts';
import fc from 'fast-check';

/** Values that code written for honest input trips over. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    -0.5,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    '../..',
    '%00',
    '{}',
  ),
  fc.constantFrom<unknown>([], {}, [[]], { __proto__: null }, { toString: 1 }, { length: 1e9 }, JSON.parse('{"__proto__":{"ok":true}}')),
  fc.constantFrom(10, 1000, 20_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(10, 2000).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

function has(value: unknown, [first, ...rest]: Path): boolean {
  if (first === undefined) return true;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, first) && has(Reflect.get(value, first), rest);
}

function edited(value: unknown, path: Path, edit: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return edit(value);
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const next = edited(Reflect.get(copy as object, first) as unknown, rest, edit);
  if (next === undefined) Reflect.deleteProperty(copy as object, first);
  else Object.defineProperty(copy, first, { value: next, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Inputs near a valid one: a member replaced, taken away, doubled or added. Most don't parse; some do. */
export function nearlyValid(valid: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid);
  const one = fc.tuple(fc.constantFrom(...paths), fc.oneof(hostile, fc.constant(undefined)), fc.constantFrom('replace', 'wrap', 'add'));
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((edits) =>
    edits.reduce<unknown>((value, [path, other, how]) => {
      if (!has(value, path)) return value;
      return edited(value, path, (old) => {
        if (how === 'wrap') return [old];
        if (how === 'add' && typeof old === 'object' && old !== null && !Array.isArray(old)) return { ...old, extra: other ?? null };
        return path.length === 0 ? (other ?? null) : other;
      });
    }, valid),
  );
}

/** Anything that JSON can say. */
export const anything = hostile;

/** What the other side reads, after JSON has lost what it loses. */
export const overTheWire = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

const codecs = [{ kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 }];
const dtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

/** Inputs that parse, for each call: nothing that they name exists. */
export const validInputs: Record<CallName, unknown[]> = {
  'session:join': [{ sessionId: 'some-session', as: 'viewer', since: { audience: 'public', seq: 3, own: 1 } }],
  'session:command': [
    { commandId: 'command-1', command: { type: 'submit-question', text: 'Is this a question?', name: 'Ann' } },
    { commandId: 'command-2', command: { type: 'cast-vote', questionId: 'question-1', on: true } },
    { commandId: 'command-3', command: { type: 'decline-question', questionId: 'question-1', reason: 'other', note: 'Sorry' } },
    { commandId: 'command-5', command: { type: 'edit-question', questionId: 'question-1', text: 'Is it this one?', showName: false } },
    {
      commandId: 'command-6',
      command: {
        type: 'review-questions',
        questionIds: ['question-1', 'question-2'],
        decision: { kind: 'decline', reason: 'emergency' },
      },
    },
    { commandId: 'command-7', command: { type: 'merge-question', questionId: 'question-1', into: 'question-2' } },
    { commandId: 'command-8', command: { type: 'restrict-asker', questionId: 'question-1', restriction: 'remove' } },
    { commandId: 'command-9', command: { type: 'set-slow-mode', seconds: 30 } },
    { commandId: 'command-10', command: { type: 'add-caption', text: 'Good evening.', at: 5 } },
    { commandId: 'command-11', command: { type: 'correct-caption', caption: 3, text: 'Good evening, all.', seen: 4 } },
    { commandId: 'command-12', command: { type: 'set-term', from: 'mi', to: 'myocardial infarction' } },
    { commandId: 'command-4', command: { type: 'set-track', source: 'camera', muted: true } },
    { commandId: 'command-10', command: { type: 'set-layout', layout: 'screen' } },
  ],
  'media:watch': [
    { rtpCapabilities: { codecs, headerExtensions: [{ kind: 'audio', uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', preferredId: 1 }] } },
  ],
  'media:start': [{ dtlsParameters }],
  'media:quality': [{ quality: 'sound' }],
  'media:restart-ice': [{ direction: 'send' }],
  'media:publish': [{}],
  'media:connect': [{ dtlsParameters }],
  'media:produce': [
    {
      source: 'camera',
      rtpParameters: {
        mid: '0',
        codecs: [
          {
            mimeType: 'video/VP8',
            payloadType: 96,
            clockRate: 90_000,
            parameters: { 'x-google-start-bitrate': 1000 },
            rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
          },
        ],
        headerExtensions: [{ uri: 'urn:3gpp:video-orientation', id: 4 }],
        encodings: [{ rid: 'r0', scaleResolutionDownBy: 4 }],
        rtcp: { cname: 'x' },
      },
    },
  ],
  'media:stage': [{}],
  'media:unpublish': [{ epoch: 1 }],
};

const session = { type: 'schedule-session', title: 'Asthma', description: '', host: { name: 'Dr A', title: '' }, startsAt: 1 };

/** The same for routes. */
export const validBodies: Record<RouteName, unknown> = {
  me: {},
  sessions: {},
  schedule: { commandId: 'command-1', session },
  audit: { sessionId: 'some-session', after: '3' },
  captions: { sessionId: 'some-session', before: '3' },
  glossary: { sessionId: 'some-session' },
  captionLink: { sessionId: 'some-session', as: 'host' },
  exchange: { secret: 'A'.repeat(43) },
};
