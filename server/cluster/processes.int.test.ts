import { CommandId } from '@bedside/shared/ids.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, openClient, visit } from '../testing/client.ts';
import { newId } from '../testing/harness.ts';
import { type ServerProcess, spawnServer } from '../testing/process.ts';
import { type RedisServer, startRedis } from '../testing/redis.ts';

let redis: RedisServer;
let first: ServerProcess;
let second: ServerProcess;
beforeAll(async () => {
  redis = await startRedis();
  first = await spawnServer({ redisUrl: redis.url });
  second = await spawnServer({ redisUrl: redis.url, dataDir: first.dataDir });
});
afterAll(async () => {
  await second.close();
  await first.close();
  await redis.close();
});

const texts = (client: Client) => client.view().questions.map(({ text }) => text);

it('[C2][C3][C7] two processes outlive Redis, and the one that is killed is forgotten by the other', async () => {
  const organiser = await visit(first.url);
  await organiser.takeInvite(first.organiser);
  const scheduled = await organiser.api('schedule', {
    commandId: CommandId.parse(newId()),
    session: { type: 'schedule-session', title: 'Two processes', host: { name: 'Dr K', title: '' }, startsAt: 1 },
  });
  if (!scheduled.ok) throw new Error(scheduled.error.code);
  const { sessionId, links } = scheduled;
  const [host, moderator] = [await visit(first.url), await visit(second.url)];
  await host.takeInvite(links.host);
  await moderator.takeInvite(links.moderator);
  const studio = await openClient(host, sessionId, 'host');
  await studio.command({ type: 'go-live' });
  const [asker, desk, reader] = [
    await openClient(await visit(first.url), sessionId, 'viewer'),
    await openClient(moderator, sessionId, 'moderator'),
    await openClient(await visit(second.url), sessionId, 'viewer'),
  ];
  await desk.until(({ viewers }) => viewers() === 2, 'both viewers');

  const askThrough = async (text: string) => {
    const asked = await asker.command({ type: 'submit-question', text });
    if (!asked.ok || !asked.questionId) throw new Error('not asked');
    expect(await desk.command({ type: 'approve-question', questionId: asked.questionId })).toMatchObject({ ok: true });
    for (const client of [asker, desk, reader]) await client.until((each) => texts(each).includes(text), text);
  };
  await askThrough('With Redis');
  await redis.stop();
  await askThrough('Without Redis');
  await redis.start();
  await askThrough('With Redis again');
  redis.pause();
  await askThrough('With Redis frozen');
  redis.resume();
  // Nobody had to come back: the processes are those of the beginning.
  for (const client of [studio, asker, desk, reader]) expect(client.joins.view).toBe(1);
  await desk.until(({ viewers }) => viewers() === 2, 'both viewers still');

  await first.kill();
  await desk.until(({ viewers }) => viewers() === 1, 'the viewer of the killed process forgotten');
  for (const client of [studio, asker, desk, reader]) client.close();
});
