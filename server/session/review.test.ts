import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { describe, expect, it } from 'vitest';
import { cast, livePlay, type Play, publicView } from '../testing/play.ts';
import type { Decision } from './decide.ts';
import { visible, visibleToAuthor } from './visible.ts';

const { host, moderator, screener, reviewer, ann, ben } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const types = (decision: Decision) => (decision.ok ? decision.facts.map((fact) => fact.type) : decision.error.code);
const staffRow = (play: Play, id: QuestionId) => visible(play.state, 'staff', play.texts).questions.find((row) => row.id === id);
const ownRow = (play: Play, id: QuestionId) => visibleToAuthor(play.state, ann.person, play.texts).questions.find((row) => row.id === id);
const publicRow = (play: Play, id: QuestionId) => publicView(play).questions.find((row) => row.id === id);

describe('many at once', () => {
  const bulk = (questionIds: QuestionId[], kind: 'approve' | 'undo' | 'send-to-clinician' = 'approve') =>
    ({ type: 'review-questions', questionIds, decision: { kind } }) as const;

  it('[M9] decides on those that can take it, and leaves the others alone', () => {
    const play = livePlay();
    const [one, two, done] = [play.ask(), play.ask(), play.approved()];
    const [urgent, rude] = [play.ask('This is flagged'), play.ask('This is rude')];
    expect(types(play.run(screener, bulk([one, two, one, done, urgent, rude])))).toEqual(['question-approved', 'question-approved']);
    expect([urgent, rude].map((id) => staffRow(play, id)?.status)).toEqual(['pending', 'pending']);
    expect(code(play.run(screener, bulk([one, urgent])))).toBe('wrong-state');
    expect(types(play.run(screener, bulk([one, two], 'undo')))).toEqual(['review-undone', 'review-undone']);
    const decline: SessionCommand = {
      type: 'review-questions',
      questionIds: [one, urgent],
      decision: { kind: 'decline', reason: 'off-topic' },
    };
    play.must(screener, decline);
    expect([one, urgent].map((id) => ownRow(play, id)?.reason)).toEqual(['off-topic', 'off-topic']);
  });

  it('[M9][M12] leaves out what its asker objects to: that is not approved among others', () => {
    const play = livePlay();
    const [objected, plain] = [play.approved(), play.ask()];
    play.must(screener, { type: 'edit-question', questionId: objected, text: 'Another text', showName: true });
    play.must(ann, { type: 'object-to-edit', questionId: objected });
    play.must(screener, bulk([objected, plain]));
    expect([objected, plain].map((id) => staffRow(play, id)?.status)).toEqual(['pending', 'approved']);
    play.must(screener, { type: 'approve-question', questionId: objected });
  });

  it('[M7][M9] a screener’s leaves those that need a clinician, a reviewer’s does not', () => {
    const play = livePlay();
    const [sent, plain] = [play.ask(), play.ask()];
    play.must(screener, bulk([sent], 'send-to-clinician'));
    play.must(screener, bulk([sent, plain]));
    expect([sent, plain].map((id) => staffRow(play, id)?.status)).toEqual(['in-review', 'approved']);
    play.must(reviewer, bulk([sent]));
    expect(publicRow(play, sent)).toBeDefined();
  });
});

describe('claims', () => {
  const claim = (play: Play, questionId: QuestionId) => staffRow(play, questionId)?.claim;

  it('[M8] tells colleagues by number who has it open; one that holds is not taken over', () => {
    const play = livePlay();
    const questionId = play.ask();
    play.must(screener, { type: 'claim-question', questionId });
    expect(claim(play, questionId)).toEqual({ by: 1, until: play.now() - 10 + limits.claimMs });
    expect(types(play.run(reviewer, { type: 'claim-question', questionId }))).toEqual([]);
    play.wait(limits.claimRenewMs);
    play.must(screener, { type: 'claim-question', questionId });
    play.wait(limits.claimMs - 100);
    expect(types(play.run(reviewer, { type: 'claim-question', questionId }))).toEqual([]);
    play.wait(200);
    play.must(reviewer, { type: 'claim-question', questionId });
    expect(claim(play, questionId)?.by).toBe(2);
  });

  it('[M8] one a person; it ends by its holder’s word, with the next one, and with the waiting; it hinders nobody', () => {
    const play = livePlay();
    const [one, two] = [play.ask(), play.ask()];
    play.must(screener, { type: 'claim-question', questionId: one });
    play.must(screener, { type: 'claim-question', questionId: two });
    expect([claim(play, one), claim(play, two)?.by]).toEqual([undefined, 1]);
    expect(types(play.run(reviewer, { type: 'release-question', questionId: two }))).toEqual([]);
    play.must(screener, { type: 'release-question', questionId: two });
    expect(claim(play, two)).toBeUndefined();
    play.must(screener, { type: 'claim-question', questionId: one });
    play.must(moderator, { type: 'approve-question', questionId: one });
    expect(claim(play, one)).toBeUndefined();
    expect(code(play.run(screener, { type: 'claim-question', questionId: one }))).toBe('wrong-state');
  });
});

