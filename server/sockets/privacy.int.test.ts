import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryStore } from '../testing/memory-store.ts';
import { type Client, granted } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { anyHistory, commandOf, type Step } from '../testing/histories.ts';
import { markForTests } from '../testing/play.ts';

const STEPS = 260;
let harness: Harness;

beforeAll(async () => {
  harness = await startApp({ store: memoryStore(), mark: markForTests });
});
afterAll(() => harness.close());

/** What takes people out, or everything away, and back: left to chance it would happen rarely, or end the rest. */
const upheavals = ['restrict-asker', 'close-emergency', 'reopen-session', 'unlock-queue', 'go-live', 'lift-restriction'] as const;
const APART = 6;

/** Made up once, from a seed: what is tried, one thing after the other, with upheavals in their order between. */
function steps(seed: number): Step[] {
  const all = fc.sample(anyHistory, { seed, numRuns: 20 }).flat();
  const others = ['end-session', 'free-stage', 'start-stream', 'lose-stream', 'stop-stream', 'set-slow-mode', 'lock-queue', ...upheavals];
  const usual = all.filter(({ type, honest }) => honest && !others.includes(type)).slice(0, STEPS);
  return usual.flatMap((step, at) => {
    const type = at % APART === 0 ? upheavals[(at / APART) % upheavals.length] : undefined;
    return type ? [{ ...step, type }, step] : [step];
  });
}

/** Everything that was ever written in a session, by its place: rows that are erased are gone from the store, not from here. */
function recorder(written: Map<string, string>, sessionId: SessionId) {
  return async () => {
    for (const [id, body] of await harness.store.allTexts(sessionId)) written.set(id, body);
  };
}

it.each([11, 12, 13])(
  '[A5][M1][M10][F4][H2][H3][H6] nothing that a doctor’s page is sent tells who asked, or what nobody approved (%s)',
  async (seed) => {
    const sessionId = await harness.schedule();
    const clients: Record<string, Client> = {};
    for (const [name, role] of [
      ['host', 'host'],
      ['cohost', 'cohost'],
      ['interpreter', 'interpreter'],
      ['moderator', 'moderator'],
      ['screener', 'screener'],
      ['reviewer', 'reviewer'],
      ['captioner', 'captioner'],
      ['ann', 'viewer'],
      ['ben', 'viewer'],
      ['cho', 'viewer'],
    ] as const)
      clients[name] = await harness.join(sessionId, role);
    const { host } = clients;
    if (!host) throw new Error('no host');
    await host.command({ type: 'go-live' });
    const session = await harness.app.sessions.open(sessionId);
    if (!session) throw new Error('no session');
    const written = new Map<string, string>();
    const record = recorder(written, sessionId);
    const shown = new Set<string>();
    const everPublic = new Set<QuestionId>();
    const everywhere = Object.entries(clients);
    const done: string[] = [];

    for (const [number, step] of steps(seed).entries()) {
      // Who may, of those who are here; an asker’s own acts by everybody in turn.
      const { command } = commandOf(step, { state: session.state, texts: new Map() }, number);
      const [, client] = everywhere[(number + step.which) % everywhere.length] ?? [];
      // The doctor asks nothing here: one’s own question is no secret to oneself.
      const able = everywhere
        .filter(([name]) => can(roleOf(name), command.type) && !(name === 'host' && command.type === 'submit-question'))
        .map(([, each]) => each);
      const by = client && able.includes(client) ? client : able[number % able.length];
      if (command.type === 'make-caption-link' || command.type === 'ingest-caption') continue;
      if (
        !by ||
        command.type === 'start-stream' ||
        command.type === 'lose-stream' ||
        command.type === 'stop-stream' ||
        command.type === 'free-stage'
      )
        continue;
      const answer = await by.command(command);
      if (answer.ok) done.push(command.type);
      // Whoever was taken out comes back, as their page does when it is reloaded.
      if (answer.ok && command.type === 'lift-restriction')
        for (const [name, each] of everywhere) if (roleOf(name) === 'viewer') await each.call('session:join', { sessionId, as: 'viewer' });
      await record();
      const { guest, voices } = session.state;
      for (const each of [guest?.name ?? null, voices.cohost.name, voices.interpreter.name]) if (each !== null) shown.add(each);
      // The doctor's own words, and what a glossary makes of them.
      for (const { text } of session.state.captions.lines) if (text !== null) shown.add(text);
      for (const { from, to } of session.state.captions.glossary.values()) shown.add(from).add(to);
      for (const { id, status, text, name, edit, answer: reply } of session.state.questions.values()) {
        if (!isPublicStatus(status)) continue;
        everPublic.add(id);
        for (const each of [edit?.text ?? text, edit?.showName === false ? null : name, reply]) if (each !== null) shown.add(each);
      }
    }
    // Everybody sees this, and a page is sent things in their order.
    const last = granted(await host.command({ type: 'set-track', source: 'camera', muted: !session.state.muted.camera }));
    await host.until(({ view }) => view().seq >= last.seq, 'the last event');

    // Its own answers to what it sent hold its own questions: the doctor asked nothing here that others would not see.
    const sent = host.frames.join('\n');
    const people = (await harness.store.events(sessionId, 0)).flatMap(({ by }) => (by.person === null ? [] : [by.person]));
    const shownBodies = new Set([...shown].flatMap((id) => written.get(id) ?? []));
    const secrets = [...written].flatMap(([, body]) => (shownBodies.has(body) ? [] : [body]));
    const members = [
      'redFlags',
      'personal',
      'abuse',
      'asker',
      'claim',
      'reports',
      'original',
      'reviewedBy',
      'restriction',
      'nameHidden',
      'topic',
      'hands',
    ];
    const unknown = [...session.state.questions.keys()].filter((id) => !everPublic.has(id));
    expect(done.length).toBeGreaterThan(100);
    expect(upheavals.filter((type) => !done.includes(type))).toEqual([]);
    expect(new Set(people).size).toBeGreaterThan(5);
    const looked = [...new Set(people), ...secrets, ...members.map((name) => `"${name}":`), ...unknown, '127.0.0.1', '::1'];
    expect(looked.filter((secret) => sent.includes(secret))).toEqual([]);
    for (const client of Object.values(clients)) client.close();
  },
);

const roleOf = (name: string) =>
  name === 'host' ||
  name === 'cohost' ||
  name === 'interpreter' ||
  name === 'moderator' ||
  name === 'screener' ||
  name === 'reviewer' ||
  name === 'captioner'
    ? name
    : ('viewer' as const);

it('[X6] what is shown of a server is told to those who run the session, and to nobody else of its team', async () => {
  const sessionId = await harness.schedule();
  await harness.act(sessionId, 'host', { type: 'add-target', url: 'rtmps://live.example.org/app', key: 'abcd-efgh-ijkl-9876' });
  for (const role of ['host', 'moderator', 'cohost', 'screener', 'reviewer', 'captioner', 'interpreter', 'viewer'] as const) {
    const client = await harness.join(sessionId, role);
    const answer = await client.call('outputs:status', {});
    const runs = role === 'host' || role === 'moderator';
    expect([role, answer.ok && Object.values(answer.labels)]).toEqual([role, runs && ['live.example.org …9876']]);
    expect(JSON.stringify(client.view())).not.toContain('live.example');
    client.close();
  }
});
