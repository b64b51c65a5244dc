import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, CONSENT_VERSION, type ScheduleSession, type SessionCommand, type SystemCommand } from '@bedside/shared/commands.ts';
import type * as z from 'zod/mini';
import { CommandId, HandId, PersonId, type QuestionId, ReplyId, type SessionId, TargetId } from '@bedside/shared/ids.ts';
import { type Action, actions, can, Role } from '@bedside/shared/roles.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { createMemoryLimiter } from '../auth/limiter.ts';
import { type Client, openSocket, refusalOf } from '../testing/client.ts';
import { type Harness, newId, someone, startApp } from '../testing/harness.ts';
import { aNode, markForTests } from '../testing/play.ts';
import { memoryStore } from '../testing/memory-store.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startApp({ mark: markForTests });
});
afterAll(() => harness.close());

const codeOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'error' in answer ? (answer.error as { code: string }).code : 'ok';

describe('[A6] a socket', () => {
  it.each(['websocket', 'polling'] as const)('over %s is for pages of our own origin', async (transport) => {
    const person = await harness.visit();
    const { port } = new URL(harness.url);
    const attempt = (origin: string) => refusalOf(openSocket(person, { origin, transports: [transport], reconnection: false }));
    for (const own of [harness.url, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]) expect(await attempt(own)).toBe('connected');
    for (const other of ['https://evil.example', `http://localhost:${Number(port) + 1}`, `https://localhost:${port}`, 'null', '']) {
      expect([other, await attempt(other)]).toEqual([other, expect.stringMatching(/^(websocket error|xhr poll error)$/)]);
    }
  });

  it('without an Origin is nothing that a browser would open, but for a GET of its own page', async () => {
    const { cookie } = await harness.visit();
    const get = (headers: Record<string, string>) =>
      fetch(`${harness.url}/socket.io/?EIO=4&transport=polling`, { headers: { cookie: cookie(), ...headers } });
    expect((await get({})).status).toBe(200);
    expect((await get({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await get({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it('needs a valid cookie and the same protocol', async () => {
    const person = await harness.visit();
    const tab = 'tab-of-mine';
    const attempt = (connect: Parameters<typeof openSocket>[1]) => refusalOf(openSocket(person, { reconnection: false, ...connect }));
    expect(await attempt({ cookie: '' })).toBe('no-identity');
    expect(await attempt({ cookie: `${person.cookie()}0` })).toBe('no-identity');
    expect(await attempt({ auth: { protocol: PROTOCOL_VERSION + 1, tab } })).toBe('protocol-mismatch');
    expect(await attempt({ auth: { protocol: 'one', tab } })).toBe('bad-request');
    expect(await attempt({ auth: {} })).toBe('bad-request');
    expect(await attempt({ auth: { protocol: PROTOCOL_VERSION, tab: '../../x' } })).toBe('bad-request');
    expect(await attempt({ auth: { protocol: PROTOCOL_VERSION, tab } })).toBe('connected');
  });
});

type Scene = {
  sessionId: SessionId;
  pending: QuestionId;
  approved: QuestionId;
  answering: QuestionId;
  answered: QuestionId;
  edited: QuestionId;
  merged: QuestionId;
  replyId: ReplyId;
  targetId: TargetId;
};

/** A session in which every command but those on the phase has something to work on. */
async function setScene(): Promise<Scene> {
  const sessionId = await harness.schedule();
  const ask = () => harness.act(sessionId, 'viewer', { type: 'submit-question', text: 'Is this a question?' });
  const approve = async () => {
    const questionId = await ask();
    await harness.act(sessionId, 'moderator', { type: 'approve-question', questionId });
    return questionId;
  };
  await harness.act(sessionId, 'host', { type: 'go-live' });
  const [pending, approved, answering, answered] = [await ask(), await approve(), await approve(), await approve()];
  await harness.act(sessionId, 'host', { type: 'start-answer', questionId: answered });
  await harness.act(sessionId, 'host', { type: 'start-answer', questionId: answering });
  await harness.act(sessionId, 'host', { type: 'pin-question', questionId: answered });
  const [edited, merged] = [await ask(), await ask()];
  await harness.act(sessionId, 'screener', { type: 'edit-question', questionId: edited, text: 'Is this another?', showName: true });
  await harness.act(sessionId, 'screener', { type: 'merge-question', questionId: merged, into: approved });
  await harness.act(sessionId, 'screener', { type: 'save-reply', text: 'Thank you for asking.' });
  const replyId = [...((await harness.app.sessions.open(sessionId))?.state.savedReplies.keys() ?? [])][0] ?? ReplyId.parse('none');
  await harness.act(sessionId, 'host', { type: 'add-target', url: 'rtmps://live.example.org/app', key: 'a-key' });
  await harness.act(sessionId, 'host', { type: 'set-output', kind: 'recording', on: false });
  const targetId = [...((await harness.app.sessions.open(sessionId))?.state.outputs.targets.keys() ?? [])][0] ?? TargetId.parse('none');
  return { targetId, sessionId, pending, approved, answering, answered, edited, merged, replyId };
}

/** What an actor sends to do the thing, in a scene where whoever may do it succeeds. */
const attempts: Record<Action, ((client: Client, scene: Scene) => Promise<unknown>) | { neverFromOutside: Command }> = {
  'session:list': ({ person }) => person.api('sessions', {}),
  'session:join': (client, { sessionId }) => client.call('session:join', { sessionId, as: 'viewer' }),
  'invite:exchange': async ({ person }, { sessionId }) => {
    const link = await harness.app.invites.staffLink(harness.url, sessionId, 'moderator');
    return person.api('exchange', { secret: link.split('#invite=')[1] ?? '' });
  },
  'outputs:status': (client) => client.call('outputs:status', {}),
  'recordings:read': ({ person }, { sessionId }) => person.api('recordings', { sessionId }),
  'recordings:erase': ({ person }, { sessionId }) =>
    person
      .fetch('/api/recordings/erase', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sessionId, name: '20261130T004922Z.mp4' }),
      })
      .then((response) => response.json())
      // There is none, which only who may erase it is told.
      .then((answer: unknown) => (codeOf(answer) === 'not-found' ? { ok: true } : answer)),
  'audit:read': ({ person }, { sessionId }) => person.api('audit', { sessionId }),
  'session:schedule': ({ person }) =>
    person
      .fetch('/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          commandId: newId(),
          session: { type: 'schedule-session', title: 'Mine', host: { name: 'A', title: '' }, startsAt: 1 },
        }),
      })
      .then((response) => response.json()),
  'media:watch': async (client, { sessionId }) => {
    await putOnStage(sessionId);
    return client.call('media:watch', { rtpCapabilities: { codecs: [], headerExtensions: [] } });
  },
  'media:publish': async (client, scene) => {
    await comeOnStage(client, scene);
    return client.call('media:publish', {});
  },
  'schedule-session': neverFromOutside({
    type: 'schedule-session',
    title: 'From outside',
    description: 'As it would be',
    host: { name: 'Dr Outside', title: 'Physician' },
    startsAt: 1_800_000_000_000,
  }),
  'start-stream': neverFromOutside({ type: 'start-stream', tracks: ['camera', 'microphone'], node: aNode }),
  'lose-stream': neverFromOutside({ type: 'lose-stream', epoch: 1 }),
  'stop-stream': neverFromOutside({ type: 'stop-stream', epoch: 1 }),
  'free-stage': neverFromOutside({ type: 'free-stage' }),
  // The scene is live: the one command here that whoever may give it is refused for another reason.
  'open-session': async (client) => {
    const answer = await client.command({ type: 'open-session' });
    return codeOf(answer) === 'wrong-state' ? { ok: true } : answer;
  },
  'go-live': async (client, { sessionId }) => {
    await harness.act(sessionId, 'host', { type: 'pause-session' });
    return client.command({ type: 'go-live' });
  },
  'pause-session': commanding(() => ({ type: 'pause-session' })),
  'end-session': commanding(() => ({ type: 'end-session' })),
  'submit-question': commanding(() => ({ type: 'submit-question', text: 'May I ask this?' })),
  'withdraw-question': async (client) => {
    const asked = await client.command({ type: 'submit-question', text: 'May I take this back?' });
    return asked.ok && asked.questionId ? client.command({ type: 'withdraw-question', questionId: asked.questionId }) : asked;
  },
  'cast-vote': commanding(({ approved }) => ({ type: 'cast-vote', questionId: approved, on: true })),
  'approve-question': commanding(({ pending }) => ({ type: 'approve-question', questionId: pending })),
  'decline-question': commanding(({ pending }) => ({ type: 'decline-question', questionId: pending, reason: 'unclear' })),
  'undo-review': commanding(({ approved }) => ({ type: 'undo-review', questionId: approved })),
  'start-answer': commanding(({ approved }) => ({ type: 'start-answer', questionId: approved })),
  'finish-answer': commanding(({ answering }) => ({ type: 'finish-answer', questionId: answering })),
  'skip-question': commanding(({ approved }) => ({ type: 'skip-question', questionId: approved })),
  'requeue-question': commanding(({ answered }) => ({ type: 'requeue-question', questionId: answered })),
  'pin-question': commanding(({ approved }) => ({ type: 'pin-question', questionId: approved })),
  'unpin-question': commanding(({ answered }) => ({ type: 'unpin-question', questionId: answered })),
  'start-rehearsal': commanding(() => ({ type: 'start-rehearsal' })),
  'stop-rehearsal': commanding(() => ({ type: 'stop-rehearsal' })),
  'set-layout': commanding(() => ({ type: 'set-layout', layout: 'screen' })),
  'set-track': async (client, scene) => {
    await comeOnStage(client, scene);
    return client.command({ type: 'set-track', source: 'microphone', muted: true });
  },
  'raise-hand': commanding(() => ({ type: 'raise-hand', topic: 'My asthma', name: 'Ann' })),
  'lower-hand': async (client) => {
    await client.command({ type: 'raise-hand' });
    return client.command({ type: 'lower-hand' });
  },
  'confirm-hand-emergency': async (client) => {
    await client.command({ type: 'raise-hand', topic: 'This one is flagged, is it?' });
    return client.command({ type: 'confirm-hand-emergency' });
  },
  'dismiss-hand': async (client, scene) => client.command({ type: 'dismiss-hand', handId: await raised(scene) }),
  'invite-guest': async (client, scene) => client.command({ type: 'invite-guest', handId: await raised(scene) }),
  'consent-to-stage': async (client, scene) => {
    await invited(client, scene);
    return client.command({ type: 'consent-to-stage', version: CONSENT_VERSION });
  },
  'admit-guest': async (client, scene) => client.command({ type: 'admit-guest', handId: await ready(scene) }),
  'remove-guest': async (client, scene) => client.command({ type: 'remove-guest', handId: await ready(scene) }),
  'set-voice': commanding(() => ({ type: 'set-voice', voice: 'cohost', open: false })),
  'introduce-voice': commanding(() => ({ type: 'introduce-voice', name: 'Dr Beside', language: 'pt-BR' })),
  'review-questions': commanding(({ pending }) => ({
    type: 'review-questions',
    questionIds: [pending],
    decision: { kind: 'decline', reason: 'unclear' },
  })),
  'send-to-clinician': commanding(({ pending }) => ({ type: 'send-to-clinician', questionId: pending })),
  'edit-question': commanding(({ approved }) => ({ type: 'edit-question', questionId: approved, text: 'Is it this?', showName: false })),
  'erase-original': commanding(({ edited }) => ({ type: 'erase-original', questionId: edited })),
  'object-to-edit': async (client, { sessionId }) => {
    const questionId = await asking(client, 'Was it this?');
    await harness.act(sessionId, 'screener', { type: 'edit-question', questionId, text: 'Was it that?', showName: true });
    return client.command({ type: 'object-to-edit', questionId });
  },
  'claim-question': commanding(({ pending }) => ({ type: 'claim-question', questionId: pending })),
  'release-question': commanding(({ pending }) => ({ type: 'release-question', questionId: pending })),
  'reply-to-asker': commanding(({ pending }) => ({ type: 'reply-to-asker', questionId: pending, text: 'Do see your own doctor.' })),
  'publish-answer': commanding(({ approved }) => ({ type: 'publish-answer', questionId: approved, text: 'Yes, mostly.' })),
  'save-reply': commanding(() => ({ type: 'save-reply', text: 'It was asked before.' })),
  'delete-reply': commanding(({ replyId }) => ({ type: 'delete-reply', replyId })),
  'introduce-self': commanding(() => ({ type: 'introduce-self', name: 'Sam' })),
  'merge-question': commanding(({ pending, approved }) => ({ type: 'merge-question', questionId: pending, into: approved })),
  'unmerge-question': commanding(({ merged }) => ({ type: 'unmerge-question', questionId: merged })),
  'report-question': commanding(({ approved }) => ({ type: 'report-question', questionId: approved, reason: 'misleading' })),
  'dismiss-reports': commanding(({ approved }) => ({ type: 'dismiss-reports', questionId: approved })),
  'confirm-emergency': async (client) =>
    client.command({ type: 'confirm-emergency', questionId: await asking(client, 'This one is flagged, is it?') }),
  'restrict-asker': commanding(({ pending }) => ({ type: 'restrict-asker', questionId: pending, restriction: 'mute' })),
  'lift-restriction': commanding(({ pending }) => ({ type: 'lift-restriction', questionId: pending })),
  'set-review-policy': commanding(() => ({ type: 'set-review-policy', clinician: 'all' })),
  'set-slow-mode': commanding(() => ({ type: 'set-slow-mode', seconds: 30 })),
  'lock-queue': commanding(() => ({ type: 'lock-queue' })),
  'unlock-queue': commanding(() => ({ type: 'unlock-queue' })),
  'close-emergency': commanding(() => ({ type: 'close-emergency' })),
  'reopen-session': commanding(() => ({ type: 'reopen-session' })),
  'set-ingest': commanding(() => ({ type: 'set-ingest', hash: 'h'.repeat(43) })),
  'set-output': commanding(() => ({ type: 'set-output', kind: 'hls', on: true })),
  'add-target': commanding(() => ({ type: 'add-target', url: 'rtmps://live.example.org/app', key: 'a-key' })),
  'set-target': commanding(({ targetId }) => ({ type: 'set-target', targetId, on: false })),
  'remove-target': commanding(({ targetId }) => ({ type: 'remove-target', targetId })),
  'cut-outputs': commanding(() => ({ type: 'cut-outputs', on: true })),
  'delay-outputs': commanding(() => ({ type: 'delay-outputs', seconds: 20 })),
  'captions:read': ({ person }, { sessionId }) => person.api('captions', { sessionId }),
  'glossary:read': ({ person }, { sessionId }) => person.api('glossary', { sessionId }),
  'captions:ingest': async ({ person }, { sessionId }) => {
    const path = `/api/captions/ingest/${sessionId}?seq=1&token=not-this-one`;
    const response = await person.fetch(path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'Good evening.' });
    return response.json();
  },
  'make-caption-link': async ({ person }, { sessionId }) => {
    const asHost = await person.api('captionLink', { sessionId, as: 'host' });
    return asHost.ok ? asHost : person.api('captionLink', { sessionId, as: 'moderator' });
  },
  'ingest-caption': neverFromOutside({ type: 'ingest-caption', hash: 'x', number: 1, text: 'Good evening.', at: null }),
  'revoke-caption-link': commanding(() => ({ type: 'revoke-caption-link' })),
  'add-caption': commanding(() => ({ type: 'add-caption', text: 'Good evening.', at: 1 })),
  'correct-caption': async (client, { sessionId }) =>
    client.command({ type: 'correct-caption', caption: await captioned(sessionId), text: 'Good evening, all.' }),
  'remove-caption': async (client, { sessionId }) => client.command({ type: 'remove-caption', caption: await captioned(sessionId) }),
  'set-caption-source': commanding(() => ({ type: 'set-caption-source', source: 'service' })),
  'decline-captions': commanding(() => ({ type: 'decline-captions', reason: 'technical' })),
  'set-term': commanding(() => ({ type: 'set-term', from: 'mi', to: 'myocardial infarction' })),
  'remove-term': commanding(() => ({ type: 'remove-term', term: 1 })),
};
/** Nothing answers to it yet. */
const tried = actions.filter((action) => action !== 'audit:read');

/** Where the log is once an attempt has what it needs, which others do. */
let prepared: number | undefined;

/** Somebody else's hand. */
async function raised({ sessionId }: Scene, person = someone()): Promise<HandId> {
  const answer = await harness.app.sessions.execute(sessionId, { role: 'viewer', person }, CommandId.parse(newId()), {
    type: 'raise-hand',
  });
  expect(answer).toMatchObject({ ok: true });
  prepared = await seqOf(sessionId);
  return [...((await harness.app.sessions.open(sessionId))?.state.hands.keys() ?? [])].at(-1) ?? HandId.parse('none');
}

/** Somebody else who waits for being let on stage. */
async function ready(scene: Scene): Promise<HandId> {
  const person = someone();
  const handId = await raised(scene, person);
  await harness.act(scene.sessionId, 'screener', { type: 'invite-guest', handId });
  const consent = { type: 'consent-to-stage', version: CONSENT_VERSION } as const;
  await harness.app.sessions.execute(scene.sessionId, { role: 'viewer', person }, CommandId.parse(newId()), consent);
  prepared = await seqOf(scene.sessionId);
  return handId;
}

/** Nothing happens where the page is no viewer's. */
async function invited(client: Client, { sessionId }: Scene): Promise<HandId | null> {
  if (!(await client.command({ type: 'raise-hand' })).ok) return null;
  const [handId] = (await harness.app.sessions.open(sessionId))?.state.hands.keys() ?? [];
  if (handId) await harness.act(sessionId, 'screener', { type: 'invite-guest', handId });
  return handId ?? null;
}

async function comeOnStage(client: Client, scene: Scene): Promise<void> {
  const handId = await invited(client, scene);
  if (handId === null) return;
  await client.command({ type: 'consent-to-stage', version: CONSENT_VERSION });
  await harness.act(scene.sessionId, 'host', { type: 'admit-guest', handId });
}

async function captioned(sessionId: SessionId): Promise<number> {
  await harness.act(sessionId, 'captioner', { type: 'add-caption', text: 'Good evening.', at: 1 });
  return (await harness.app.sessions.open(sessionId))?.state.captions.lines.at(-1)?.id ?? 0;
}

async function asking(client: Client, text: string): Promise<QuestionId> {
  const asked = await client.command({ type: 'submit-question', text });
  if (!asked.ok || !asked.questionId) throw new Error('not asked');
  return asked.questionId;
}

/** Valid to the last member, so that nothing but its type can be what is refused. */
function neverFromOutside(command: z.infer<typeof ScheduleSession> | SystemCommand) {
  return { neverFromOutside: command };
}

function commanding(make: (scene: Scene) => SessionCommand) {
  return (client: Client, scene: Scene) => client.command(make(scene));
}

async function putOnStage(sessionId: SessionId): Promise<void> {
  const host = await harness.join(sessionId, 'host');
  await host.call('media:publish', {});
  await host.call('media:produce', {
    source: 'microphone',
    rtpParameters: {
      codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000 }],
      headerExtensions: [],
      encodings: [{ ssrc: 1 }],
      rtcp: {},
    },
  });
  expect(await host.call('media:stage', {})).toMatchObject({ ok: true });
}

