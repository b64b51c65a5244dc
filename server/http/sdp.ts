import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod/mini';
import type { Ack, Failure } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { statusOf } from './respond.ts';

/** What WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep) have in common: SDP in the bodies, from programs and pages of anywhere. */
const SDP = 'application/sdp';
const METHODS = 'POST, DELETE, OPTIONS';

function refuseWith(response: Response, error: Pick<Failure, 'code' | 'message' | 'retryAfterMs'>, status?: number): void {
  if (error.code === 'no-identity') response.set('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  response
    .status(status ?? statusOf(error.code))
    .type('text/plain')
    .send(`${error.message}\n`);
}

/** Pages of somewhere else may ask: no cookie is looked at here. */
const openToAll: RequestHandler = (_request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': METHODS,
    'access-control-expose-headers': 'location, etag, retry-after',
    'cache-control': 'no-store',
  });
  next();
};

const optionsAnswer: RequestHandler = (_request, response) => {
  response.set('accept-post', SDP).status(204).end();
};

/** Neither trickle ICE nor restarts: ours is ICE lite, all candidates at once. */
const notAllowed: RequestHandler = (_request, response) => {
  response.set('allow', METHODS).status(405).type('text/plain').send('not supported here\n');
};

/** What a POST's SDP offer is taken as. */
export const Offered = z.strictObject({ sessionId: SessionId, sdp: z.string().check(z.minLength(1), z.maxLength(limits.bodyBytes)) });

type Made = { resource: string; answer: string };

/** Routes below `path`: POST makes a resource of a session, DELETE ends it. */
export function sdpResources<C>(
  path: string,
  callerOf: (request: Request) => C,
  post: (offered: unknown, caller: C) => Promise<Ack<Made>>,
  end: (named: unknown, caller: C) => Promise<Ack>,
): Router {
  const [all, each] = [`${path}/:sessionId`, `${path}/:sessionId/:resource`];
  return Router({ caseSensitive: true, strict: true })
    .use(path, openToAll)
    .options([all, each], optionsAnswer)
    .post(all, express.text({ type: SDP, limit: limits.bodyBytes }), async (request, response) => {
      if (!request.is(SDP)) return refuseWith(response, { code: 'bad-request', message: `the body must be ${SDP}` }, 415);
      const body: unknown = request.body;
      const answer = await post({ sessionId: request.params['sessionId'], sdp: body }, callerOf(request));
      // It was read, and can't be taken.
      if (!answer.ok) return refuseWith(response, answer.error, answer.error.code === 'bad-request' ? 422 : undefined);
      response
        .set({ location: `${request.path}/${answer.resource}`, etag: `"${answer.resource}"` })
        .status(201)
        .type(SDP)
        .send(answer.answer);
    })
    .delete(each, async (request, response) => {
      const { sessionId, resource } = request.params;
      const answer = await end({ sessionId, resource }, callerOf(request));
      if (!answer.ok) return refuseWith(response, answer.error);
      response.status(200).end();
    })
    .all([all, each], notAllowed);
}
