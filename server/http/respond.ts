import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { type Ack, type ErrorCode, refuse } from '@bedside/shared/errors.ts';
import { errorFields, type Log } from '../log.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'no-identity': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-state': 409,
  'session-not-open': 409,
  'session-ended': 409,
  'out-of-order': 409,
  'no-stream': 409,
  removed: 403,
  'invite-invalid': 404,
  'invite-used': 409,
  'invite-expired': 410,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  'media-unavailable': 503,
};

export const statusOf = (code: ErrorCode): number => statuses[code] ?? 500;

/** Sends an answer as it is, under the status that fits its code. */
export function respond(response: Response, answer: Ack): void {
  response.set('cache-control', 'no-store');
  if (answer.ok) return void response.json(answer);
  const { code, retryAfterMs } = answer.error;
  if (retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  response.status(statusOf(code)).json(answer);
}

export const unknownRoute: RequestHandler = (_request, response) => respond(response, refuse('not-found', 'no such route'));

/** What express and its parsers refuse, as coded JSON: never their HTML, never a stack. */
export function errorAnswer(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (status === 413) return respond(response, refuse('too-large', 'the body is too large'));
    if (status >= 400 && status < 500) return respond(response, refuse('bad-request', 'the request does not parse'));
    log.error(errorFields(error), 'a request failed');
    respond(response, refuse('internal', 'something went wrong here'));
  };
}
