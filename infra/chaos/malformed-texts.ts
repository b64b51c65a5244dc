import fc from 'fast-check';
import { calls, type CallName } from '@bedside/shared/rpc.ts';
import { anything, nearlyValid, validBodies, validInputs } from '../../server/testing/garbage.ts';
import { frame, frameHead } from './raw-page.ts';
import type { Random } from './random.ts';

const POOL = 300;
const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const json = (value: unknown) => JSON.stringify(value) ?? 'null';
const names = Object.keys(calls).filter((name): name is CallName => Object.hasOwn(calls, name));

const otherNames = ['', 'nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'session:patch', 'message', 'session:join '];

/** JSON to build from, made once: making it costs more than reading it does. */
export function jsonPool(seed: number) {
  const sample = <T>(of: fc.Arbitrary<T>) => fc.sample(of, { numRuns: POOL, seed });
  const inputs = new Map(names.map((name) => [name, sample(fc.oneof(...validInputs[name].map(nearlyValid), anything)).map(json)]));
  const bodies = sample(fc.oneof(nearlyValid(validBodies.schedule), nearlyValid(validBodies.exchange), anything)).map(json);
  return { inputs, bodies, strange: sample(anything).map(json) };
}

/** Packets, frames and requests that are wrong somewhere, as many as asked for; `random` decides which. */
export function malformedTexts(random: Random, { inputs, bodies, strange }: ReturnType<typeof jsonPool>) {
  /** Some bytes of it replaced, taken away or put in. */
  function mutated(bytes: Buffer): Buffer {
    const parts: Buffer[] = [];
    let from = 0;
    for (let edits = 1 + random.below(4); edits > 0; edits--) {
      const at = from + random.below(bytes.length - from + 1);
      parts.push(bytes.subarray(from, at));
      const how = random.below(3);
      if (how > 0) parts.push(random.bytes(1 + random.below(8)));
      from = Math.min(bytes.length, how === 2 ? at : at + 1 + random.below(4));
    }
    return Buffer.concat([...parts, bytes.subarray(from)]);
  }

  const input = (name: CallName) => random.pick(inputs.get(name) ?? strange);

  return {
    mutated,

    /** An event that asks for an acknowledgement and is no call that fits: the socket outlives it (rule A7). */
    event(id: number): string {
      const name = random.pick(names);
      switch (random.below(6)) {
        case 0:
          return `42${id}[${json(random.pick(otherNames))},${random.pick(strange)}]`;
        case 1:
          return `42${id}[${json(name)},${input(name)},${random.pick(strange)}]`;
        case 2:
          return `42${id}[${json(name)}]`;
        default:
          return `42${id}[${json(name)},${input(name)}]`;
      }
    },

    /** A packet of Engine.IO or Socket.IO that may cost its sender the connection. */
    packet(): string {
      const name = random.pick(names);
      switch (random.below(12)) {
        case 0:
          return `451-[${json(name)},{"_placeholder":true,"num":${random.pick(['0', '1', '-1', '1e9', '"0"', 'null'])}}]`;
        case 1:
          return `45${random.below(2 ** 31)}-[${json(name)}]`;
        case 2:
          return `42[${json(name)},${deep(random.pick([100, 10_000, 30_000]))}]`;
        case 3:
          return `42${'9'.repeat(random.pick([16, 400, 5000]))}[${json(name)},{}]`;
        case 4:
          return `42/${random.pick(['admin', '__proto__', 'x'.repeat(2000), '\u0000'])},["x"]`;
        case 5:
          return `4${random.pick(['0', '1', '3', '4', '5', '6', '7', '8', '9', 'x', ''])}${random.pick(strange)}`;
        case 6:
          return `${random.pick(['0', '1', '3probe', '2probe', '5', '6', '7', 'b', 'bAAAA', '\u0000', '9'])}${random.below(2) ? '' : random.pick(strange)}`;
        case 7:
          return `42[${json('x'.repeat(random.pick([10, 60_000, 70_000])))}]`;
        case 8:
          return `40${random.pick(strange)}`;
        case 9:
          return `43${random.below(1000)}${random.pick(strange)}`;
        case 10:
          return `42${random.pick(['{"__proto__":{"ok":true}}', '[{"a":1}]', '["connect"]', '["disconnect"]', '["error",1]', '[]', '[null]'])}`;
        default:
          return mutated(Buffer.from(`42${random.below(100)}[${json(name)},${input(name)}]`)).toString('latin1');
      }
    },

    /** Bytes below Engine.IO: frames that RFC 6455 forbids, or that promise more than they bring. */
    bytes(): Buffer {
      const text = Buffer.from('42["x"]');
      switch (random.below(10)) {
        case 0:
          return random.bytes(1 + random.below(200));
        // Not masked (section 5.1).
        case 1:
          return Buffer.concat([Buffer.from([0x81, text.length]), text]);
        // Reserved bits and opcodes (section 5.2).
        case 2:
          return frame(text, 0x80 | ((1 + random.below(7)) << 4) | 1);
        case 3:
          return frame(text, 0x80 | random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]));
        // Longer than anything may be, up to 2^63 bytes and beyond.
        case 4:
          return Buffer.concat([
            frameHead(0x81, random.pick([70_000n, 2n ** 31n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 64n - 1n])),
            random.bytes(20),
          ]);
        // Control frames that are long or in parts (section 5.5).
        case 5:
          return frame(random.bytes(126 + random.below(500)), 0x80 | random.pick([8, 9, 10]));
        case 6:
          return frame(text, random.pick([8, 9, 10]));
        // What continues nothing, and a message begun within another (section 5.4).
        case 7:
          return random.below(2) ? frame(text, 0x80) : Buffer.concat([frame(text, 1), frame(text, 0x81)]);
        // No UTF-8 (section 8.1), and a close code that nobody may send (section 7.4.1).
        case 8:
          return random.below(2) ? frame(Buffer.from([0xc3, 0x28, 0xff])) : frame(Buffer.from([0x03, 0xed]), 0x88);
        default:
          return mutated(frame(text));
      }
    },

    /** A body for long-polling: packets with U+001E between them. */
    polled: () =>
      Array.from({ length: 1 + random.below(20) }, () =>
        random.pick(['6', '4', '40', '42["x"]', 'b', 'bAA=A', '\u001e', random.pick(strange)]),
      ).join('\u001e'),

    body: (): Buffer => (random.below(3) === 0 ? mutated(Buffer.from(random.pick(bodies))) : Buffer.from(random.pick(bodies))),
  };
}
