import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CommandId, type QuestionId } from '@bedside/shared/ids.ts';
import { Audience } from '@bedside/shared/roles.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localCluster } from './cluster/local.ts';
import { LiveSession } from './live-session.ts';
import { createSessions, type Sessions } from './sessions.ts';
import type { Store } from './store/store.ts';
import { memoryStore } from './testing/memory-store.ts';
import { cast, sessionId } from './testing/play.ts';

let store: Store;
let sessions: Sessions;
let questionId: QuestionId;
let ids = 0;
const act = async (by: (typeof cast)[keyof typeof cast], command: Parameters<Sessions['execute']>[3]) => {
  const answer = await sessions.execute(sessionId, by, CommandId.parse(`command-${++ids}`), command);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.questionId;
};

beforeEach(async () => {
  store = memoryStore();
  sessions = createSessions({ store, cluster: localCluster(), now: () => 1000, newId: () => `test-id-${++ids}` });
  const schedule = { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 } as const;
  await sessions.schedule(cast.organiser, CommandId.parse(`command-${++ids}`), schedule, sessionId);
  await act(cast.host, { type: 'go-live' });
  const asked = await act(cast.ann, { type: 'submit-question', text: 'A private matter' });
  if (!asked) throw new Error('not asked');
  questionId = asked;
  await act(cast.screener, { type: 'approve-question', questionId });
});
afterEach(async () => {
  await sessions.close();
  await store.close();
});

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Of what was asked for, what is still held in memory. */
async function held<T extends WeakKey>(references: ReadonlyMap<string, WeakRef<T>>): Promise<string[]> {
  // A reference that was just made holds its target until the present job has ended.
  await new Promise(setImmediate);
  if (typeof collect === 'function') Reflect.apply(collect, null, []);
  return [...references].flatMap(([name, reference]) => (reference.deref() ? [name] : []));
}

const viewsOf = (session: Pick<LiveSession, 'view'>) => {
  const references = new Map(Audience.options.map((audience) => [audience, new WeakRef(session.view(audience))]));
  for (const audience of Audience.options) expect(JSON.stringify(session.view(audience))).toContain('A private matter');
  return references;
};

it('[A9] the node that takes the withdrawal keeps no view with the text', async () => {
  const session = await sessions.open(sessionId);
  if (!session) throw new Error('no session');
  const views = viewsOf(session);
  expect(await held(views)).toEqual(Audience.options);
  await act(cast.ann, { type: 'withdraw-question', questionId });
  expect(await held(views)).toEqual([]);
});

it('[A9] nor does one that hears of it', async () => {
  const hooks = { now: () => 1000, committed() {}, appended() {}, failed() {} };
  const session = await LiveSession.load(sessionId, store, hooks);
  if (!session) throw new Error('no session');
  const [textId] = [...session.state.questions.values()].map(({ text }) => text);
  if (!textId) throw new Error('no text');
  const views = viewsOf(session);
  await act(cast.ann, { type: 'withdraw-question', questionId });
  expect([await held(views), session.texts.get(textId)]).toEqual([Audience.options, 'A private matter']);
  await session.exclusive(() => session.catchUp());
  expect([await held(views), session.texts.get(textId)]).toEqual([[], undefined]);
});
