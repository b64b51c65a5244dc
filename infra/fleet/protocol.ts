import * as z from 'zod/mini';
import { Failure } from '@bedside/shared/errors.ts';
import { Seq } from '@bedside/shared/ids.ts';

/**
 * As much of Engine.IO 4 in Socket.IO 5 (https://socket.io/docs/v4/engine-io-protocol/, …/socket-io-protocol/) as a page
 * speaks that has a WebSocket, sends no binary and is in the main namespace.
 */
export const wire = {
  path: '/socket.io/?EIO=4&transport=websocket',
  pong: '3',
  connect: (auth: object) => `40${JSON.stringify(auth)}`,
  call: (id: number, name: string, input: unknown) => `42${id}${JSON.stringify([name, input])}`,
};

export type Heard =
  | { kind: 'open' | 'ping' | 'entered' | 'closed' | 'other' }
  | { kind: 'refused'; code: string }
  | { kind: 'answer'; id: number; answer: unknown }
  /** The commonest answer, to a command. */
  | { kind: 'done'; id: number; seq: number }
  | { kind: 'patch' | 'own'; to: number }
  | { kind: 'seq'; seq: number };

const Told = z.object({ seq: Seq });
const ConnectError = z.object({ data: Failure });

/** Patches are most of what comes: where their `to` stands is found without parsing the rest. Null where it is not there. */
function toOf(text: string): number | null {
  const to = /"to":(\d{1,9}),/.exec(text)?.[1];
  return to === undefined ? null : Number(to);
}

function missing(): never {
  throw new Error('a patch without where it leads to');
}

const DONE = /^43(\d{1,9})\[\{"ok":true,"seq":(\d{1,9})\}\]$/;

/** Reads one frame. Throws where a page would: an answer or a push that is none. */
export function hear(frame: Buffer): Heard {
  // Names and numbers come first, and are ASCII: of a patch no more has to be decoded.
  const head = frame.toString('latin1', 0, 64);
  if (head.startsWith('42["session:patch"')) return { kind: 'patch', to: toOf(head) ?? toOf(frame.toString()) ?? missing() };
  if (head.startsWith('42["session:own"')) return { kind: 'own', to: toOf(head) ?? toOf(frame.toString()) ?? missing() };
  const text = frame.toString();
  if (text.startsWith('42["session:seq"')) return { kind: 'seq', seq: Told.parse(JSON.parse(text.slice(17, -1))).seq };
  if (text.startsWith('43')) {
    const [, of, seq] = DONE.exec(text) ?? [];
    if (of !== undefined) return { kind: 'done', id: Number(of), seq: Number(seq) };
    const begin = text.indexOf('[');
    const [answer]: unknown[] = z.array(z.unknown()).parse(JSON.parse(text.slice(begin)));
    return { kind: 'answer', id: Number(text.slice(2, begin)), answer };
  }
  if (text.startsWith('40')) return { kind: 'entered' };
  if (text.startsWith('41')) return { kind: 'closed' };
  if (text.startsWith('44')) {
    const failure = ConnectError.safeParse(JSON.parse(text.slice(2)));
    return { kind: 'refused', code: failure.success ? failure.data.data.code : 'unknown' };
  }
  if (text === '2') return { kind: 'ping' };
  return { kind: text.startsWith('0') ? 'open' : 'other' };
}
