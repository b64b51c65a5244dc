import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandId, PersonId, QuestionId, SessionId } from '@bedside/shared/ids.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { type App, type AppOptions, createApp } from '../app.ts';
import { unlimited } from '../auth/limiter.ts';
import { loadSecrets } from '../auth/secrets.ts';
import { localCluster } from '../cluster/local.ts';
import { type Env, readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { createFakeMedia, type FakeMedia } from '../media/fake.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { SessionRole } from '@bedside/shared/roles.ts';
import type { Store } from '../store/store.ts';
import { type Client, openClient, type Person, visit } from './client.ts';

export type Harness = {
  app: App;
  url: string;
  env: Env;
  store: Store;
  media: FakeMedia;
  /** Every line logged. */
  lines: string[];
  /** A browser of its own: a new cookie jar. */
  visit(): Promise<Person>;
  /** An open session. */
  schedule(title?: string): Promise<SessionId>;
  /** A person with the role, by an invite. */
  staff(sessionId: SessionId, role: SessionRole): Promise<Person>;
  /** A person of that role, with a page that has joined. */
  join(sessionId: SessionId, role: SessionRole | 'viewer'): Promise<Client>;
  /** Does something as that role, without a socket; the question's id for `submit-question`. */
  act(sessionId: SessionId, role: SessionRole | 'viewer', command: SessionCommand): Promise<QuestionId>;
  close(): Promise<void>;
};

let counter = 0;
/** An id that no test has had. */
export const newId = (prefix = 'test') => `${prefix}-${process.pid}-${++counter}`;
export const someone = () => PersonId.parse(newId('person'));

/** A real app on a free port with a database of its own and media that is fake; no rate limits unless asked for. */
export async function startApp(options: Partial<AppOptions> & { settings?: Record<string, string> } = {}): Promise<Harness> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bedside-test-'));
  // Where media is fake there is nothing to encode.
  const env = readEnv({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'trace', FFMPEG_PATH: join(dataDir, 'none'), ...options.settings });
  const store = options.store ?? (await openSqliteStore(join(dataDir, 'bedside.db')));
  const media = createFakeMedia();
  const lines: string[] = [];
  const log = createLog(env, { write: (line) => void lines.push(line) });
  const secrets = loadSecrets(env.secretsFile);
  const app = await createApp({
    env,
    log,
    secrets,
    store,
    media,
    cluster: localCluster(),
    limiter: unlimited,
    processMetrics: false,
    ...options,
  });
  const clients: Client[] = [];

  const harness: Harness = {
    app,
    url: app.url,
    env,
    store,
    media,
    lines,
    visit: () => visit(app.url),
    async schedule(title = 'A session for tests') {
      const sessionId = await scheduleIn(app, title);
      await harness.act(sessionId, 'host', { type: 'open-session' });
      return sessionId;
    },
    async staff(sessionId, role) {
      const person = await visit(app.url);
      await person.takeInvite(await app.invites.staffLink(app.url, sessionId, role));
      return person;
    },
    async join(sessionId, role) {
      const person = role === 'viewer' ? await visit(app.url) : await harness.staff(sessionId, role);
      const client = await openClient(person, sessionId, role);
      clients.push(client);
      return client;
    },
    async act(sessionId, role, command) {
      const answer = await app.sessions.execute(sessionId, { role, person: someone() }, CommandId.parse(newId('command')), command);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
      return answer.questionId ?? QuestionId.parse('none');
    },
    async close() {
      for (const client of clients) client.close();
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return harness;
}

async function scheduleIn(app: App, title: string): Promise<SessionId> {
  const answer = await app.sessions.schedule({ role: 'organiser', person: someone() }, CommandId.parse(newId('command')), {
    type: 'schedule-session',
    title,
    host: { name: 'Dr Test', title: 'Physician' },
    startsAt: 1_800_000_000_000,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return SessionId.parse(answer.sessionId);
}
