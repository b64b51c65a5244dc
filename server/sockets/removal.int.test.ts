import type { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePath } from '../store/open.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { type Client, granted, openClient, openSocket } from '../testing/client.ts';
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

describe('[H2] what a page receives ends with a ban', () => {
  const nobody = { codecs: [], headerExtensions: [] };
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value: 'AB'.concat(':AB'.repeat(31)) }] };
  const tab = { auth: { protocol: PROTOCOL_VERSION, tab: 'a-tab' } };
  /** A page of the viewer's that watches, and then is connected anew under its tab without joining: its picture goes on. */
  async function watchUnjoined(at: Harness): Promise<Socket> {
    const person = { ...viewer.person, url: at.url };
    const watching = await openClient(person, sessionId, 'viewer', tab);
    granted(await watching.call('media:watch', { rtpCapabilities: nobody }));
    granted(await watching.call('media:start', { dtlsParameters }));
    const again = openSocket(person, tab);
    const connected = new Promise((resolve) => again.once('connect', () => resolve(null)));
    again.connect();
    await connected;
    watching.close();
    const bystander = await openClient(await at.visit(), sessionId, 'viewer');
    await bystander.until((client) => client.viewers() <= 2, 'it has left the session');
    bystander.close();
    expect([...at.media.watchersOf(sessionId).values()]).toEqual(['started']);
    return again;
  }

  it('though it has not joined', async () => {
    const host = await harness.join(sessionId, 'host');
    await host.command({ type: 'go-live' });
    await putOnStage(host);
    const unjoined = await watchUnjoined(harness);
    granted(await restrict('ban'));
    expect([...harness.media.watchersOf(sessionId).keys()]).toEqual([]);
    unjoined.disconnect();
  });

  it('at another node too', async () => {
    const store = await openSqliteStore(databasePath(harness.env));
    const other = await startApp({ now: () => clock, store, settings: { SECRETS_FILE: harness.env.secretsFile } });
    const host = await openClient({ ...(await harness.staff(sessionId, 'host')), url: other.url }, sessionId, 'host');
    await host.command({ type: 'go-live' });
    await putOnStage(host);
    const unjoined = await watchUnjoined(other);
    granted(await restrict('ban'));
    await expect.poll(() => [...other.media.watchersOf(sessionId).keys()], { timeout: 20_000 }).toEqual([]);
    unjoined.disconnect();
    host.close();
    await other.close();
  });

  it('at the latest where its join is refused, also what it received in a role that was taken back', async () => {
    const host = await harness.join(sessionId, 'host');
    await host.command({ type: 'go-live' });
    await putOnStage(host);
    await viewer.person.takeInvite(await harness.app.invites.staffLink(harness.url, sessionId, 'moderator'));
    const page = await openClient(viewer.person, sessionId, 'moderator');
    granted(await page.call('media:watch', { rtpCapabilities: nobody }));
    await harness.store.revokeRole(sessionId, 'moderator');
    granted(await restrict('ban'));
    expect(harness.media.watchersOf(sessionId).size).toBe(1);
    expect(codeOf(await join(page))).toBe('removed');
    expect(harness.media.watchersOf(sessionId).size).toBe(0);
    page.close();
  });
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
