import express, { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { callerAddress } from '../addresses.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Wrap } from '../sockets/handle.ts';
import { notAllowed, openToAll, optionsAnswer, refuseWith, SDP } from './sdp.ts';

/** What takes an encoder's stream. */
export type Ingest = {
  admits(sessionId: SessionId, token: string): Promise<boolean>;
  publish(sessionId: SessionId, sdp: string): Promise<{ resource: string; answer: string }>;
  end(sessionId: SessionId, resource: string): Promise<void>;
};

type Sender = Caller & { token: string | null };

/** WHIP (RFC 9725): POST puts an encoder on stage, DELETE takes it off. Neither trickle ICE nor restarts: ours is ICE lite, all candidates at once. */
export function createWhipRoutes({ wrap, whip, hops }: { wrap: Wrap; whip: Ingest; hops: number }): Router {
  const actor = async ({ token }: Sender, { sessionId }: { sessionId: SessionId }) => {
    if (token === null) throw new Refusal('no-identity', 'a bearer token is needed');
    // It counts against who guesses. No other role would do: viewers may send as well, on a channel of theirs.
    if (!(await whip.admits(sessionId, token))) throw new Refusal('forbidden', 'no token of this session');
    return 'host' as const;
  };
  const post = wrap({
    name: 'whip',
    input: z.strictObject({ sessionId: SessionId, sdp: z.string().check(z.minLength(1), z.maxLength(limits.bodyBytes)) }),
    action: () => 'media:publish',
    actor,
    limit: () => 'media',
    run: ({ sessionId, sdp }) => whip.publish(sessionId, sdp),
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

  function senderOf({ headers, socket }: Request): Sender {
    const address = callerAddress(socket.remoteAddress, headers['x-forwarded-for'], hops);
    return { person: null, address, token: /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null };
  }

  return Router({ caseSensitive: true, strict: true })
    .use('/whip', openToAll)
    .options(['/whip/:sessionId', '/whip/:sessionId/:resource'], optionsAnswer)
    .post('/whip/:sessionId', express.text({ type: SDP, limit: limits.bodyBytes }), async (request, response) => {
      if (!request.is(SDP)) return refuseWith(response, { code: 'bad-request', message: `the body must be ${SDP}` }, 415);
      const body: unknown = request.body;
      const answer = await post({ sessionId: request.params['sessionId'], sdp: body }, senderOf(request));
      // It was read, and can't be taken.
      if (!answer.ok) return refuseWith(response, answer.error, answer.error.code === 'bad-request' ? 422 : undefined);
      const location = `/whip/${request.params['sessionId']}/${answer.resource}`;
      response
        .set({ location, etag: `"${answer.resource}"` })
        .status(201)
        .type(SDP)
        .send(answer.answer);
    })
    .delete('/whip/:sessionId/:resource', async (request, response) => {
      const { sessionId, resource } = request.params;
      const answer = await end({ sessionId, resource }, senderOf(request));
      if (!answer.ok) return refuseWith(response, answer.error);
      response.status(200).end();
    })
    .all(['/whip/:sessionId', '/whip/:sessionId/:resource'], notAllowed);
}
