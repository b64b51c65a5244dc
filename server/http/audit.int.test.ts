import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditFile } from '@bedside/shared/audit.ts';
import { Failure } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { Person } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';

let harness: Harness;
let sessionId: SessionId;
let moderator: Person;
beforeAll(async () => {
  harness = await startApp();
  sessionId = await harness.schedule('A title of ours');
  const asker = await harness.join(sessionId, 'viewer');
  const screener = await harness.join(sessionId, 'moderator');
  moderator = screener.person;
  const ask = async () => {
    const asked = await asker.command({ type: 'submit-question', text: 'Words of a patient', name: 'Somebody' });
    if (!asked.ok || asked.questionId === undefined) throw new Error('not asked');
    return asked.questionId;
  };
  await screener.command({ type: 'decline-question', questionId: await ask(), reason: 'unclear', note: 'A note of ours' });
  const questionId = await ask();
  await screener.command({ type: 'approve-question', questionId });
  await asker.command({ type: 'cast-vote', questionId, on: true });
});
afterAll(() => harness.close());

const fileOf = async (person: Person, as: string, of: string = sessionId) => person.fetch(`/api/audit/file?sessionId=${of}&as=${as}`);

it('[U1][A4] is for moderators of that session alone', async () => {
  const other = await harness.schedule('Another session');
  const refused = [
    await harness.visit(),
    await harness.staff(sessionId, 'host'),
    await harness.staff(other, 'moderator'),
    await harness.staff(other, 'host'),
  ];
  for (const person of refused) {
    expect(await person.api('audit', { sessionId })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    for (const as of ['json', 'csv']) {
      const response = await fileOf(person, as);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-disposition')).toBeNull();
      expect(Failure.parse(((await response.json()) as { error: unknown }).error).code).toBe('forbidden');
    }
  }
  // Nor does it tell which sessions there are.
  expect((await fileOf(moderator, 'json', 'no-such-session')).status).toBe(403);
  expect((await fetch(`${harness.url}/api/audit?sessionId=${sessionId}`)).status).toBe(403);
  expect((await fileOf(moderator, 'xml')).status).toBe(400);
});

it('[U1] tells every event of the log in its order, with its chain', async () => {
  const events = await harness.store.events(sessionId, 0);
  const answer = await moderator.api('audit', { sessionId });
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.rows.map(({ seq, at, act }) => [seq, at, act])).toEqual(events.map(({ seq, at, fact }) => [seq, at, fact.type]));
  expect(answer.rows.find(({ act }) => act === 'question-declined')).toMatchObject({
    actor: 'moderator 1',
    details: { reason: 'unclear' },
  });
  expect(answer.rows.find(({ act }) => act === 'votes-cast')).toMatchObject({ actor: 'system', details: { votes: 1 } });
  expect(answer.head).toEqual({ seq: events.length, hash: answer.rows.at(-1)?.hash });
  const later = await moderator.api('audit', { sessionId, after: 3 });
  expect(later).toEqual({ ok: true, rows: answer.rows.slice(3), head: answer.head });

  const file = AuditFile.parse(await (await fileOf(moderator, 'json')).json());
  expect(file).toMatchObject({ format: 'bedside-audit-1', sessionId, rows: answer.rows });
});

it('[U1] has no identity, no name and no text in it, in any form', async () => {
  const events = await harness.store.events(sessionId, 0);
  const people = events.flatMap(({ by, fact }) => [
    by.person,
    ...(fact.type === 'question-submitted' ? [fact.author, fact.text.id, fact.text.digest] : []),
    ...(fact.type === 'votes-cast' ? fact.votes.map(({ voter }) => voter) : []),
  ]);
  const secrets = [...people, 'Words of a patient', 'Somebody', 'A note of ours', 'A title of ours', 'Dr Test', 'Physician'];
  expect(new Set(people).size).toBeGreaterThan(4);
  const outputs = [
    JSON.stringify(await moderator.api('audit', { sessionId })),
    ...(await Promise.all(['json', 'csv'].map(async (as) => (await fileOf(moderator, as)).text()))),
  ];
  for (const output of outputs) expect(secrets.filter((secret) => secret !== null && output.includes(secret))).toEqual([]);
});

it('[U1] comes as CSV for spreadsheets, as a download that nobody keeps', async () => {
  const response = await fileOf(moderator, 'csv');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="audit-${sessionId}.csv"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const lines = (await response.text()).split('\r\n');
  expect(lines[0]).toBe('seq,at,role,actor,act,question,details,hash');
  expect(lines).toHaveLength((await harness.store.head(sessionId)) + 2);
  expect(lines.find((line) => line.includes('question-declined'))).toMatch(
    /^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,moderator,moderator 1,question-declined,[\w'-]+,reason=unclear,'?[\w-]{43}$/,
  );
});

it('[U1] a long log comes in parts, and whole as a file', async () => {
  const long = await harness.schedule('A long session');
  const person = await harness.staff(long, 'moderator');
  for (let count = 0; count < limits.auditRows / 2; count++) {
    await harness.act(long, 'host', { type: 'set-track', source: 'camera', muted: true });
    await harness.act(long, 'host', { type: 'set-track', source: 'camera', muted: false });
  }
  const head = await harness.store.head(long);
  expect(head).toBeGreaterThan(limits.auditRows);
  const first = await person.api('audit', { sessionId: long });
  const second = await person.api('audit', { sessionId: long, after: limits.auditRows });
  if (!first.ok || !second.ok) throw new Error('refused');
  expect([first.rows.length, second.rows.length]).toEqual([limits.auditRows, head - limits.auditRows]);
  expect(second.rows.at(-1)).toMatchObject({ seq: head, hash: second.head.hash });
  expect(AuditFile.parse(await (await fileOf(person, 'json', long)).json()).rows).toEqual([...first.rows, ...second.rows]);
});
