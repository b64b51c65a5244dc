import { expect, it } from 'vitest';
import { cast, sessionId } from '../testing/play.ts';
import { Event } from './events.ts';
import { replay } from './evolve.ts';
import { fromSnapshot } from './snapshot.ts';
import { visible, visibleToAuthor } from './visible.ts';

const text = (id: string) => ({ id, digest: 'digest' });
const [organiser, host, moderator, viewer, system] = [
  { role: 'organiser', person: 'person-organiser' },
  { role: 'host', person: 'person-host' },
  { role: 'moderator', person: 'person-moderator' },
  { role: 'viewer', person: 'person-ann' },
  { role: 'system', person: null },
];

/** A log as it was written before there was screening in two stages. */
const stored = [
  {
    by: organiser,
    fact: { type: 'session-scheduled', title: 'Migraine', description: '', host: { name: 'Dr O', title: '' }, startsAt: 5 },
  },
  { by: host, fact: { type: 'session-went-live' } },
  { by: host, fact: { type: 'stream-started', epoch: 1, tracks: ['camera'] } },
  {
    by: viewer,
    fact: { type: 'question-submitted', questionId: 'question-1', author: 'person-ann', text: text('text-1'), name: text('text-2') },
  },
  { by: viewer, fact: { type: 'question-submitted', questionId: 'question-2', author: 'person-ann', text: text('text-3'), name: null } },
  { by: moderator, fact: { type: 'question-approved', questionId: 'question-1' } },
  { by: moderator, fact: { type: 'question-declined', questionId: 'question-2', reason: 'off-topic', note: text('text-4') } },
  { by: system, fact: { type: 'votes-cast', votes: [{ questionId: 'question-1', voter: 'person-ann', on: true }] } },
  { by: host, fact: { type: 'answer-started', questionId: 'question-1' } },
  { by: host, fact: { type: 'answer-finished', questionId: 'question-1' } },
].map((event, index) => ({ ...event, seq: index + 1, at: 1000 + index }));

it('[R6] a log of before is read as it was meant', () => {
  const state = replay(
    sessionId,
    stored.map((event) => Event.parse(JSON.parse(JSON.stringify(event)))),
  );
  if (!state) throw new Error('no state');
  const texts = new Map();
  expect(visible(state, 'public', texts)).toMatchObject({
    session: { phase: 'live', queueLocked: false, slowSeconds: 0, closed: false },
    counts: { received: 2, approved: 1, answered: 1, merged: 0, declined: {}, declinedForOthers: true },
    questions: [{ id: 'question-1', status: 'answered', votes: 1 }],
  });
  expect(visible(state, 'staff', texts)).toMatchObject({
    session: { clinician: 'never', staff: [{ number: 1, role: 'moderator', name: null }], savedReplies: [] },
    questions: [
      { asker: 1, reviewedBy: 1 },
      { asker: 1, reviewedBy: 1, status: 'declined', reason: 'off-topic' },
    ],
  });
  expect(visibleToAuthor(state, cast.ann.person, texts)).toEqual({
    seq: 10,
    votes: ['question-1'],
    questions: [expect.objectContaining({ id: 'question-1' }), expect.objectContaining({ id: 'question-2', reason: 'off-topic' })],
  });
});

it('[R6] a snapshot of before is left alone', () => {
  expect(fromSnapshot({ shape: 3, session: {}, people: [], questions: [] })).toBeNull();
});
