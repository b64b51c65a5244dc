import type { Server } from 'node:http';
import express, { type RequestHandler } from 'express';
import { refuse } from '@bedside/shared/errors.ts';
import type { Limiter } from '../auth/limiter.ts';
import { NODE_CALL_MAX, NODE_CALL_PATH, type NodeCalls } from '../cluster/calls.ts';
import type { Log } from '../log.ts';
import { boundedServer } from './listening.ts';
import { errorAnswer, respond, unknownRoute } from './respond.ts';

/**
 * What takes other nodes' calls (rule C8), on a port of its own: it goes on while a node drains and takes no more pages, and
 * need not be reached from outside. Not for people, hence none of their wrapper: what opens is from a node, anything else
 * is answered to nobody and counts against its address.
 */
export function createNodeServer(options: { calls: NodeCalls; limiter: Limiter; log: Log }): Server {
  const { calls, limiter } = options;
  const receive: RequestHandler = async (request, response) => {
    const caller = { person: null, address: request.socket.remoteAddress ?? 'unknown' };
    const wait = await limiter.waitOf('refused', caller);
    if (wait > 0) return respond(response, refuse('rate-limited', 'too many of these', { retryAfterMs: wait }));
    const body: unknown = request.body;
    const reply = typeof body === 'string' ? await calls.receive(body) : null;
    if (reply === null) {
      await limiter.take('refused', caller);
      return respond(response, refuse('forbidden', 'for nodes of this cluster'));
    }
    response.set('cache-control', 'no-store').type('text/plain').send(reply);
  };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.post(NODE_CALL_PATH, express.text({ limit: NODE_CALL_MAX }), receive);
  app.use(unknownRoute);
  app.use(errorAnswer(options.log));
  return boundedServer(app);
}
