import { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { refuse } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import type { Identities } from '../auth/identity.ts';
import type { Caller } from '../auth/limiter.ts';
import type { Origins } from '../auth/origins.ts';
import type { Sessions } from '../sessions.ts';
import type { Wrap } from '../sockets/handle.ts';
import { createAssets } from './assets.ts';
import { withMeta } from './html.ts';
import { callerOf } from './caller.ts';
import { respond } from './respond.ts';

const NOT_BUILT = 'The pages are not built yet. Run `npm start`, which builds them, or `npm run dev`.\n';

/** The client's files, and its one page at every address that it knows. */
export function createPages(options: {
  clientDir: string;
  wrap: Wrap;
  sessions: Pick<Sessions, 'open'>;
  origins: Origins;
  identities: Identities;
  hops: number;
}): Router {
  const { wrap, identities } = options;
  const assets = createAssets(options.clientDir);

  const issue = wrap({
    name: 'page-identity',
    input: z.strictObject({}),
    action: () => 'session:list',
    actor: (_who: Caller) => 'viewer',
    limit: () => 'identity',
    run: () => ({ cookie: identities.issue().cookie }),
  });

  const lookUp = wrap({
    name: 'page-session',
    input: z.strictObject({ id: SessionId }),
    action: () => 'session:list',
    actor: (_who: Caller) => 'viewer',
    limit: () => 'read',
    run: async ({ id }) => ({ session: await options.sessions.open(id) }),
  });

  function sendPage(response: Response, status: number, edit: (html: string) => string = (html) => html): void {
    const html = assets.html();
    response.set('cache-control', 'private, no-cache');
    if (html === null) return void response.status(503).type('text/plain').send(NOT_BUILT);
    response.status(status).type('html').send(edit(html));
  }

  async function sessionPage(request: Request, response: Response): Promise<void> {
    const id = SessionId.safeParse(request.params['id']);
    const found = id.success ? await lookUp({ id: id.data }, callerOf(request, identities, options.hops)) : null;
    // The page is the same without the session's title, and asks for the session itself.
    if (found?.ok === false && found.error.code === 'rate-limited') return sendPage(response, 200);
    const session = found?.ok ? found.session : null;
    if (!session) return sendPage(response, 404);
    const { title, description, host } = session.state;
    sendPage(response, 200, (html) => withMeta(html, { title, description, host }, `${options.origins.best(undefined)}/s/${session.id}`));
  }

  // With the page itself, so that whatever its scripts ask for first, in whatever order, is asked by one person (rule A1).
  // Over the limit there is the page alone, and it asks /api/me.
  const identify: RequestHandler = async (request, response, next) => {
    const caller = callerOf(request, identities, options.hops);
    const issued = caller.person === null ? await issue({}, caller) : null;
    if (issued?.ok) response.append('set-cookie', issued.cookie);
    next();
  };

  return Router({ caseSensitive: true })
    .use(assets.serve)
    .get(['/', '/new', '/s/:id'], identify)
    .get(['/', '/new'], (_request, response) => sendPage(response, 200))
    .get('/s/:id', sessionPage)
    .use((request, response) => {
      // The client says so in its own words; other programs get the code.
      if (request.method === 'GET' && request.accepts(['html', 'json']) === 'html') return sendPage(response, 404);
      respond(response, refuse('not-found', 'no such page'));
    });
}
