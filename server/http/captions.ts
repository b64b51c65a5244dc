import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { captionsFile, ingestPath } from '@bedside/shared/captions/captions.ts';
import { Refusal, refuse } from '@bedside/shared/errors.ts';
import { CommandId, PersonId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { Actor } from '@bedside/shared/roles.ts';
import { type RouteResult, routes } from '@bedside/shared/rpc.ts';
import { CaptionText } from '@bedside/shared/text.ts';
import type { Caller, Limiter } from '../auth/limiter.ts';
import type { Origins } from '../auth/origins.ts';
import { captionsBefore, glossaryTerms, transcript } from '../session/captions-shown.ts';
import { whileIn } from '../session/policy.ts';
import { plainTranscript, webVtt } from './webvtt.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import { granted, type Wrap } from '../sockets/handle.ts';
import type { Store } from '../store/store.ts';
import { respond } from './respond.ts';

export type CaptionOptions = {
  wrap: Wrap;
  sessions: Sessions;
  store: Pick<Store, 'hasRole'>;
  origins: Origins;
  limiter: Limiter;
  now: () => number;
  newId: () => string;
};

type Asking = Caller & { origin: string | undefined };

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const isSame = (one: string, other: string) =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/** Numbers in a query are text. `lang` and what else a service sends along is not looked at. */
const Count = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number));
const Sent = z.object({ sessionId: SessionId, token: z.string().check(z.minLength(1), z.maxLength(100)) });
const Ingest = z.extend(Sent, { seq: Count, at: z.optional(Count), text: CaptionText });

/** The routes of captions, without those who ask: api.ts knows them. */
export function captionRoutes({ wrap, sessions, store, origins, limiter, now, newId }: CaptionOptions) {
  async function find(sessionId: SessionId): Promise<OpenSession> {
    const session = await sessions.open(sessionId);
    if (!session) throw new Refusal('not-found', 'no such session');
    return session;
  }

  /** Rules H2 and L7: who is out reads nothing, and nobody while it is closed. */
  async function readable(sessionId: SessionId, { person }: Caller): Promise<OpenSession> {
    const session = await find(sessionId);
    granted(whileIn(session.state, { role: 'viewer', person }, now()));
    if (session.state.closed) throw new Refusal('wrong-state', 'the session is closed');
    return session;
  }

  const captions = wrap({
    name: 'captions',
    input: routes.captions.input,
    action: () => 'captions:read',
    actor: (_who: Asking) => 'viewer',
    limit: () => 'read',
    async run({ sessionId, before = Infinity }, who): Promise<RouteResult<'captions'>> {
      const session = await readable(sessionId, who);
      return { ...captionsBefore(session.state, before, session.texts), seq: session.state.seq };
    },
  });

  const file = wrap({
    name: 'captions-file',
    input: z.strictObject({ sessionId: SessionId, as: captionsFile.as }),
    action: () => 'captions:read',
    actor: (_who: Asking) => 'viewer',
    limit: () => 'captionsFile',
    async run({ sessionId, as }, who) {
      const { state, texts } = await readable(sessionId, who);
      const lines = transcript(state, texts);
      // Of a session that never was live, from the first word on.
      const start = state.liveAt ?? lines[0]?.at ?? state.startsAt;
      return as === 'vtt'
        ? { name: `captions-${sessionId}.vtt`, type: 'text/vtt; charset=utf-8', text: webVtt(lines, start) }
        : { name: `captions-${sessionId}.txt`, type: 'text/plain; charset=utf-8', text: plainTranscript(lines, start) };
    },
  });

  const glossary = wrap({
    name: 'glossary',
    input: routes.glossary.input,
    action: () => 'glossary:read',
    actor: async ({ person }: Asking, { sessionId }) => {
      for (const role of ['captioner', 'moderator', 'host'] as const) {
        if (person !== null && (await store.hasRole(sessionId, person, role))) return role;
      }
      return 'viewer';
    },
    limit: () => 'read',
    async run({ sessionId }): Promise<RouteResult<'glossary'>> {
      const { state, texts } = await find(sessionId);
      return { terms: glossaryTerms(state, texts), seq: state.captions.glossaryChanged };
    },
  });

  const makeLink = wrap({
    name: 'caption-link',
    input: routes.captionLink.input,
    action: () => 'make-caption-link',
    actor: async ({ person }: Asking, { sessionId, as }) =>
      person !== null && (await store.hasRole(sessionId, person, as)) ? as : 'viewer',
    limit: () => 'staff',
    async run({ sessionId, as }, { person, origin }): Promise<RouteResult<'captionLink'>> {
      const secret = randomBytes(32).toString('base64url');
      // Pressed again it makes another, and the one that nobody has seen is void.
      const commandId = CommandId.parse(newId());
      granted(await sessions.execute(sessionId, { role: as, person }, commandId, { type: 'make-caption-link', hash: hashOf(secret) }));
      return { url: `${origins.best(origin)}${ingestPath(sessionId)}?token=${secret}` };
    },
  });

  /** Whoever has the URL that is in force is the session's caption service. */
  async function service(_who: Caller, { sessionId, token }: { sessionId: SessionId; token: string }): Promise<Actor> {
    const inForce = async () => {
      const link = (await sessions.open(sessionId))?.state.captions.link;
      return link ? isSame(link.hash, hashOf(token)) : false;
    };
    if (await inForce()) return 'caption-service';
    // It may have been made through another node just now.
    await sessions.catchUp(sessionId);
    return (await inForce()) ? 'caption-service' : 'viewer';
  }

  const ingest = wrap({
    name: 'caption-ingest',
    input: Ingest,
    action: () => 'captions:ingest',
    actor: service,
    limit: () => 'read',
    async run({ sessionId, token, seq, at = null, text }, { address }: Caller) {
      const hash = hashOf(token);
      // A caption URL is limited as a person is, from wherever it is used.
      const wait = await limiter.take('ingest', { person: PersonId.parse(hash.slice(0, 22)), address });
      if (wait > 0) throw new Refusal('rate-limited', 'too many of these', { retryAfterMs: Math.ceil(wait) });
      const command = { type: 'ingest-caption', hash, number: seq, text, at } as const;
      granted(await sessions.execute(sessionId, { role: 'caption-service', person: null }, CommandId.parse(newId()), command));
      return { seq };
    },
  });

  const lastSeq = wrap({
    name: 'caption-seq',
    input: Sent,
    action: () => 'captions:ingest',
    actor: service,
    limit: () => 'read',
    async run({ sessionId }) {
      // Another node may have taken the last one.
      await sessions.catchUp(sessionId);
      return { seq: (await find(sessionId)).state.captions.link?.number ?? 0 };
    },
  });

  return { captions, file, glossary, makeLink, ingest, lastSeq };
}

