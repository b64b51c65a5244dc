import type { QuestionId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { createAuditor } from '../server/session/audit.ts';
import { linked } from '../server/store/rows.ts';
import { chainStart, toBase64url } from '../server/store/chain.ts';
import type { StoredLog } from '../server/store/stored-log.ts';
import { cast, livePlay, sessionId } from '../server/testing/play.ts';
import { firstDifference, Taken } from './verify-against.ts';

function aLog(): { log: StoredLog; audit: { rows: object[] }; exported: { events: { event: string; hash: string }[] }; id: QuestionId } {
  const play = livePlay();
  const id = play.approved();
  play.must(cast.moderator, { type: 'pin-question', questionId: id });
  const links = linked(chainStart(sessionId), 0, play.events).map((link) => ({ ...link, chain: new Uint8Array(link.chain) }));
  const rowOf = createAuditor();
  const head = { sessionId, exportedAt: 1 };
  return {
    id,
    log: { sessionId, links, end: null, reaches: 0, texts: null },
    audit: {
      ...head,
      ...{ format: 'bedside-audit-1' },
      rows: play.events.map((event, index) => rowOf(event, toBase64url(links[index]?.chain ?? new Uint8Array()))),
    },
    exported: { ...head, ...{ format: 'bedside-log-1' }, events: links.map(({ event, chain }) => ({ event, hash: toBase64url(chain) })) },
  };
}

const differs = (file: object, log: StoredLog) => firstDifference(Taken.parse(JSON.parse(JSON.stringify(file))), log);

it('[U2] what was taken from a log is found to be of it, also where events have come since', () => {
  const { log, audit, exported } = aLog();
  expect([differs(audit, log), differs(exported, log)]).toEqual([null, null]);
  expect(differs({ ...audit, rows: audit.rows.slice(0, 3) }, log)).toBeNull();
});

it.each([
  { actor: 'moderator 2' },
  { role: 'host' },
  { at: 1 },
  { seq: 3 },
  { act: 'question-declined' },
  { details: { reason: 'other' } },
  { questionId: undefined },
  { note: 'by somebody else' },
])('[U2] a row that has the log’s hash and says something else is told apart: %o', (change) => {
  const { log, audit } = aLog();
  const rows = audit.rows.map((row, index) => (index === 3 ? { ...row, ...change } : row));
  expect(differs({ ...audit, rows }, log)).toEqual({ seq: 4, what: 'told' });
});

it('[U2] so is an event of an exported log', () => {
  const { log, exported } = aLog();
  const events = exported.events.map(({ event, hash }) => ({ event: event.replace('question-pinned', 'question-unpinned'), hash }));
  expect(differs({ ...exported, events }, log)).toEqual({ seq: log.links.length, what: 'told' });
});

it('[U2] another hash, an event that is not there, or one too few is another log', () => {
  const { log, audit } = aLog();
  const rows = audit.rows.map((row, index) => (index === 2 ? { ...row, hash: 'x' } : row));
  expect(differs({ ...audit, rows }, log)).toEqual({ seq: 3, what: 'log' });
  expect(differs({ ...audit, rows: audit.rows.slice(1) }, log)).toEqual({ seq: 1, what: 'log' });
  expect(differs(audit, { ...log, links: log.links.slice(0, 3) })).toEqual({ seq: 4, what: 'log' });
  expect(differs(audit, { ...log, links: [] })).toEqual({ seq: 1, what: 'log' });
});
