import { describe, expect, it } from 'vitest';
import { QuestionId, SessionId } from './ids.ts';
import { applyOwnPatch, applyPatch, type Patch } from './patch.ts';
import type { OwnView, QuestionView, View } from './view.ts';

const row = (id: string, votes = 0): QuestionView => ({
  id: QuestionId.parse(`row-${id}`),
  text: id,
  name: null,
  status: 'approved',
  votes,
  askedAt: 1,
  answeredAt: null,
});
const view: View = {
  audience: 'public',
  seq: 10,
  session: {
    id: SessionId.parse('session'),
    title: 'Migraine',
    description: '',
    host: { name: 'Dr Okafor', title: '' },
    phase: 'live',
    startsAt: 1,
    liveAt: 1,
    endedAt: null,
    stream: { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off', screen: 'off' } },
    layout: 'picture-in-picture',
    answeringId: null,
    pinnedId: null,
    queueLocked: false,
    slowSeconds: 0,
    closed: false,
  },
  counts: { received: 2, approved: 2, answered: 0, merged: 0, declined: {}, declinedForOthers: false },
  captions: { about: { source: null, none: null, glossary: 0, revised: 0 }, lines: [] },
  questions: [row('a'), row('b')],
};
const patch = (from: number, to: number, more: Partial<Patch> = {}): Patch => ({ from, to, put: [], remove: [], ...more });

describe('[R2] a patch', () => {
  it.each([
    ['that fits', 10, 12],
    ['that begins earlier', 3, 12],
  ])('%s moves the view', (_, from, to) => {
    const moved = applyPatch(view, patch(from, to, { put: [row('b', 5), row('c')], remove: [row('a').id] }));
    expect(moved).toEqual({ ...view, seq: 12, questions: [row('b', 5), row('c')] });
  });

  it('[V6] counts votes anew, however often it is told', () => {
    const counted = patch(10, 11, {
      tallies: [
        [row('a').id, 7],
        [row('c').id, 1],
      ],
    });
    const moved = applyPatch(view, counted);
    expect(moved).toMatchObject({ seq: 11, questions: [{ ...row('a'), votes: 7 }, row('b')] });
    expect(moved === 'gap' ? moved : applyPatch({ ...moved, seq: 10 }, counted)).toEqual(moved);
  });

  it('that is old changes nothing', () => {
    for (const to of [9, 10]) expect(applyPatch(view, patch(3, to, { remove: [row('a').id] }))).toBe(view);
  });

  it('with events missing before it is a gap', () => {
    expect(applyPatch(view, patch(11, 12))).toBe('gap');
  });

  it('carries the session’s row where that changed', () => {
    const session = { ...view.session, phase: 'paused' as const };
    expect(applyPatch(view, patch(10, 11, { session }))).toEqual({ ...view, seq: 11, session });
    expect(applyPatch(view, patch(10, 11))).toEqual({ ...view, seq: 11 });
  });

  it('of one’s own view follows the same rule', () => {
    const own: OwnView = { seq: 10, questions: [row('a')], votes: [row('b').id] };
    expect(applyOwnPatch(own, { from: 11, to: 12, put: [] })).toBe('gap');
    expect(applyOwnPatch(own, { from: 1, to: 10, put: [], votes: [] })).toBe(own);
    expect(applyOwnPatch(own, { from: 9, to: 12, put: [row('a', 3)] })).toEqual({ seq: 12, questions: [row('a', 3)], votes: own.votes });
    expect(applyOwnPatch(own, { from: 10, to: 12, put: [], votes: [] })).toEqual({ ...own, seq: 12, votes: [] });
  });
});