describe('edits', () => {
  const asked = (play: Play) => play.must(ann, { type: 'submit-question', text: 'I am Ann of Ulm', name: 'Ann' });
  const edit = (questionId: QuestionId, text: string, showName: boolean) =>
    ({ type: 'edit-question', questionId, text, showName }) as const;

  it('[M10] all but staff and the asker see the edited text, and the name only where it is shown', () => {
    const play = livePlay();
    const questionId = asked(play);
    play.must(screener, edit(questionId, 'I am of Ulm', false));
    play.must(screener, { type: 'approve-question', questionId });
    expect(publicRow(play, questionId)).toMatchObject({ text: 'I am of Ulm', name: null, edited: true });
    for (const row of [staffRow(play, questionId), ownRow(play, questionId)])
      expect(row).toMatchObject({ text: 'I am of Ulm', name: 'Ann', nameHidden: true, original: 'I am Ann of Ulm', edited: true });
    play.must(screener, edit(questionId, 'I am of Ulm', true));
    expect(publicRow(play, questionId)).toMatchObject({ text: 'I am of Ulm', name: 'Ann' });
  });

  it('[M10] an edit before is erased; the asker’s own words with the name shown are no edit; the same edit again is no news', () => {
    const play = livePlay();
    const questionId = asked(play);
    play.must(screener, edit(questionId, 'First edit', true));
    play.must(screener, edit(questionId, 'Second edit', true));
    expect([...play.texts.values()]).toEqual(['I am Ann of Ulm', 'Ann', 'Second edit']);
    expect(types(play.run(reviewer, edit(questionId, 'Second edit', true)))).toEqual([]);
    play.must(screener, edit(questionId, 'I am Ann of Ulm', false));
    expect(staffRow(play, questionId)).toMatchObject({ text: 'I am Ann of Ulm', nameHidden: true, edited: true });
    expect(staffRow(play, questionId)).not.toHaveProperty('original');
    play.must(screener, edit(questionId, 'I am Ann of Ulm', true));
    for (const member of ['edited', 'original', 'nameHidden']) expect(staffRow(play, questionId)).not.toHaveProperty(member);
    expect([...play.texts.values()]).toEqual(['I am Ann of Ulm', 'Ann']);
  });

  it('[M11] the original is erased for good, and a name that is not shown', () => {
    const play = livePlay();
    const questionId = asked(play);
    expect(code(play.run(screener, { type: 'erase-original', questionId }))).toBe('wrong-state');
    play.must(screener, edit(questionId, 'I am of Ulm', false));
    play.must(screener, { type: 'erase-original', questionId });
    expect([...play.texts.values()]).toEqual(['I am of Ulm']);
    expect(ownRow(play, questionId)).toMatchObject({ original: null, name: null });
    expect(types(play.run(screener, { type: 'erase-original', questionId }))).toEqual([]);
    play.must(screener, edit(questionId, 'I am Ann of Ulm', true));
    expect(publicRow(play, questionId)).toBeUndefined();
    expect(staffRow(play, questionId)).toMatchObject({ edited: true, original: null });
  });

  it('[M12] an asker objects to an edit of what is public: it waits again, marked, first after red flags', () => {
    const play = livePlay();
    const questionId = asked(play);
    expect(code(play.run(ann, { type: 'object-to-edit', questionId }))).toBe('wrong-state');
    play.must(screener, edit(questionId, 'I am of Ulm', true));
    play.must(screener, { type: 'approve-question', questionId });
    expect(code(play.run(ben, { type: 'object-to-edit', questionId }))).toBe('forbidden');
    play.must(ann, { type: 'object-to-edit', questionId });
    expect(publicView(play).questions).toEqual([]);
    expect(staffRow(play, questionId)).toMatchObject({ status: 'pending', objected: true });
    expect(types(play.run(ann, { type: 'object-to-edit', questionId }))).toEqual([]);
    play.must(screener, { type: 'approve-question', questionId });
    expect(staffRow(play, questionId)).not.toHaveProperty('objected');
  });

  it('[M12] what is being answered or answered stays, and is marked', () => {
    const play = livePlay();
    const questionId = asked(play);
    play.must(screener, edit(questionId, 'I am of Ulm', true));
    play.must(screener, { type: 'approve-question', questionId });
    play.must(host, { type: 'start-answer', questionId });
    play.must(ann, { type: 'object-to-edit', questionId });
    expect(publicRow(play, questionId)).toMatchObject({ status: 'answering' });
    expect(staffRow(play, questionId)).toMatchObject({ objected: true });
    play.must(screener, edit(questionId, 'I come from Ulm', true));
    expect(staffRow(play, questionId)).not.toHaveProperty('objected');
  });
});