type Routes = ReturnType<typeof captionRoutes>;

/** Where caption services post to: no page of ours, hence no cookie and no origin is looked at. */
export function ingestRouter({ ingest, lastSeq }: Pick<Routes, 'ingest' | 'lastSeq'>, callerOf: (request: Request) => Caller): Router {
  const path = ingestPath(':sessionId');
  const plain: RequestHandler = (request, response, next) =>
    request.is('text/plain') ? next() : respond(response, refuse('bad-request', 'the body must be text/plain'));
  return Router({ caseSensitive: true, strict: true })
    .post(
      path,
      plain,
      express.text({ limit: limits.ingestBytes, type: 'text/plain', defaultCharset: 'utf-8' }),
      async (request, response) => {
        // In such programs two characters stand for the end of a line.
        const text = typeof request.body === 'string' ? request.body.replaceAll('\\n', '\n') : '';
        answerCount(response, await ingest({ ...named(request), text }, callerOf(request)));
      },
    )
    .get(`${path}/seq`, async (request, response) => answerCount(response, await lastSeq(named(request), callerOf(request))));
}

function named(request: Request): Record<string, unknown> {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return { ...request.query, sessionId: request.params['sessionId'], ...(bearer === undefined ? {} : { token: bearer }) };
}

/** A number alone, as such programs expect it; refusals are coded as everywhere. */
function answerCount(response: Response, answer: Awaited<ReturnType<Routes['ingest']>>): void {
  if (!answer.ok) return respond(response, answer);
  response.set('cache-control', 'no-store').type('text/plain').send(`${answer.seq}\n`);
}