const seqOf = async (sessionId: SessionId) => (await harness.app.sessions.open(sessionId))?.state.seq;

describe.each(Role.options)('[A4] as %s', (role) => {
  it.each(tried)('%s', async (action) => {
    const scene = await setScene();
    const client = await harness.join(scene.sessionId, role);
    const attempt = attempts[action];
    const outside = 'neverFromOutside' in attempt;
    // What there is to lose or to stop.
    if (outside && action !== 'start-stream') await putOnStage(scene.sessionId);
    prepared = undefined;
    // Going live is tried from a pause, which is an event of ours, as what is changed of a caption needs one.
    const before = { 'go-live': 1, 'correct-caption': 2, 'remove-caption': 2 };
    const unchanged = ((await seqOf(scene.sessionId)) ?? 0) + (Object.entries(before).find(([name]) => name === action)?.[1] ?? 0);
    const answer = outside
      ? client.raw('session:command', { commandId: newId(), command: attempt.neverFromOutside })
      : attempt(client, scene);
    const code = codeOf(await answer);
    // These sessions are live: whoever may rehearse hears that it is too late (rule S21).
    const done = action === 'start-rehearsal' ? 'wrong-state' : 'ok';
    expect(code).toBe(outside ? 'bad-request' : can(role, action) ? done : 'forbidden');
    expect(code === 'ok' || (await seqOf(scene.sessionId)) === (prepared ?? unchanged)).toBe(true);
  });

  it('nothing before joining', async () => {
    const scene = await setScene();
    const client = await harness.join(scene.sessionId, role);
    const socket = openSocket(client.person);
    socket.connect();
    const input = { commandId: newId(), command: { type: 'end-session' } };
    expect(codeOf(await socket.timeout(5000).emitWithAck('session:command', input))).toBe('not-joined');
    expect(codeOf(await socket.timeout(5000).emitWithAck('media:publish', {}))).toBe('not-joined');
    socket.disconnect();
  });
});

