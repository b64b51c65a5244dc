import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { type Failure, Refusal } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { callerAddress } from '../addresses.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Wrap } from '../sockets/handle.ts';
import { statusOf } from './respond.ts';

/** What takes an encoder's stream. */
export type Ingest = {
  admits(sessionId: SessionId, token: string): Promise<boolean>;
  publish(sessionId: SessionId, sdp: string): Promise<{ resource: string; answer: string }>;
  end(sessionId: SessionId, resource: string): Promise<void>;
};

const SDP = 'application/sdp';
type Sender = Caller & { token: string | null };

/** WHIP (RFC 9725): POST puts an encoder on stage, DELETE takes it off. Neither trickle ICE nor restarts: ours is ICE lite, all candidates at once. */
export function createWhipRoutes({ wrap, whip, hops }: { wrap: Wrap; whip: Ingest; hops: number }): Router {
  const actor = async ({ token }: Sender, { sessionId }: { sessionId: SessionId }) => {
    if (token === null) throw new Refusal('no-identity', 'a bearer token is needed');
    // Anything else is refused, and counts against who guesses.
    return (await whip.admits(sessionId, token)) ? 'host' : 'viewer';
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

  function refuseWith(response: Response, error: Pick<Failure, 'code' | 'message' | 'retryAfterMs'>, status?: number): void {
    if (error.code === 'no-identity') response.set('www-authenticate', 'Bearer');
    if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
    response
      .status(status ?? statusOf(error.code))
      .type('text/plain')
      .send(`${error.message}\n`);
  }

  // Encoders that are pages of somewhere else: no cookie is looked at here, the token alone counts.
  const open: RequestHandler = (_request, response, next) => {
    response.set({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'POST, DELETE, OPTIONS',
      'access-control-expose-headers': 'location, etag',
      'cache-control': 'no-store',
    });
    next();
  };
  const notAllowed: RequestHandler = (_request, response) => {
    response.set('allow', 'POST, DELETE, OPTIONS').status(405).type('text/plain').send('not supported here\n');
  };

  return Router({ caseSensitive: true, strict: true })
    .use('/whip', open)
    .options(['/whip/:sessionId', '/whip/:sessionId/:resource'], (_request, response) => {
      response.set('accept-post', SDP).status(204).end();
    })
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
