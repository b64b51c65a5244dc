import express, { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { callerAddress } from '../addresses.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Wrap } from '../sockets/handle.ts';
import { notAllowed, openToAll, optionsAnswer, refuseWith, SDP } from './sdp.ts';

/** What shows a player the stage. */
export type Playing = {
  play(sessionId: SessionId, sdp: string, address: string): Promise<{ resource: string; answer: string }>;
  stop(sessionId: SessionId, resource: string): void;
};

/** WHEP (draft-ietf-wish-whep): POST plays what is on stage, to whoever may see the session; DELETE ends it. */
export function createWhepRoutes({ wrap, whep, hops }: { wrap: Wrap; whep: Playing; hops: number }): Router {
  const common = { action: () => 'media:watch' as const, actor: () => 'viewer' as const, limit: () => 'player' as const };
  const post = wrap({
    ...common,
    name: 'whep',
    input: z.strictObject({ sessionId: SessionId, sdp: z.string().check(z.minLength(1), z.maxLength(limits.bodyBytes)) }),
    run: ({ sessionId, sdp }, { address }: Caller) => whep.play(sessionId, sdp, address),
  });
  const end = wrap({
    ...common,
    name: 'whep-end',
    input: z.strictObject({ sessionId: SessionId, resource: z.string().check(z.regex(/^[\w-]{22}$/)) }),
    run({ sessionId, resource }, _caller: Caller) {
      whep.stop(sessionId, resource);
      return {};
    },
  });
  const callerOf = ({ headers, socket }: Request): Caller => ({
    person: null,
    address: callerAddress(socket.remoteAddress, headers['x-forwarded-for'], hops),
  });

  return Router({ caseSensitive: true, strict: true })
    .use('/whep', openToAll)
    .options(['/whep/:sessionId', '/whep/:sessionId/:resource'], optionsAnswer)
    .post('/whep/:sessionId', express.text({ type: SDP, limit: limits.bodyBytes }), async (request, response) => {
      if (!request.is(SDP)) return refuseWith(response, { code: 'bad-request', message: `the body must be ${SDP}` }, 415);
      const body: unknown = request.body;
      const { sessionId } = request.params;
      const answer = await post({ sessionId, sdp: body }, callerOf(request));
      // It was read, and can't be played.
      if (!answer.ok) return refuseWith(response, answer.error, answer.error.code === 'bad-request' ? 422 : undefined);
      const location = `/whep/${sessionId}/${answer.resource}`;
      response
        .set({ location, etag: `"${answer.resource}"` })
        .status(201)
        .type(SDP)
        .send(answer.answer);
    })
    .delete('/whep/:sessionId/:resource', async (request, response) => {
      const { sessionId, resource } = request.params;
      const answer = await end({ sessionId, resource }, callerOf(request));
      if (!answer.ok) return refuseWith(response, answer.error);
      response.status(200).end();
    })
    .all(['/whep/:sessionId', '/whep/:sessionId/:resource'], notAllowed);
}
