import { isDeepStrictEqual } from 'node:util';
import { calls, pushes } from '@bedside/shared/rpc.ts';
import type * as z from 'zod/mini';

const { main, own } = calls['session:join'].result.shape;

const isWhole = (schema: z.ZodMiniType, raw: unknown): boolean => {
  const parsed = schema.safeParse(raw);
  return parsed.success && isDeepStrictEqual(parsed.data, raw);
};

/**
 * Where a packet of Socket.IO tells a page more of a session than the protocol names: pages drop it when they parse, so that no view
 * shows it, and whoever reads what comes in sees it all the same (rule A5). Null where it does not. `data` is an event's name and
 * arguments, or those of an answer.
 */
export function toldTooMuch(data: unknown): string | null {
  const parts: readonly unknown[] = Array.isArray(data) ? data : [];
  const [first, second] = parts;
  if (typeof first === 'string') {
    const name = Object.keys(pushes).find((each): each is keyof typeof pushes => each === first);
    return name === undefined || isWhole(pushes[name], second) ? null : name;
  }
  if (typeof first !== 'object' || first === null || !('main' in first) || !('own' in first)) return null;
  return isWhole(main, first.main) && isWhole(own, first.own) ? null : 'session:join';
}
