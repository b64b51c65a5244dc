import { Router } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import type { Identities } from '../auth/identity.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Sessions } from '../sessions.ts';
import type { Wrap } from '../sockets/handle.ts';
import type { HlsFile } from '../media/egress/hls.ts';
import { whileIn } from '../session/policy.ts';
import { callerOf } from './caller.ts';
import { respond } from './respond.ts';

/** Seconds for which a segment may be kept on the way to viewers: as long as a playlist names it. */
const SEGMENT_SECONDS = 12;

/** Null where nothing of it may be watched, or there is no such file. */
export type HlsFiles = { hls(sessionId: SessionId, name: string): Promise<HlsFile | null> };

/** A session's HLS rendition, of whichever node makes it (rules X3, X4). */
export function createHlsRoutes(options: {
  wrap: Wrap;
  sessions: Pick<Sessions, 'open'>;
  outputs: HlsFiles;
  identities: Identities;
  hops: number;
  now: () => number;
}): Router {
  const { wrap, sessions, outputs, identities, now } = options;

  const read = wrap({
    name: 'hls',
    // Names that are made here alone: none leads anywhere else.
    input: z.strictObject({ sessionId: SessionId, name: z.string().check(z.regex(/^(index\.m3u8|init-\d{1,12}\.mp4|\d{1,12}\.m4s)$/)) }),
    action: () => 'media:watch',
    actor: (_who: Caller) => 'viewer',
    limit: () => 'hls',
    async run({ sessionId, name }, { person }) {
      const session = await sessions.open(sessionId);
      const within = session && whileIn(session.state, { role: 'viewer', person }, now());
      if (within?.ok === false) throw new Refusal(within.error.code, within.error.message, within.error);
      const file = await outputs.hls(sessionId, name);
      if (!file) throw new Refusal('not-found', 'nothing of this goes out now');
      return { file };
    },
  });

  return Router({ caseSensitive: true, strict: true }).get('/hls/:sessionId/:name', async (request, response) => {
    const answer = await read(
      { sessionId: request.params.sessionId, name: request.params.name },
      callerOf(request, identities, options.hops),
    );
    if (!answer.ok) return respond(response, answer);
    const { type, bytes } = answer.file;
    const isList = type === 'application/vnd.apple.mpegurl';
    response
      .set({ 'content-type': type, 'cache-control': isList ? 'public, max-age=1' : `public, max-age=${SEGMENT_SECONDS}` })
      .send(bytes);
  });
}
