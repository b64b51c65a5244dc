import { CommandId, SessionId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { localCluster } from './cluster/local.ts';
import { summarise } from './session/summary.ts';
import { createSessions } from './sessions.ts';
import type { Append } from './store/store.ts';
import { memoryStore } from './testing/memory-store.ts';
import { cast } from './testing/play.ts';

let ids = 0;
const newId = () => `made-${++ids}`;
const command = { type: 'schedule-session', title: 'Upgrading', host: { name: 'Dr K', title: '' }, startsAt: 1 } as const;

it('[O6] a session with an event of a later version goes no further on this node, is not written to, and holds up no other', async () => {
  const store = memoryStore();
  const failed: unknown[] = [];
  const sessions = createSessions({ store, cluster: localCluster(), now: () => 1000, newId, onError: (error) => failed.push(error) });
  const execute = (id: SessionId, type: 'open-session' | 'go-live') => sessions.execute(id, cast.host, CommandId.parse(newId()), { type });
  const [newer, plain] = [SessionId.parse('newer-session'), SessionId.parse('plain-session')];
  for (const id of [newer, plain]) await sessions.schedule(cast.organiser, CommandId.parse(newId()), command, id);
  const session = await sessions.open(newer);
  if (!session) throw new Error('no session');
  // As a node of a later version appends it, which this one has no type for.
  const later: Append['events'] = JSON.parse(JSON.stringify([{ seq: 2, at: 1000, by: cast.host, fact: { type: 'session-dreamt' } }]));
  const summary = summarise(session.state);
  const appended = await store.append({ sessionId: newer, after: 1, events: later, texts: [], erase: [], commands: [], summary });
  expect(appended.ok).toBe(true);

  await expect(execute(newer, 'open-session')).rejects.toThrow(/invalid_union/);
  await expect(sessions.catchUp(newer)).rejects.toThrow(/invalid_union/);
  expect([session.state.seq, await store.head(newer), session.view('public').seq]).toEqual([1, 2, 1]);
  expect(await execute(plain, 'go-live')).toMatchObject({ ok: true });
  expect((await sessions.open(plain))?.state.phase).toBe('live');
  // A node that starts meanwhile can't open it, and opens the others.
  const started = createSessions({ store, cluster: localCluster(), now: () => 1000, newId });
  await expect(started.open(newer)).rejects.toThrow(/invalid_union/);
  expect((await started.open(plain))?.state.phase).toBe('live');
  await Promise.all([sessions.close(), started.close()]);
});
