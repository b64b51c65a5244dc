import { QuestionId } from '@bedside/shared/ids.ts';
import { describe, expect, it } from 'vitest';
import { visible, visibleToAuthor } from '../../server/session/visible.ts';
import { cast, livePlay } from '../../server/testing/play.ts';
import { toldTooMuch } from './told.ts';

const play = livePlay();
play.approved();
const view = visible(play.state, 'public', play.texts);
const own = visibleToAuthor(play.state, cast.ann.person, play.texts);
const row = view.questions[0]!;
const patch = { from: 1, to: 4, put: [row], remove: [QuestionId.parse('question-9')], session: view.session };
const joined = { ok: true, role: 'viewer', viewers: 1, now: 5, media: { anything: 1 } };

describe('what a page is told', () => {
  it.each([
    ['a patch', ['session:patch', patch]],
    ['a view', [{ ...joined, main: { kind: 'view', view }, own: { kind: 'view', view: own } }]],
    ['an answer that is no view', [{ ok: true, seq: 4 }]],
    ['an event that is none of ours', ['something', { author: 1 }]],
    ['nothing', undefined],
  ])('[A5] is %s and no more', (_, data) => {
    expect(toldTooMuch(data)).toBe(null);
  });

  it.each([
    ['a row', ['session:patch', { ...patch, put: [{ ...row, author: 'person-ann' }] }], 'session:patch'],
    ['the session', ['session:patch', { ...patch, session: { ...view.session, organiser: 'person' } }], 'session:patch'],
    ['the patch', ['session:patch', { ...patch, voters: [] }], 'session:patch'],
    [
      'a whole view',
      [{ ...joined, main: { kind: 'view', view: { ...view, authors: [] } }, own: { kind: 'view', view: own } }],
      'session:join',
    ],
    ['an own view', [{ ...joined, main: { kind: 'view', view }, own: { kind: 'view', view: { ...own, person: 'ann' } } }], 'session:join'],
  ])('[A5] is too much where %s has a member that the protocol does not name', (_, data, where) => {
    expect(toldTooMuch(data)).toBe(where);
  });
});
