import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request } from 'express';
import { refuse } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { addressOf } from '../addresses.ts';
import type { Limiter } from '../auth/limiter.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { type ApiOptions, createApi } from './api.ts';
import { createHlsRoutes, type HlsFiles } from './hls.ts';
import { createWhepRoutes, type Playing } from './whep.ts';
import { createWhipRoutes, type Ingest } from './whip.ts';
import { createPages } from './pages.ts';
import { errorAnswer, respond } from './respond.ts';

/** Of which a store reads no more than that there is nothing. */
const NO_SESSION = SessionId.parse('none');
/** Anybody may ask `/healthz`, as often as they like: the database is asked this often. */
const HEALTH_MS = 500;
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const digest = (text: string) => createHash('sha256').update(text).digest();

/** /metrics is for this machine, unless a proxy here passed the request on, and for whoever has the token. */
function mayReadMetrics(request: Request, token: string | null): boolean {
  const { authorization } = request.headers;
  if (token !== null && authorization !== undefined) return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
  const passedOn = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !passedOn && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

export function createHttp(
  options: ApiOptions & {
    /** `head` is what `/healthz` reads (rule O1). */
    store: Pick<Store, 'head'>;
    outputs: HlsFiles;
    whip: Ingest;
    whep: Playing;
    clientDir: string;
    limiter: Limiter;
    log: Log;
    metrics: Metrics;
    metricsToken: string | null;
    /** Whether the database refused an append lately, and took none since (rule O1). */
    refused: () => boolean;
    /** A node that drains takes no connection: nobody need be told. */
    stopping: () => boolean;
  },
): Express {
  const { limiter, log, metrics, store } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  const readable = kept(HEALTH_MS, () =>
    store.head(NO_SESSION).then(
      () => true,
      () => false,
    ),
  );
  app.get('/healthz', async (_request, response) => {
    const reads = await readable();
    if (options.stopping()) respond(response, refuse('unavailable', 'stopping'));
    else respond(response, reads && !options.refused() ? { ok: true } : refuse('unavailable', 'the database refuses'));
  });
  // For load balancers: whether new pages may come. Alive is another question.
  app.get('/readyz', (_request, response) => {
    respond(response, options.stopping() ? refuse('unavailable', 'stopping') : { ok: true });
  });
  app.get('/metrics', async (request, response) => {
    const address = addressOf(request, options.hops);
    const wait = await limiter.waitOf('metrics', { person: null, address });
    if (wait > 0) return respond(response, refuse('rate-limited', 'too many of these', { retryAfterMs: wait }));
    if (!mayReadMetrics(request, options.metricsToken)) {
      await limiter.take('metrics', { person: null, address });
      return respond(response, refuse('forbidden', 'metrics are for the operator'));
    }
    response.type(metrics.contentType).send(await metrics.text());
  });
  app.use(createApi(options));
  app.use(createHlsRoutes(options));
  app.use(createWhipRoutes(options));
  app.use(createWhepRoutes(options));
  app.use(createPages(options));
  app.use(errorAnswer(log));
  return app;
}

/** Asks once for all who want to know meanwhile, and for `ms` afterwards. */
function kept<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null;
  return () => {
    asking ??= ask().finally(() => setTimeout(() => (asking = null), ms).unref());
    return asking;
  };
}