it('[A2] a role is a page’s: whoever has two uses the one that they joined with', async () => {
  const scene = await setScene();
  const moderator = await harness.join(scene.sessionId, 'moderator');
  expect(codeOf(await moderator.call('session:join', { sessionId: scene.sessionId, as: 'viewer' }))).toBe('ok');
  expect(codeOf(await moderator.command({ type: 'approve-question', questionId: scene.pending }))).toBe('forbidden');
});

it('[A8] calls over the limit are refused with a time to wait, and the socket stays', async () => {
  const limited = await startApp({ limiter: createMemoryLimiter() });
  try {
    const sessionId = await limited.schedule();
    const client = await limited.join(sessionId, 'viewer');
    const { points } = rateLimits.ask.person;
    const commandId = CommandId.parse(newId());
    const first = await client.command({ type: 'submit-question', text: 'The first' }, commandId);
    for (let i = 1; i < points; i++) expect(codeOf(await client.command({ type: 'submit-question', text: `Question ${i}` }))).toBe('ok');
    const over = await client.command({ type: 'submit-question', text: 'One too many' });
    expect(codeOf(over)).toBe('rate-limited');
    expect(over.ok ? 0 : over.error.retryAfterMs).toBeGreaterThan(0);
    // Whose ack was lost asks again, and is answered as the first time (rule R5).
    expect(await client.command({ type: 'submit-question', text: 'The first' }, commandId)).toEqual(first);
    const other = await limited.join(sessionId, 'viewer');
    expect(codeOf(await other.command({ type: 'submit-question', text: 'A neighbour asks' }))).toBe('ok');
    for (let i = 0; i < rateLimits.connect.person.points; i++) await refusalOf(openSocket(client.person, { reconnection: false }));
    expect(await refusalOf(openSocket(client.person, { reconnection: false }))).toBe('rate-limited');
    expect(client.socket.connected).toBe(true);
  } finally {
    await limited.close();
  }
});

