import type { RequestHandler, Response } from 'express';
import type { Failure } from '@bedside/shared/errors.ts';
import { statusOf } from './respond.ts';

/** What WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep) have in common: SDP in the bodies, from programs and pages of anywhere. */
export const SDP = 'application/sdp';
const METHODS = 'POST, DELETE, OPTIONS';

export function refuseWith(response: Response, error: Pick<Failure, 'code' | 'message' | 'retryAfterMs'>, status?: number): void {
  if (error.code === 'no-identity') response.set('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  response
    .status(status ?? statusOf(error.code))
    .type('text/plain')
    .send(`${error.message}\n`);
}

/** Pages of somewhere else may ask: no cookie is looked at here. */
export const openToAll: RequestHandler = (_request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': METHODS,
    'access-control-expose-headers': 'location, etag, retry-after',
    'cache-control': 'no-store',
  });
  next();
};

export const optionsAnswer: RequestHandler = (_request, response) => {
  response.set('accept-post', SDP).status(204).end();
};

/** Neither trickle ICE nor restarts: ours is ICE lite, all candidates at once. */
export const notAllowed: RequestHandler = (_request, response) => {
  response.set('allow', METHODS).status(405).type('text/plain').send('not supported here\n');
};
