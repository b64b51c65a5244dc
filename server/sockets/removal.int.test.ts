import type { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Client, granted, openClient } from '../testing/client.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';
import { putOnStage } from '../testing/stage.ts';

let clock = 1_790_000_000_000;
let harness: Harness;
let sessionId: SessionId;
let screener: Client;
let viewer: Client;
let questionId: QuestionId;

beforeEach(async () => {
  harness = await startApp({ now: () => clock });
  sessionId = await harness.schedule();
  screener = await harness.join(sessionId, 'screener');
  viewer = await harness.join(sessionId, 'viewer');
  const asked = granted(await viewer.command({ type: 'submit-question', text: 'Who is out?' }));
  if (!asked.questionId) throw new Error('not asked');
  ({ questionId } = asked);
});
afterEach(async () => {
  await harness.close();
});

/** What the page is told when it is taken out. */
const removal = ({ socket }: Client) => new Promise<unknown>((resolve) => socket.once('session:removed', resolve));
const restrict = (restriction: 'mute' | 'remove' | 'ban') => screener.command({ type: 'restrict-asker', questionId, restriction });
const codeOf = (answer: { ok: true } | { ok: false; error: { code: string; retryAfterMs?: number | undefined } }) =>
  answer.ok ? 'ok' : answer.error.code;
const join = (client: Client) => client.call('session:join', { sessionId, as: 'viewer' });
const ask = (client: Client) =>
  client.raw('session:command', { commandId: newId('ask'), command: { type: 'submit-question', text: 'May I?' } });

it('[H2] takes every page of theirs out, with its media, until the time is over', async () => {
  const host = await harness.join(sessionId, 'host');
  await host.command({ type: 'go-live' });
  await putOnStage(host);
  granted(await viewer.call('media:watch', { rtpCapabilities: { codecs: [], headerExtensions: [] } }));
  const second = await openClient(viewer.person, sessionId, 'viewer');
  const bystander = await harness.join(sessionId, 'viewer');
  const told = [removal(viewer), removal(second)];
  granted(await restrict('remove'));
  expect(await Promise.all(told)).toEqual(Array(2).fill({ retryAfterMs: limits.removeMs }));

  const frames = viewer.frames.length;
  await screener.command({ type: 'approve-question', questionId });
  await bystander.until(({ view }) => view().questions.length === 1);
  expect(viewer.frames.slice(frames)).toEqual([]);
  expect(bystander.viewers()).toBeLessThanOrEqual(2);
  expect(await ask(viewer)).toMatchObject({ ok: false, error: { code: 'removed', retryAfterMs: limits.removeMs } });
  expect(
    codeOf(
      await viewer.call('media:start', {
        dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AB'.concat(':AB'.repeat(31)) }] },
      }),
    ),
  ).toBe('removed');
  const refused = await join(viewer);
  expect(refused.ok ? null : refused.error).toMatchObject({ code: 'removed', retryAfterMs: limits.removeMs });
  // Another window, or a reload, is no way back in.
  const another = await openClient(viewer.person, sessionId, 'viewer').catch((error: unknown) => String(error));
  expect(another).toMatch(/removed/);

  clock += limits.removeMs;
  expect(await ask(viewer)).toMatchObject({ error: { code: 'not-joined' } });
  granted(await join(viewer));
  expect(await ask(viewer)).toMatchObject({ ok: true });
  second.close();
});

it('[H2] a ban says no time, and can be lifted', async () => {
  const told = removal(viewer);
  granted(await restrict('ban'));
  expect(await told).toEqual({});
  clock += 10 * limits.removeMs;
  const refused = await join(viewer);
  expect(refused.ok ? null : refused.error).toEqual({ code: 'removed', message: expect.any(String) });
  granted(await screener.command({ type: 'lift-restriction', questionId }));
  granted(await join(viewer));
});

it('[H2] a mute leaves them in, and their page says that they may not ask', async () => {
  granted(await restrict('mute'));
  await viewer.until(({ own }) => own().mutedUntil === null);
  expect(await ask(viewer)).toMatchObject({ ok: false, error: { code: 'muted' } });
  granted(await screener.command({ type: 'lift-restriction', questionId }));
  await viewer.until(({ own }) => !('mutedUntil' in own()));
});

it('[H7] whoever has another role in the session is held to nothing, also where they asked as a viewer', async () => {
  const moderator = await harness.staff(sessionId, 'moderator');
  const asViewer = await openClient(moderator, sessionId, 'viewer');
  const asked = granted(await asViewer.command({ type: 'submit-question', text: 'And one of us?' }));
  const theirs = asked.questionId;
  if (!theirs) throw new Error('not asked');
  const answer = await screener.command({ type: 'restrict-asker', questionId: theirs, restriction: 'ban' });
  expect(codeOf(answer)).toBe('forbidden');
  asViewer.close();
});
