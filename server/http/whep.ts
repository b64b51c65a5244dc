import type { Request, Router } from 'express';
import * as z from 'zod/mini';
import { SessionId } from '@bedside/shared/ids.ts';
import { addressOf } from '../addresses.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Wrap } from '../sockets/handle.ts';
import { Offered, sdpResources } from './sdp.ts';

/** What shows a player the stage. */
export type Playing = {
  play(sessionId: SessionId, sdp: string, address: string): Promise<{ resource: string; answer: string }>;
  stop(sessionId: SessionId, resource: string): Promise<void>;
};

/** WHEP (draft-ietf-wish-whep): POST plays what is on stage, to whoever may see the session; DELETE ends it. */
export function createWhepRoutes({ wrap, whep, hops }: { wrap: Wrap; whep: Playing; hops: number }): Router {
  const common = { action: () => 'media:watch' as const, actor: () => 'viewer' as const, limit: () => 'player' as const };
  const post = wrap({
    ...common,
    name: 'whep',
    input: Offered,
    run: ({ sessionId, sdp }, { address }: Caller) => whep.play(sessionId, sdp, address),
  });
  const end = wrap({
    ...common,
    name: 'whep-end',
    input: z.strictObject({ sessionId: SessionId, resource: z.string().check(z.regex(/^[\w-]{22}$/)) }),
    async run({ sessionId, resource }, _caller: Caller) {
      await whep.stop(sessionId, resource);
      return {};
    },
  });
  const callerOf = (request: Request): Caller => ({ person: null, address: addressOf(request, hops) });

  return sdpResources('/whep', callerOf, post, end);
}
