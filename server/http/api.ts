import express, { type Request, type RequestHandler, Router } from 'express';
import { auditFile } from '@bedside/shared/audit.ts';
import { captionsFile } from '@bedside/shared/captions/captions.ts';
import { Refusal, refuse } from '@bedside/shared/errors.ts';
import type { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { recordingFile } from '@bedside/shared/outputs.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { type RouteResult, routes } from '@bedside/shared/rpc.ts';
import type { SessionSummary } from '@bedside/shared/view.ts';
import type { Identities } from '../auth/identity.ts';
import type { Invites } from '../auth/invites.ts';
import type { Caller, Limiter } from '../auth/limiter.ts';
import type { Origins } from '../auth/origins.ts';
import type { Sessions } from '../sessions.ts';
import { type Answer, granted, type Wrap } from '../sockets/handle.ts';
import type { Store } from '../store/store.ts';
import { auditDownload, sendDownload, sendFile } from './audit.ts';
import { createAuditPages } from './audit-walk.ts';
import { createRecordings, sendRecording } from './recordings.ts';
import { captionRoutes, ingestRouter } from './captions.ts';
import { callerOf } from './caller.ts';
import { respond, unknownRoute } from './respond.ts';

/** How many ended sessions the front page gets. */
const RECENT = 20;

type HttpCaller = Caller & {
  origin: string | undefined;
  cookie: string | undefined;
  setCookie: (cookie: string) => void;
};

export type ApiOptions = {
  wrap: Wrap;
  sessions: Sessions;
  store: Pick<Store, 'hasRole' | 'events'>;
  identities: Identities;
  invites: Invites;
  origins: Origins;
  hops: number;
  limiter: Limiter;
  now: () => number;
  /** The folder of a session's recordings. */
  recordingsOf: (sessionId: SessionId) => string;
  newId: () => string;
};

function known({ person }: Caller): PersonId {
  if (person === null) throw new Refusal('no-identity', 'ask /api/me for an identity first');
  return person;
}

/** The routes under /api, each through the one wrapper. */
export function createApi(options: ApiOptions): Router {
  const { wrap, sessions, store, identities, invites, origins, now } = options;
  const isOrganiser = async ({ person }: Caller) => person !== null && (await store.hasRole(null, person, 'organiser'));

  const me = wrap({
    name: 'me',
    input: routes.me.input,
    action: () => 'session:list',
    actor: (_who: HttpCaller) => 'viewer',
    limit: () => 'identity',
    async run(_input, who): Promise<RouteResult<'me'>> {
      const identity = identities.read(who.cookie);
      if (!identity) who.setCookie(identities.issue().cookie);
      else if (identity.stale) who.setCookie(identities.cookieFor(identity.person));
      return { protocol: PROTOCOL_VERSION, organiser: await isOrganiser(who) };
    },
  });

  const list = wrap({
    name: 'sessions',
    input: routes.sessions.input,
    action: () => 'session:list',
    actor: (_who: HttpCaller) => 'viewer',
    limit: () => 'read',
    run: async (): Promise<RouteResult<'sessions'>> => ({ now: now(), ...sorted(await sessions.summaries()) }),
  });

  const schedule = wrap({
    name: 'schedule',
    input: routes.schedule.input,
    action: () => 'session:schedule',
    actor: async (who: HttpCaller) => ((await isOrganiser(who)) ? 'organiser' : 'viewer'),
    limit: () => 'schedule',
    async run({ commandId, session }, who): Promise<RouteResult<'schedule'>> {
      const person = known(who);
      const { sessionId } = granted(await sessions.schedule({ role: 'organiser', person }, commandId, session));
      const origin = origins.best(who.origin);
      return {
        sessionId,
        links: {
          host: await invites.staffLink(origin, sessionId, 'host'),
          cohost: await invites.staffLink(origin, sessionId, 'cohost'),
          interpreter: await invites.staffLink(origin, sessionId, 'interpreter'),
          moderator: await invites.staffLink(origin, sessionId, 'moderator'),
          screener: await invites.staffLink(origin, sessionId, 'screener'),
          reviewer: await invites.staffLink(origin, sessionId, 'reviewer'),
          captioner: await invites.staffLink(origin, sessionId, 'captioner'),
          viewer: invites.viewerLink(origin, sessionId),
        },
      };
    },
  });

  const exchange = wrap({
    name: 'exchange',
    input: routes.exchange.input,
    action: () => 'invite:exchange',
    actor: (_who: HttpCaller) => 'viewer',
    limit: () => 'invite',
    // Without a cookie the role would go to a person whom nobody will ever be again.
    run: ({ secret }, who): Promise<RouteResult<'exchange'>> => invites.exchange(secret, known(who)),
  });

  const moderates = async (who: HttpCaller, { sessionId }: { sessionId: SessionId }) =>
    who.person !== null && (await store.hasRole(sessionId, who.person, 'moderator')) ? 'moderator' : 'viewer';

  const auditPage = createAuditPages(store);
  const audit = wrap({
    name: 'audit',
    input: routes.audit.input,
    action: () => 'audit:read',
    actor: moderates,
    limit: () => 'audit',
    run: ({ sessionId, after = 0 }): Promise<RouteResult<'audit'>> => auditPage(sessionId, after),
  });

  const download = wrap({
    name: 'audit-file',
    input: auditFile.input,
    action: () => 'audit:read',
    actor: moderates,
    limit: () => 'auditFile',
    run: ({ sessionId, as }) => auditDownload(store, sessionId, as, now()),
  });

  const leads = async (who: HttpCaller, { sessionId }: { sessionId: SessionId }) => {
    const has = (role: 'host' | 'moderator') => who.person !== null && store.hasRole(sessionId, who.person, role);
    return (await has('host')) ? 'host' : (await has('moderator')) ? 'moderator' : 'viewer';
  };
  const kept = createRecordings(options.recordingsOf);
  const recordings = wrap({
    name: 'recordings',
    input: routes.recordings.input,
    action: () => 'recordings:read',
    actor: leads,
    limit: () => 'recordings',
    run: ({ sessionId }): Promise<RouteResult<'recordings'>> => kept.list(sessionId),
  });
  const recording = wrap({
    name: 'recording-file',
    input: recordingFile.input,
    action: () => 'recordings:read',
    actor: leads,
    limit: () => 'recordings',
    run: ({ sessionId, name }) => kept.find(sessionId, name),
  });
  const eraseRecording = wrap({
    name: 'recording-erase',
    input: routes.eraseRecording.input,
    action: () => 'recordings:erase',
    actor: leads,
    limit: () => 'recordings',
    run: ({ sessionId, name }) => kept.erase(sessionId, name),
  });
  const captioning = captionRoutes(options);

  function caller(request: Request, setCookie: (cookie: string) => void): HttpCaller {
    const { origin, cookie } = request.headers;
    return { ...callerOf(request, identities, options.hops), origin, cookie, setCookie };
  }

  const visitor = (request: Request) => caller(request, () => {});

  const answering =
    (answer: Answer<HttpCaller>, inputOf: (request: Request) => unknown): RequestHandler =>
    async (request, response) => {
      const who = caller(request, (cookie) => void response.append('set-cookie', cookie));
      respond(response, await answer(inputOf(request), who));
    };

  // Another site's form can send neither our Origin nor this type (Fetch section 2.2.2), and SameSite keeps the cookie away.
  const fromOurPages: RequestHandler = (request, response, next) => {
    if (!origins.allows(request.headers.origin)) return respond(response, refuse('forbidden', 'not from a page of this server'));
    if (!request.is('application/json')) return respond(response, refuse('bad-request', 'the body must be application/json'));
    next();
  };
  const body = [fromOurPages, express.json({ limit: limits.bodyBytes, type: 'application/json' })];

  return Router({ caseSensitive: true, strict: true })
    .get(
      routes.me.path,
      answering(me, (request) => ({ ...request.query })),
    )
    .get(
      routes.sessions.path,
      answering(list, (request) => ({ ...request.query })),
    )
    .post(routes.schedule.path, body, answering(schedule, bodyOf))
    .post(routes.exchange.path, body, answering(exchange, bodyOf))
    .get(
      routes.audit.path,
      answering(audit, (request) => ({ ...request.query })),
    )
    .get(
      routes.captions.path,
      answering(captioning.captions, (request) => ({ ...request.query })),
    )
    .get(
      routes.glossary.path,
      answering(captioning.glossary, (request) => ({ ...request.query })),
    )
    .post(routes.captionLink.path, body, answering(captioning.makeLink, bodyOf))
    .get(captionsFile.path, async (request, response) => {
      const answer = await captioning.file({ ...request.query }, visitor(request));
      return answer.ok ? sendFile(response, answer) : respond(response, answer);
    })
    .use(ingestRouter(captioning, (request) => ({ ...visitor(request), person: null })))
    .get(auditFile.path, async (request, response) => {
      const answer = await download({ ...request.query }, visitor(request));
      return answer.ok ? sendDownload(response, answer) : respond(response, answer);
    })
    .get(
      routes.recordings.path,
      answering(recordings, (request) => ({ ...request.query })),
    )
    .post(routes.eraseRecording.path, body, answering(eraseRecording, bodyOf))
    .get(recordingFile.path, async (request, response) => {
      const answer = await recording(
        { ...request.query },
        caller(request, () => {}),
      );
      return answer.ok ? sendRecording(request, response, answer) : respond(response, answer);
    })
    .use('/api', unknownRoute);
}

const bodyOf = (request: Request): unknown => request.body;

function sorted(all: readonly SessionSummary[]): Pick<RouteResult<'sessions'>, 'live' | 'upcoming' | 'recent'> {
  const of = (...phases: SessionSummary['phase'][]) => all.filter(({ phase }) => phases.includes(phase));
  return {
    live: of('live', 'paused').toSorted((a, b) => a.startsAt - b.startsAt),
    upcoming: of('open', 'scheduled').toSorted((a, b) => a.startsAt - b.startsAt),
    recent: of('ended')
      .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
      .slice(0, RECENT),
  };
}
