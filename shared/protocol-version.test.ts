import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { calls, Handshake, pushes, routes } from './rpc.ts';

/** What goes over the wire in either direction, as JSON Schema with sorted keys. */
function wire(): string {
  const sent = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'input' });
  const heard = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'output' });
  const protocol = {
    handshake: sent(Handshake),
    calls: Object.entries(calls).map(([name, { input, result }]) => [name, sent(input), heard(result)]),
    pushes: Object.entries(pushes).map(([name, push]) => [name, heard(push)]),
    routes: Object.values(routes).map(({ method, path, input, result }) => [method, path, sent(input), heard(result)]),
  };
  return JSON.stringify(protocol, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

it('[A6] a protocol that changed has another version: raise PROTOCOL_VERSION, then pin the new hash here', () => {
  const hash = createHash('sha256').update(wire()).digest('base64url');
  expect({ version: PROTOCOL_VERSION, hash }).toEqual({ version: 7, hash: 'm0GMWIyTvRIATKDJh-zYoEGOeSKEBzKNJsETfOmSybU' });
});
