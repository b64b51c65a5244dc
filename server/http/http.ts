import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request } from 'express';
import { refuse } from '@bedside/shared/errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type ApiOptions, createApi } from './api.ts';
import { createPages } from './pages.ts';
import { errorAnswer, respond } from './respond.ts';
import { securityHeaders } from './security.ts';

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
    clientDir: string;
    log: Log;
    metrics: Metrics;
    metricsToken: string | null;
    https: boolean;
    stopping: () => boolean;
  },
): Express {
  const { log, metrics, origins, https } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(securityHeaders({ origins: origins.list, https }));
  app.get('/healthz', (_request, response) => {
    respond(response, options.stopping() ? refuse('unavailable', 'stopping') : { ok: true });
  });
  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, options.metricsToken)) return respond(response, refuse('forbidden', 'metrics are for the operator'));
    response.type(metrics.contentType).send(await metrics.text());
  });
  app.use(createApi(options));
  app.use(createPages(options));
  app.use(errorAnswer(log));
  return app;
}