describe('replies and answers', () => {
  it('[M13] a private reply is seen by staff and the asker; another one replaces it', () => {
    const play = livePlay();
    const questionId = play.approved();
    for (const text of ['See your midwife.', 'See your midwife today.']) play.must(screener, { type: 'reply-to-asker', questionId, text });
    expect([staffRow(play, questionId)?.reply, ownRow(play, questionId)?.reply]).toEqual(Array(2).fill('See your midwife today.'));
    expect(publicRow(play, questionId)).not.toHaveProperty('reply');
    expect([...play.texts.values()]).not.toContain('See your midwife.');
  });

  it('[M14] an answer in writing answers, for all to see; requeueing erases it', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(reviewer, { type: 'publish-answer', questionId, text: 'Yes.' });
    const { answeredAt } = publicRow(play, questionId) ?? {};
    expect(publicRow(play, questionId)).toMatchObject({ status: 'answered', answer: 'Yes.', answeredAt: play.events.at(-1)?.at });
    play.must(host, { type: 'publish-answer', questionId, text: 'Yes, mostly.' });
    expect(publicRow(play, questionId)).toMatchObject({ answer: 'Yes, mostly.', answeredAt });
    expect([...play.texts.values()]).not.toContain('Yes.');
    play.must(reviewer, { type: 'requeue-question', questionId });
    expect(publicRow(play, questionId)).toMatchObject({ status: 'approved', answeredAt: null });
    expect([...play.texts.values()]).toEqual(['Is this normal?']);
    expect(code(play.run(host, { type: 'publish-answer', questionId: play.ask(), text: 'No.' }))).toBe('not-found');
  });

  it('[M14][Q7] what is being answered is answered by it', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(host, { type: 'start-answer', questionId });
    play.must(host, { type: 'publish-answer', questionId, text: 'Yes.' });
    expect(publicView(play).session.answeringId).toBeNull();
  });

  it('[M15] saved replies are the staff’s, so many, and erased when deleted', () => {
    const play = livePlay();
    for (let count = 0; count < limits.savedRepliesMax; count++) play.must(screener, { type: 'save-reply', text: `Saved ${count}` });
    expect(code(play.run(screener, { type: 'save-reply', text: 'One too many' }))).toBe('wrong-state');
    const saved = () => visible(play.state, 'staff', play.texts).session.savedReplies ?? [];
    const replyId = saved()[0]?.id;
    if (replyId === undefined) throw new Error('none saved');
    play.must(reviewer, { type: 'delete-reply', replyId });
    expect(saved().map(({ text }) => text)).not.toContain('Saved 0');
    expect([...play.texts.values()]).not.toContain('Saved 0');
    expect(code(play.run(reviewer, { type: 'delete-reply', replyId }))).toBe('not-found');
  });

  it('[M16] whoever moderates has a number in the order of their first command, and may choose a name', () => {
    const play = livePlay();
    play.must(reviewer, { type: 'introduce-self', name: 'Dr Sam' });
    play.must(screener, { type: 'lock-queue' });
    play.must(reviewer, { type: 'introduce-self', name: 'Sam' });
    expect(visible(play.state, 'staff', play.texts).session.staff).toEqual([
      { number: 1, role: 'reviewer', name: 'Sam' },
      { number: 2, role: 'screener', name: null },
    ]);
    expect(visibleToAuthor(play.state, screener.person, play.texts)).toMatchObject({ staffNumber: 2 });
    expect(visibleToAuthor(play.state, ann.person, play.texts)).not.toHaveProperty('staffNumber');
    expect([...play.texts.values()]).toEqual(['Sam']);
  });
});

it('[Q6][A9] all that was written with a question and about it is erased when it is withdrawn', () => {
  const play = livePlay();
  const questionId = play.must(ann, { type: 'submit-question', text: 'I am Ann, and flagged', name: 'Ann' });
  const acts: SessionCommand[] = [
    { type: 'edit-question', questionId, text: 'I am somebody', showName: false },
    { type: 'reply-to-asker', questionId, text: 'See your midwife.' },
    { type: 'decline-question', questionId, reason: 'unclear', note: 'Which arm?' },
  ];
  for (const command of acts) play.must(screener, command);
  play.must(ann, { type: 'withdraw-question', questionId });
  expect([...play.texts.values()]).toEqual([]);
  const { votes: _, askedAt, ...rest } = ownRow(play, questionId) ?? {};
  expect(rest).toEqual({ id: questionId, text: null, name: null, status: 'withdrawn', answeredAt: null });
  expect(askedAt).toBeGreaterThan(0);
});
