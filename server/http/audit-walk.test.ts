import { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { expect, it, vi } from 'vitest';
import type { Event } from '../session/events.ts';
import { AT_ONCE, createAuditPages, createWalk, type Events } from './audit-walk.ts';

const sessionId = SessionId.parse('session');

/** Every hundredth event is a moderator's first. */
const eventAt = (seq: number): Event => ({
  seq,
  at: seq,
  by: { role: 'moderator', person: PersonId.parse(`person-${Math.floor(seq / 100)}`) },
  fact: { type: seq % 2 === 0 ? 'queue-locked' : 'queue-unlocked' },
});

function logOf(length: number) {
  const log = Array.from({ length }, (_, index) => eventAt(index + 1));
  const events = vi.fn<Events['events']>(async (_id, after, most) => log.slice(after, after + (most ?? log.length)));
  /** How many events were read since it was last asked. */
  const cost = async () => {
    const answers = await Promise.all(events.mock.results.map(({ value }) => value as Promise<Event[]>));
    events.mockClear();
    return answers.reduce((sum, found) => sum + found.length, 0);
  };
  return { log, events, cost };
}

/** The rows as reading all of the log from its start makes them. */
const allRows = (log: readonly Event[]) => createWalk(sessionId).take(log);

it('[U1] a page is the same from wherever it is asked for, and however often', async () => {
  const { log, events } = logOf(3456);
  const page = createAuditPages({ events });
  const rows = allRows(log);
  for (const after of [0, 3000, 1000, 999, 1001, 2500, 3455, 3456, 9999, 0]) {
    const answer = await page(sessionId, after);
    expect(answer.rows).toEqual(rows.slice(after, after + limits.auditRows));
    expect(answer.head).toEqual({ seq: 3456, hash: rows.at(-1)?.hash });
  }
});

it('[U1] what the log got since is told, also to two who ask at once', async () => {
  const { log, events } = logOf(1500);
  const page = createAuditPages({ events });
  await Promise.all([page(sessionId, 0), page(sessionId, 1000)]);
  for (let seq = 1501; seq <= 4100; seq++) log.push(eventAt(seq));
  const rows = allRows(log);
  const answers = await Promise.all([page(sessionId, 1400), page(sessionId, 3200)]);
  expect(answers.map((answer) => answer.rows)).toEqual([rows.slice(1400, 2400), rows.slice(3200)]);
  expect(answers.map(({ head }) => head)).toEqual(Array(2).fill({ seq: 4100, hash: rows.at(-1)?.hash }));
});

it('[U1] a log is read from its start once; a page more costs that page', async () => {
  const { events, cost } = logOf(12_000);
  const page = createAuditPages({ events });
  await page(sessionId, 0);
  expect(await cost()).toBe(12_000 + AT_ONCE);
  for (let after = 1000; after < 12_000; after += limits.auditRows) await page(sessionId, after);
  expect(await cost()).toBe(11_000);
});

it('a store that refuses midway leaves nothing that is wrong later', async () => {
  const { log, events } = logOf(2500);
  const page = createAuditPages({ events });
  const answers = events.getMockImplementation();
  events.mockImplementationOnce(async (...args) => answers!(...args)).mockImplementationOnce(async () => Promise.reject(new Error('down')));
  await expect(page(sessionId, 0)).rejects.toThrow('down');
  expect((await page(sessionId, 2000)).rows).toEqual(allRows(log).slice(2000));
});

it('[U2] of a damaged log what is left is told', async () => {
  const { log, events } = logOf(3500);
  log.splice(1999, 1);
  events.mockImplementation(async (_id, after, most) => log.filter(({ seq }) => seq > after).slice(0, most ?? log.length));
  const page = createAuditPages({ events });
  expect((await page(sessionId, 2500)).rows).toEqual(allRows(log).filter(({ seq }) => seq > 2500));
  expect((await page(sessionId, 1500)).rows).toEqual(allRows(log).slice(1500, 2500));
});

it('sessions are kept apart, and more than are kept begin anew', async () => {
  const { events, cost } = logOf(10);
  const page = createAuditPages({ events });
  const hashes = new Set<string>();
  for (let count = 0; count < 150; count++) hashes.add((await page(SessionId.parse(`session-${count}`), 0)).head.hash);
  expect(hashes.size).toBe(150);
  await cost();
  await page(SessionId.parse('session-149'), 0);
  expect(await cost()).toBe(10);
  await page(SessionId.parse('session-0'), 0);
  expect(await cost()).toBe(20);
});
