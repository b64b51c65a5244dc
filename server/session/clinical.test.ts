import type { QuestionId } from '@bedside/shared/ids.ts';
import { describe, expect, it } from 'vitest';
import { cast, livePlay, type Play, publicView } from '../testing/play.ts';
import type { Decision } from './decide.ts';
import { visible, visibleToAuthor } from './visible.ts';

const { moderator, screener, reviewer, ann } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const staffRow = (play: Play, id: QuestionId) => visible(play.state, 'staff', play.texts).questions.find((row) => row.id === id);
const ownRow = (play: Play, id: QuestionId) => visibleToAuthor(play.state, ann.person, play.texts).questions.find((row) => row.id === id);
const publicRow = (play: Play, id: QuestionId) => publicView(play).questions.find((row) => row.id === id);

describe('two stages', () => {
  it('[M7] what is sent to a clinician is decided by a reviewer alone, and can be taken back by anybody who moderates', () => {
    const play = livePlay();
    const questionId = play.ask();
    play.must(screener, { type: 'send-to-clinician', questionId });
    expect(ownRow(play, questionId)).toMatchObject({ status: 'in-review' });
    expect(visible(play.state, 'staff', play.texts).session.pending).toBe(1);
    for (const by of [screener, moderator]) {
      expect(code(play.run(by, { type: 'approve-question', questionId }))).toBe('needs-clinician');
      expect(code(play.run(by, { type: 'decline-question', questionId, reason: 'unclear' }))).toBe('needs-clinician');
      expect(code(play.run(by, { type: 'send-to-clinician', questionId }))).toBe('wrong-state');
    }
    play.must(screener, { type: 'undo-review', questionId });
    play.must(screener, { type: 'send-to-clinician', questionId });
    play.must(reviewer, { type: 'approve-question', questionId });
    expect(publicRow(play, questionId)).toMatchObject({ status: 'approved' });
    expect(staffRow(play, questionId)).toMatchObject({ reviewedBy: 2 });
  });

  it.each([
    ['never', 'ok', 'ok'],
    ['flagged', 'ok', 'needs-clinician'],
    ['all', 'needs-clinician', 'needs-clinician'],
  ] as const)('[M7][F1] under the policy “%s” a screener’s approval is %s, and %s with red flags', (clinician, plain, flagged) => {
    const play = livePlay();
    play.must(moderator, { type: 'set-review-policy', clinician });
    const [calm, urgent] = [play.ask(), play.ask('This is flagged')];
    expect([calm, urgent].map((questionId) => code(play.run(screener, { type: 'approve-question', questionId })))).toEqual([
      plain,
      flagged,
    ]);
    for (const questionId of [play.ask(), play.ask('This is flagged')]) play.must(reviewer, { type: 'approve-question', questionId });
  });

  describe('[M7] what was sent to a clinician stays clinical', () => {
    const sent = () => {
      const play = livePlay();
      const questionId = play.ask();
      play.must(screener, { type: 'send-to-clinician', questionId });
      return { play, questionId };
    };
    const tried = (play: Play, questionId: QuestionId) => code(play.run(screener, { type: 'approve-question', questionId }));
    const undo = (questionId: QuestionId) => ({ type: 'undo-review', questionId }) as const;

    it('in public: nobody but a reviewer edits it', () => {
      const { play, questionId } = sent();
      play.must(reviewer, { type: 'approve-question', questionId });
      const edit = { type: 'edit-question', questionId, text: 'Another text', showName: true } as const;
      expect(code(play.run(screener, edit))).toBe('needs-clinician');
      expect(staffRow(play, questionId)).toMatchObject({ clinical: true });
      play.must(reviewer, edit);
    });

    it('declined, and that undone', () => {
      const { play, questionId } = sent();
      play.must(reviewer, { type: 'decline-question', questionId, reason: 'unclear' });
      play.must(screener, undo(questionId));
      expect([tried(play, questionId), staffRow(play, questionId)?.clinical]).toEqual(['needs-clinician', true]);
      // Sending it once more makes it nobody's own to take back.
      play.must(screener, { type: 'send-to-clinician', questionId });
      play.must(screener, undo(questionId));
      expect(tried(play, questionId)).toBe('needs-clinician');
    });

    it('merged and given back', () => {
      const { play, questionId } = sent();
      play.must(screener, { type: 'merge-question', questionId, into: play.approved() });
      play.must(screener, { type: 'unmerge-question', questionId });
      expect([staffRow(play, questionId)?.status, tried(play, questionId)]).toEqual(['in-review', 'needs-clinician']);
    });

    it('approved, edited, and objected to', () => {
      const { play, questionId } = sent();
      play.must(reviewer, { type: 'edit-question', questionId, text: 'Another text', showName: true });
      play.must(reviewer, { type: 'approve-question', questionId });
      play.must(ann, { type: 'object-to-edit', questionId });
      expect(tried(play, questionId)).toBe('needs-clinician');
    });

    it('where a colleague takes it back, or sends it again and takes that back', () => {
      const { play, questionId } = sent();
      play.must(moderator, undo(questionId));
      play.must(moderator, { type: 'send-to-clinician', questionId });
      play.must(moderator, undo(questionId));
      expect(code(play.run(moderator, { type: 'approve-question', questionId }))).toBe('needs-clinician');
      // Who sent it first may still think better of it.
      play.must(screener, { type: 'send-to-clinician', questionId });
      play.must(screener, undo(questionId));
      expect(tried(play, questionId)).toBe('ok');
    });

    it('until a reviewer gives it back, or who sent it takes it back', () => {
      const [one, other] = [sent(), sent()];
      one.play.must(screener, undo(one.questionId));
      expect(staffRow(one.play, one.questionId)).not.toHaveProperty('clinical');
      other.play.must(reviewer, { type: 'approve-question', questionId: other.questionId });
      other.play.must(reviewer, undo(other.questionId));
      expect([one, other].map(({ play, questionId }) => tried(play, questionId))).toEqual(['ok', 'ok']);
    });
  });

  it('[M7] a changed policy changes nothing that was approved, but who may edit it', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(moderator, { type: 'set-review-policy', clinician: 'all' });
    expect(publicRow(play, questionId)).toMatchObject({ status: 'approved' });
    const edit = { type: 'edit-question', questionId, text: 'Another text', showName: true } as const;
    expect(code(play.run(screener, edit))).toBe('needs-clinician');
    play.must(reviewer, edit);
    play.must(screener, { ...edit, questionId: play.ask() });
  });
});
