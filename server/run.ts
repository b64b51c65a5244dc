import { type App, createApp } from './app.ts';
import { loadSecrets } from './auth/secrets.ts';
import type { Env } from './env.ts';
import { fail } from './fail.ts';
import { createLog } from './log.ts';
import { createMark, readPacks } from './marks.ts';
import { openMedia, openNodes } from './open.ts';
import { complaintAboutUser } from './privileges.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** How long what is under way may take once a node closes. */
const STOP_MS = 5000;

/** Starts one node on its database and the real SFU. `prepare` runs before anything listens. Throws `StartError`. */
export async function start(env: Env, prepare: (store: Store) => Promise<void> = async () => {}): Promise<App> {
  const complaint = complaintAboutUser({ uid: process.getuid?.(), production: process.env.NODE_ENV === 'production' });
  const log = createLog(env);
  const secrets = loadSecrets(env.secretsFile);
  const mark = env.redFlagsDir === null ? createMark() : createMark(readPacks(env.redFlagsDir));
  // Closed in the other order where a later one fails.
  const opened: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(one: T): T => {
    opened.unshift(one);
    return one;
  };
  try {
    const store = keep(await openStore(env, log));
    await prepare(store);
    const nodes = await openNodes(env, log, secrets);
    keep(nodes.cluster);
    const media = keep(await openMedia(env, log, nodes));
    const app = await createApp({ env, log, secrets, store, media, mark, ...nodes });
    if (complaint !== null) log.warn({}, complaint);
    return app;
  } catch (error) {
    for (const one of opened) await one.close();
    throw error;
  }
}

/**
 * Stops with exit code 0: on SIGINT at once, on SIGTERM once its pages have moved to other nodes, or at once if there are
 * none; a second signal ends the waiting. On what nobody caught with 1: the state of such a process is unknown.
 */
export function stopOnSignals(app: App, tell: () => void = () => {}): void {
  const impatient = new AbortController();
  let stopping = false;
  const close = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.close();
    process.exit(0);
  };
  const stop = (drains: boolean): void => {
    if (stopping) return impatient.abort();
    stopping = true;
    tell();
    (drains ? app.drain(impatient.signal) : Promise.resolve()).then(close).catch(fail);
  };
  process.on('SIGINT', () => stop(false)).on('SIGTERM', () => stop(true));
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
}