it('[R5] a retry that overtakes its first’s append is answered as the first, over the limit too', async () => {
  const store = memoryStore();
  let slow = Promise.resolve();
  const limited = await startApp({
    limiter: createMemoryLimiter(),
    store: { ...store, append: (append) => slow.then(() => store.append(append)) },
  });
  try {
    const sessionId = await limited.schedule();
    const client = await limited.join(sessionId, 'viewer');
    for (let i = 1; i < rateLimits.ask.person.points; i++) await client.command({ type: 'submit-question', text: `Question ${i}` });
    const { promise, resolve } = Promise.withResolvers<void>();
    slow = promise;
    const commandId = CommandId.parse(newId());
    const ask = () => client.command({ type: 'submit-question', text: 'My last for now' }, commandId);
    const first = ask();
    const retry = ask();
    // Answered after both were taken in, and before any append.
    expect(codeOf(await client.call('session:join', { sessionId, as: 'viewer' }))).toBe('ok');
    resolve();
    expect(await first).toMatchObject({ ok: true });
    expect(await retry).toEqual(await first);
    await client.until(({ own }) => own().questions.filter(({ text }) => text === 'My last for now').length === 1);
  } finally {
    await limited.close();
  }
});

it('[A8] a person has so many sockets at once, and a place again when one is gone', async () => {
  const limited = await startApp({ limiter: createMemoryLimiter() });
  const person = await limited.visit();
  const attempt = () => openSocket(person, { reconnection: false });
  const open = Array.from({ length: limits.socketsPerPerson }, attempt);
  try {
    for (const socket of open) {
      socket.connect();
      await expect.poll(() => socket.connected, { timeout: 20_000 }).toBe(true);
    }
    const refused = attempt();
    const told = new Promise((resolve) => refused.once('connect_error', (error) => resolve('data' in error && error.data)));
    refused.connect();
    expect(await told).toMatchObject({ code: 'rate-limited', retryAfterMs: limits.socketPlaceRetryMs });
    refused.disconnect();
    expect(await refusalOf(openSocket(await limited.visit(), { reconnection: false }))).toBe('connected');
    open[0]?.disconnect();
    await expect.poll(() => refusalOf(attempt()), { interval: 100 }).toBe('connected');
  } finally {
    for (const socket of open) socket.disconnect();
    await limited.close();
  }
});

it('[A8] an address has so many sockets at once, whoever its people say they are, and one refused takes no place', () => {
  const limiter = createMemoryLimiter();
  const hold = (name: number, address = '203.0.113.9') => limiter.holdSocket({ person: PersonId.parse(`person-${name}`), address });
  const held = Array.from({ length: limits.socketsPerAddress }, (_, i) => hold(i));
  expect(held.every(Boolean)).toBe(true);
  for (let i = 0; i < limits.socketsPerPerson; i++) expect(hold(0)).toBeNull();
  for (let i = 1; i < limits.socketsPerPerson; i++) expect(hold(0, '203.0.113.10')).not.toBeNull();
  expect(hold(0, '203.0.113.10')).toBeNull();
  held[5]?.();
  expect(hold(6)).not.toBeNull();
  expect(hold(7)).toBeNull();
});
