import * as z from 'zod/mini';
import { Failure } from '@bedside/shared/errors.ts';
import { Seq } from '@bedside/shared/view.ts';

/**
 * As much of Engine.IO 4 in Socket.IO 5 (https://socket.io/docs/v4/engine-io-protocol/, …/socket-io-protocol/) as a page
 * speaks that has a WebSocket, sends no binary and is in the main namespace.
 */
export const wire = {
  path: '/socket.io/?EIO=4&transport=websocket',
  pong: '3',
  connect: (auth: object) => `40${JSON.stringify(auth)}`,
  call: (id: number, name: string, input: object) => `42${id}${JSON.stringify([name, input])}`,
};

export type Heard =
  | { kind: 'open' | 'ping' | 'entered' | 'closed' | 'other' }
  | { kind: 'refused'; code: string }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'patch' | 'own'; to: number }
  | { kind: 'seq'; seq: number };

const Told = z.object({ seq: Seq });
const To = z.object({ to: Seq });
const ConnectError = z.object({ data: Failure });

/** Patches are most of what comes: where their `to` stands is found without parsing the rest. */
const toOf = (text: string): number => {
  const at = text.indexOf('"to":');
  return at < 0 ? To.parse(JSON.parse(text.slice(text.indexOf('{'), -1))).to : Number.parseInt(text.slice(at + 5, at + 20), 10);
};

/** Reads one frame. Throws where a page would: an answer or a push that is none. */
export function hear(text: string): Heard {
  if (text.startsWith('42["session:patch"')) return { kind: 'patch', to: toOf(text) };
  if (text.startsWith('42["session:own"')) return { kind: 'own', to: toOf(text) };
  if (text.startsWith('42["session:seq"')) return { kind: 'seq', seq: Told.parse(JSON.parse(text.slice(17, -1))).seq };
  if (text.startsWith('43')) {
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
