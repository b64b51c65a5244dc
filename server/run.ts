import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { loadSecrets } from './auth/secrets.ts';
import type { NodeId } from '@bedside/shared/ids.ts';
import { localCluster } from './cluster/local.ts';
import { type Env, StartError } from './env.ts';
import { createLog, errorFields, type Log } from './log.ts';
import { createSfu } from './media/sfu.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** After a signal, how long what is under way may take. */
const STOP_MS = 5000;

/** Where the database is, whether it is there or not. */
export const databasePath = (env: Pick<Env, 'dataDir'>) => join(env.dataDir, 'bedside.db');

/** Throws `StartError`. */
export async function openStore(env: Env, log: Log): Promise<Store> {
  const path = databasePath(env);
  try {
    return await openSqliteStore(path, {
      onDamaged: (session) => log.error({ session }, 'what is stored of a session can not be read: lists leave it out'),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new StartError(
      `The database ${path} can't be opened (${why}). If it is damaged or from a newer Bedside, put back your backup, or move it away to begin anew.`,
    );
  }
}

const openMedia = (env: Env, log: Log, self: NodeId) =>
  createSfu({
    self,
    pipes: null,
    workers: env.mediaWorkers,
    announcedAddresses: env.announcedAddresses,
    rtcPortBase: env.rtcPortBase,
    logLevel: 'none',
    warn: (message) => log.warn({}, message),
  }).catch((error: unknown) => {
    // Its errors are sentences for the operator.
    throw new StartError(error instanceof Error ? error.message : 'The video server did not start.');
  });

/** Starts one node on SQLite and the real SFU. `prepare` runs before anything listens. Throws `StartError`. */
export async function start(env: Env, prepare: (store: Store) => Promise<void> = async () => {}): Promise<App> {
  const log = createLog(env);
  const secrets = loadSecrets(env.secretsFile);
  const store = await openStore(env, log);
  try {
    await prepare(store);
    const cluster = localCluster();
    const media = await openMedia(env, log, cluster.self);
    try {
      return await createApp({ env, log, secrets, store, media, cluster });
    } catch (error) {
      await media.close();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Ends the process with one sentence where that is what is known, else with where it happened. */
export function fail(error: unknown): never {
  const text = error instanceof StartError ? error.message : JSON.stringify(errorFields(error));
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Stops on SIGINT and SIGTERM with exit code 0, and on what nobody caught with 1: the state of such a process is unknown. */
export function stopOnSignals(app: App, tell: () => void = () => {}): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    tell();
    setTimeout(() => process.exit(1), STOP_MS).unref();
    app.close().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
}
