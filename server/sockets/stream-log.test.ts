import { CommandId, NodeId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { localBus } from '../cluster/local.ts';
import { createFakeMedia } from '../media/fake.ts';
import { createSessions } from '../sessions.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { memoryStore } from '../testing/memory-store.ts';
import { cast, sessionId } from '../testing/play.ts';
import { createStreamLog } from './stream-log.ts';

it('[C9] a stream of a node that is gone is lost once, however long the store refuses and however often nodes change', async () => {
  let ids = 0;
  let refuses = false;
  let refused = 0;
  const inner = memoryStore();
  const store: Store = {
    ...inner,
    async append(...args) {
      if (refuses) refused += 1;
      if (refuses) throw new StoreUnavailable('away');
      return inner.append(...args);
    },
  };
  const bus = localBus();
  const [cluster, other] = [bus.join(), bus.join()];
  const newId = () => `made-${++ids}`;
  const sessions = createSessions({ store, cluster, now: () => 1000 + ids, newId, onError() {} });
  const stopping = new AbortController();
  const log = createStreamLog({
    sessions,
    cluster,
    media: createFakeMedia(),
    newId,
    now: () => 1000 + ids,
    stopping: stopping.signal,
    stranded() {},
    damaged() {},
  });
  const stop = log.watchNodes();
  const execute = (by: Parameters<typeof sessions.execute>[1], command: Parameters<typeof sessions.execute>[3]) =>
    sessions.execute(sessionId, by, CommandId.parse(newId()), command);
  await sessions.schedule(
    cast.organiser,
    CommandId.parse(newId()),
    { type: 'schedule-session', title: 'Gone', host: { name: 'Dr K', title: '' }, startsAt: 1 },
    sessionId,
  );
  await execute(cast.host, { type: 'go-live' });
  await execute(cast.system, { type: 'start-stream', tracks: ['camera'], node: NodeId.parse(other.self) });
  const stream = async () => (await sessions.open(sessionId))?.state.stream;

  refuses = true;
  await other.close();
  // Each is a reason to look again.
  for (let change = 0; change < 20; change += 1) await bus.join().close();
  // After what waits for its turn.
  await sessions.catchUp(sessionId);
  expect(refused).toBe(1);
  refuses = false;
  await expect.poll(stream, { timeout: 10_000 }).toMatchObject({ status: 'lost', epoch: 1 });
  stop();
  await sessions.close();
});
