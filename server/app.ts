import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { Channel } from '@bedside/shared/commands.ts';
import { limits } from '@bedside/shared/limits.ts';
import { partsOf, stageIdOf } from '@bedside/shared/stage-id.ts';
import { createIdentities } from './auth/identity.ts';
import { createInvites, type Invites } from './auth/invites.ts';
import { createMemoryLimiter, type Limiter } from './auth/limiter.ts';
import { createOrigins } from './auth/origins.ts';
import { createSealed } from './auth/sealed.ts';
import { deriveKeys, type Secrets } from './auth/secrets.ts';
import { createIceServers } from './auth/turn.ts';
import type { NodeLink } from './cluster/calls.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Env } from './env.ts';
import { createHttp } from './http/http.ts';
import { boundedServer, listen, type Patience, trackConnections } from './http/listening.ts';
import { createNodeServer } from './http/node-calls.ts';
import { securityHeaders } from './http/security.ts';
import { errorFields, type Log } from './log.ts';
import { createMark, type Mark } from './marks.ts';
import { createEgress, type EgressOptions } from './media/egress/egress.ts';
import { findFfmpeg } from './media/egress/find-ffmpeg.ts';
import { bindingOf } from './media/listen.ts';
import type { Media } from './media/media.ts';
import { createMetrics } from './metrics.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createWrap } from './sockets/handle.ts';
import { movePages } from './sockets/drain.ts';
import { mediaCalls } from './sockets/media.ts';
import { createOutputs, outputCalls } from './sockets/outputs.ts';
import { type Page, pageOf, peerRoom } from './sockets/page.ts';
import { createPeers, type Peers } from './sockets/peers.ts';
import { createPublisher, type Publisher } from './sockets/publish.ts';
import { createRemoval } from './sockets/removal.ts';
import { acceptPages, createSocketServer } from './sockets/server.ts';
import { sessionCalls } from './sockets/session.ts';
import { measured } from './store/measured.ts';
import type { Store } from './store/store.ts';
import { createStaging } from './sockets/staging.ts';
import { createWhep } from './sockets/whep.ts';
import { createWhip } from './sockets/whip.ts';
import { createStreamLog } from './sockets/stream-log.ts';

export type AppOptions = {
  env: Env;
  log: Log;
  secrets: Secrets;
  /** Closed by the app, as `media` and `cluster` are. */
  store: Store;
  media: Media;
  cluster: Cluster;
  /** Null where the node runs alone. */
  link?: NodeLink | null;
  /** Milliseconds since 1970. */
  now?: () => number;
  newId?: () => string;
  /** What is looked for in a new question. */
  mark?: Mark;
  limiter?: Limiter;
  clientDir?: string;
  peerGraceMs?: number;
  patience?: Patience;
  processMetrics?: boolean;
  /** Of the outputs' picture, smaller than the standard one where there is no time for that. */
  picture?: EgressOptions['picture'];
};

export type App = {
  /** Where people open it: an origin. */
  url: string;
  port: number;
  sessions: Sessions;
  invites: Invites;
  /**
   * Takes no new page, asks those that are here to move to other nodes, and resolves when they have, after
   * `DRAIN_SECONDS`, or when `impatient` is aborted; at once where there is no other node. `close` it then.
   */
  drain(impatient: AbortSignal): Promise<void>;
  /** Answers what was asked, then closes sockets, cluster, media and store. */
  close(): Promise<void>;
};

/** Milliseconds that pages have to close their side of a connection. */
const GOODBYE_MS = 500;

/** Milliseconds for which a refused append is news (rule O1), if none is made since that could tell. */
const REFUSED_MS = 10_000;

/** Milliseconds after a start in which those who write to recordings that were begun before are known to be gone. */
const FINISH_MS = 45_000;

const randomId = () => randomBytes(16).toString('base64url');

