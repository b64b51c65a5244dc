import type { Request, Router } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { addressOf } from '../addresses.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Wrap } from '../sockets/handle.ts';
import { Offered, sdpResources } from './sdp.ts';

/** What takes an encoder's stream. */
export type Ingest = {
  admits(sessionId: SessionId, token: string): Promise<boolean>;
  publish(sessionId: SessionId, token: string, sdp: string): Promise<{ resource: string; answer: string }>;
  end(sessionId: SessionId, resource: string): Promise<void>;
};

type Sender = Caller & { token: string | null };

/** WHIP (RFC 9725): POST puts an encoder on stage, DELETE takes it off. Neither trickle ICE nor restarts: ours is ICE lite, all candidates at once. */
export function createWhipRoutes({ wrap, whip, hops }: { wrap: Wrap; whip: Ingest; hops: number }): Router {
  const tokenOf = ({ token }: Sender): string => {
    if (token === null) throw new Refusal('no-identity', 'a bearer token is needed');
    return token;
  };
  const actor = async (sender: Sender, { sessionId }: { sessionId: SessionId }) => {
    // It counts against who guesses. No other role would do: viewers may send as well, on a channel of theirs.
    if (!(await whip.admits(sessionId, tokenOf(sender)))) throw new Refusal('forbidden', 'no token of this session');
    return 'host' as const;
  };
  const post = wrap({
    name: 'whip',
    input: Offered,
    action: () => 'media:publish',
    actor,
    limit: () => 'media',
    run: ({ sessionId, sdp }, sender: Sender) => whip.publish(sessionId, tokenOf(sender), sdp),
  });
  const end = wrap({
    name: 'whip-end',
    input: z.strictObject({ sessionId: SessionId, resource: z.string().check(z.regex(/^\d{1,9}-[\w-]{22}$/)) }),
    action: () => 'media:publish',
    actor,
    limit: () => 'media',
    async run({ sessionId, resource }) {
      await whip.end(sessionId, resource);
      return {};
    },
  });

  const senderOf = (request: Request): Sender => ({
    person: null,
    address: addressOf(request, hops),
    token: /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null,
  });

  return sdpResources('/whip', senderOf, post, end);
}
