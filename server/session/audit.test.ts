import { PersonId, QuestionId, TextId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { createAuditor } from './audit.ts';
import type { By, Event, Fact } from './events.ts';

const person = (name: string) => PersonId.parse(`person-${name}`);
const questionId = QuestionId.parse('question-1');
const text = (name: string) => ({ id: TextId.parse(`text-${name}`), digest: `digest-${name}` });
const system: By = { role: 'system', person: null };
const moderator = (name: string): By => ({ role: 'moderator', person: person(name) });
const viewer = (name: string): By => ({ role: 'viewer', person: person(name) });

function rowsOf(...log: [By, Fact][]) {
  const rowOf = createAuditor();
  return log.map(([by, fact], index) => rowOf({ seq: index + 1, at: 1000 + index, by, fact } satisfies Event, `hash-${index + 1}`));
}

it('[U1] tells who did what when, in codes', () => {
  const host = { name: 'Dr Name', title: 'Physician' };
  expect(
    rowsOf(
      [
        { role: 'organiser', person: person('o') },
        { type: 'session-scheduled', title: 'Title', description: 'Words', host, startsAt: 5000 },
      ],
      [moderator('a'), { type: 'session-opened' }],
      [viewer('v'), { type: 'question-submitted', questionId, author: person('v'), text: text('q'), name: text('n') }],
      [moderator('b'), { type: 'question-declined', questionId, reason: 'unclear', note: text('note') }],
      [moderator('a'), { type: 'review-undone', questionId }],
      [system, { type: 'votes-cast', votes: [{ questionId, voter: person('w'), on: true }] }],
      [
        { role: 'host', person: person('h') },
        { type: 'track-set', source: 'camera', muted: true },
      ],
    ),
  ).toEqual([
    { seq: 1, at: 1000, role: 'organiser', actor: 'organiser 1', act: 'session-scheduled', details: { startsAt: 5000 }, hash: 'hash-1' },
    { seq: 2, at: 1001, role: 'moderator', actor: 'moderator 1', act: 'session-opened', details: {}, hash: 'hash-2' },
    { seq: 3, at: 1002, role: 'viewer', actor: 'viewer', act: 'question-submitted', questionId, details: {}, hash: 'hash-3' },
    {
      seq: 4,
      at: 1003,
      role: 'moderator',
      actor: 'moderator 2',
      act: 'question-declined',
      questionId,
      details: { reason: 'unclear' },
      hash: 'hash-4',
    },
    { seq: 5, at: 1004, role: 'moderator', actor: 'moderator 1', act: 'review-undone', questionId, details: {}, hash: 'hash-5' },
    { seq: 6, at: 1005, role: 'system', actor: 'system', act: 'votes-cast', details: { votes: 1 }, hash: 'hash-6' },
    { seq: 7, at: 1006, role: 'host', actor: 'host 1', act: 'track-set', details: { source: 'camera', muted: true }, hash: 'hash-7' },
  ]);
});

it('[U1] of a log with all that people are and write, nothing of it is told', () => {
  const rows = JSON.stringify(
    rowsOf(
      [viewer('v'), { type: 'question-submitted', questionId, author: person('v'), text: text('q'), name: text('n') }],
      [moderator('m'), { type: 'question-declined', questionId, reason: 'other', note: text('note') }],
      [viewer('v'), { type: 'question-withdrawn', questionId }],
    ),
  );
  expect(rows).not.toMatch(/person-|text-|digest-/);
});
