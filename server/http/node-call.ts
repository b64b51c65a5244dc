import express, { type RequestHandler } from 'express';
import { refuse } from '@bedside/shared/errors.ts';
import { callerAddress } from '../addresses.ts';
import type { Limiter } from '../auth/limiter.ts';
import { NODE_CALL_MAX, type NodeCalls } from '../cluster/calls.ts';
import { respond } from './respond.ts';

/**
 * Calls of other nodes (rule C8). Not for people, hence none of their wrapper: what opens is from a node, anything else is
 * answered to nobody and counts against its address.
 */
export function nodeCallRoute(calls: NodeCalls, options: { limiter: Limiter; hops: number }): RequestHandler[] {
  const receive: RequestHandler = async (request, response) => {
    const caller = { person: null, address: callerAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'], options.hops) };
    const wait = await options.limiter.waitOf('refused', caller);
    if (wait > 0) return respond(response, refuse('rate-limited', 'too many of these', { retryAfterMs: wait }));
    const body: unknown = request.body;
    const reply = typeof body === 'string' ? await calls.receive(body) : null;
    if (reply === null) {
      await options.limiter.take('refused', caller);
      return respond(response, refuse('forbidden', 'for nodes of this cluster'));
    }
    response.set('cache-control', 'no-store').type('text/plain').send(reply);
  };
  return [express.text({ limit: NODE_CALL_MAX }), receive];
}