/**
 * One node: listens, wires what was committed to what is published and to what flows. Throws `StartError` where the
 * port can't be had.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, log, store, media, cluster, now = Date.now, newId = randomId, limiter = createMemoryLimiter() } = options;
  const metrics = createMetrics({
    process: options.processMetrics ?? true,
    media: () => media.counts(),
    loads: () => media.loads(),
    ...(env.cluster ? { cluster } : {}),
  });
  const sealed = createSealed(deriveKeys(options.secrets, 'output secrets'));
  const egress = createEgress({
    self: cluster.self,
    media,
    ffmpeg: findFfmpeg(env.ffmpegPath),
    encoders: env.encoders,
    recordingsDir: env.recordingsDir,
    reserve: env.recordingReserve,
    allowInside: env.rtmpToPrivate,
    now,
    warn: (message) => log.warn({}, message),
    ...(options.picture ? { picture: options.picture } : {}),
  });
  metrics.watchOutputs(egress.counts);
  const finishing = setTimeout(() => void egress.finishLeft().catch(failedLater), FINISH_MS).unref();
  const stopping = new AbortController();
  let draining = false;

  let refusedAt = -Infinity;

  const sessions = createSessions({
    store: measured(store, (outcome, milliseconds) => {
      metrics.appended(outcome, milliseconds);
      if (outcome === 'failed') refusedAt = performance.now();
      // A conflict is told by reading.
      else if (outcome === 'ok') refusedAt = -Infinity;
    }),
    cluster,
    now,
    newId,
    mark: options.mark ?? createMark(),
    seal: sealed.seal,
    onError: (error) => log.error(errorFields(error), 'a session failed'),
  });
  const { stream, loseAllFromBefore, follow, watchNodes } = createStreamLog({
    sessions,
    cluster,
    media,
    newId,
    now,
    stopping: stopping.signal,
    stranded: (peer) => io.local.to(peerRoom(pageOf(peer).page)).emit('session:move', {}),
    damaged: (session, error) => log.error({ session, ...errorFields(error) }, 'a session can not be opened'),
  });
  metrics.watchSessions(() =>
    sessions.loaded().map(
      ({
        state: {
          phase,
          stream: { status },
        },
      }) => ({ phase, streamLost: status === 'lost' }),
    ),
  );
  media.on('lost', (stageId, epoch) => {
    metrics.streamLost();
    stream.lost(partsOf(stageId), epoch).catch(failedLater);
  });
  sessions.onUnloaded((sessionId) => {
    for (const channel of Channel.options) media.follow(stageIdOf(sessionId, channel), null).catch(failedLater);
  });
  const outputs = createOutputs({ sessions, egress, sealed, cluster, calls: options.link?.calls ?? null });
  const stage = createStaging({ media, stream });
  const whip = createWhip({ sessions, media, stage, stream });
  const whep = createWhep({ sessions, media, cluster, calls: options.link?.calls ?? null });
  await loseAllFromBefore();

  // Requests can't come in before this function gives up its turn, by when the handler is there.
  let handler: RequestListener = (_request, response) => void response.writeHead(503).end();
  const http = boundedServer((request, response) => handler(request, response), options.patience);
  const port = await listen(http, env.port, env.host, `choose another port: npm start -- --port ${env.port + 1}`);
  const connections = trackConnections(http);
  const https = env.publicUrl?.startsWith('https:') ?? false;
  const origins = createOrigins({ publicUrl: env.publicUrl, host: env.host, port });
  const identities = createIdentities({ keys: options.secrets.keys, secure: https, now });
  const invites = createInvites({ store, now });
  const wrap = createWrap({ limiter, log, metrics });

  const io = createSocketServer(http, origins, options.patience);
  // Before Engine.IO, which answers some requests by itself.
  http.prependListener('request', securityHeaders({ origins: origins.list, https }));
  cluster.attach(io);
  const publisher = createPublisher(io, metrics, cluster, whep.players);
  cluster.report(() => ({ url: env.cluster?.nodeUrl ?? null, draining, viewers: publisher.viewersBySession() }));
  const peers = createPeers({ media, graceMs: options.peerGraceMs ?? limits.peerGraceMs });
  const leave = leaving(publisher, peers);
  const pages = acceptPages(io, {
    identities,
    limiter,
    log,
    metrics,
    hops: env.trustProxy,
    answers: {
      ...sessionCalls({ wrap, sessions, store, media, peers, publisher, leave, now }),
      ...outputCalls({ wrap, outputs }),
      ...mediaCalls({ wrap, media, peers, stream, stage, iceServers: createIceServers(env.turn, now) }),
    },
    arrived: (page) => peers.arrived(page),
    departed(page) {
      leave(page);
      peers.departed(page);
    },
  });
  media.on('ended', (peer) => {
    if (!whep.ended(peer)) io.local.to(peerRoom(pageOf(peer).page)).emit('media:ended', {});
  });
  media.on('layers', (peer, layers) => {
    const { page, channel } = pageOf(peer);
    // How well the stream arrives is said of the doctor's own alone (rule S15).
    if (channel === 'main') io.local.to(peerRoom(page)).emit('media:layers', layers);
  });
  const stopWatching = watchNodes();
  const takeOut = createRemoval({ io, peers, leave, now });
  sessions.onCommitted((session, events) => {
    takeOut(session, events);
    publisher.committed(session.id, session, events);
    follow(session, events).catch(failedLater);
    outputs.follow(session, events);
    whip.follow(session);
    whep.follow(session);
  });
  handler = createHttp({
    wrap,
    sessions,
    store,
    outputs,
    whip,
    whep,
    recordingsOf: egress.folderOf,
    identities,
    invites,
    origins,
    hops: env.trustProxy,
    now,
    newId,
    clientDir: options.clientDir ?? join(import.meta.dirname, '../client/dist'),
    limiter,
    log,
    metrics,
    metricsToken: env.metricsToken,
    refused: () => performance.now() - refusedAt < REFUSED_MS,
    stopping: () => stopping.signal.aborted,
  });
  const { link } = options;
  const nodeServer = link ? createNodeServer({ calls: link.calls, limiter, log }) : null;
  if (nodeServer && link) await listen(nodeServer, link.port, bindingOf(link.address).ip, 'name another port in NODE_URL');
  await cluster.beat();
  const url = origins.best(undefined);
  log.info({ port }, 'listening');

  function failedLater(error: unknown): void {
    if (!stopping.signal.aborted) log.error(errorFields(error), 'what the stream did could not be passed on');
  }

  return {
    url,
    port,
    sessions,
    invites,
    async drain(impatient) {
      const anywhere = () => cluster.others().some(({ report }) => !report.draining);
      if (draining || !anywhere()) return;
      draining = true;
      log.info({ sockets: io.engine.clientsCount }, 'draining');
      // Whoever connects now is led to another node: nothing listens here, but for what other nodes ask.
      http.close();
      await cluster.beat();
      whep.endAll();
      await movePages(io, { busy: media.busy, anywhere }, env.drainSeconds * 1000, impatient);
      log.info({ sockets: io.engine.clientsCount }, 'drained');
    },
    async close() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      stopWatching();
      http.close();
      // What was asked is answered while its socket is still there.
      clearTimeout(finishing);
      await sessions.close();
      await egress.close();
      publisher.close();
      peers.close();
      pages.close();
      // Socket.IO waits for every page to say goodbye, also for one whose network is gone.
      const impatience = setTimeout(connections.destroy, GOODBYE_MS);
      await io.close();
      clearTimeout(impatience);
      http.closeAllConnections();
      nodeServer?.close();
      nodeServer?.closeAllConnections();
      await cluster.close();
      await media.close();
      await store.close();
      log.info({}, 'stopped');
    },
  };
}

/** Takes a page out of the session it is in; its media goes with it only when it moves to another session. */
function leaving(publisher: Publisher, peers: Peers) {
  return (page: Page, to?: string): void => {
    if (!page.joined) return;
    publisher.leave(page, page.joined);
    if (to !== undefined && to !== page.joined.sessionId) peers.leave(page.peer);
    page.joined = null;
  };
}
