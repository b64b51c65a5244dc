import { QuestionId } from '@bedside/shared/ids.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cast, livePlay, type Play, publicView } from '../testing/play.ts';
import { type Cast, castOf, votesByHand } from '../testing/votes-model.ts';
import type { Decision } from './decide.ts';
import { visible, visibleToAuthor } from './visible.ts';

const { host, moderator, screener, reviewer, ann, ben, cho } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const voters = (play: Play, id: QuestionId) =>
  [...(play.state.questions.get(id)?.voters ?? [])].map((each) => each.replace('person-', '')).toSorted();
const merge = (play: Play, questionId: QuestionId, into: QuestionId) => play.must(screener, { type: 'merge-question', questionId, into });
const unmerge = (play: Play, questionId: QuestionId) => play.must(screener, { type: 'unmerge-question', questionId });
const vote = (play: Play, by: typeof ann | typeof ben | typeof cho, questionId: QuestionId, on = true) =>
  play.must(by, { type: 'cast-vote', questionId, on });

/** Asked by somebody other than Ann. */
function askedBy(play: Play, by: typeof ben | typeof cho): QuestionId {
  return play.must(by, { type: 'submit-question', text: 'Is this the same?' });
}

/** On five questions of three people, from whom and on which is drawn; most of what is drawn can be done. */
const anyActs = fc.array(
  fc.record({
    type: fc.constantFrom('vote', 'vote', 'vote', 'merge', 'merge', 'unmerge', 'withdraw'),
    who: fc.constantFrom(ann, ben, cho),
    one: fc.nat(4),
    other: fc.nat(4),
    on: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

it('[D2][D3][D4][V1] whatever is merged, given back, withdrawn and voted for, the votes are those by hand', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const play = livePlay();
      const casts: Cast[] = [];
      const ids = [ann, ben, cho, ann, ben].map((by) => play.must(by, { type: 'submit-question', text: 'Is this the same?' }));
      const idAt = (at: number) => ids[at] ?? QuestionId.parse('none');
      for (const questionId of ids) play.must(moderator, { type: 'approve-question', questionId });
      for (const { type, who, one, other, on } of acts) {
        const [questionId, into] = [idAt(one), idAt(other)];
        const asker = [ann, ben, cho, ann, ben][one] ?? ann;
        const [by, command] = (
          {
            vote: [who, { type: 'cast-vote', questionId, on }],
            merge: [screener, { type: 'merge-question', questionId, into }],
            unmerge: [screener, { type: 'unmerge-question', questionId }],
            withdraw: [asker, { type: 'withdraw-question', questionId }],
          } as const
        )[type];
        // One in four, or nothing would be left.
        if (type === 'withdraw' && other > 0) continue;
        casts.push(...castOf(play, play.run(by, command), by, command));
        const byHand = votesByHand(play.events, casts);
        expect(ids.map((id) => [...(play.state.questions.get(id)?.voters ?? [])].toSorted())).toEqual(
          ids.map((id) => [...(byHand.get(id) ?? [])].toSorted()),
        );
      }
    }),
    { numRuns: 400, seed: 10 },
  );
}, 60_000);

describe('merging', () => {
  it('[D2] everybody who voted for it, and its asker, votes for the other, once', () => {
    const play = livePlay();
    const [child, target] = [play.approved(), play.approved()];
    vote(play, ben, child);
    vote(play, cho, child);
    vote(play, cho, target);
    merge(play, child, target);
    expect(voters(play, target)).toEqual(['ann', 'ben', 'cho']);
    expect(publicView(play).questions).toMatchObject([{ id: target, votes: 3, merged: 1 }]);
    const own = (by: typeof ann | typeof ben) => visibleToAuthor(play.state, by.person, play.texts);
    expect(own(ben).votes).toEqual([target]);
    expect(own(ann).votes).toEqual([target]);
    expect(own(ann).questions.find(({ id }) => id === child)).toMatchObject({ status: 'merged', mergedInto: target });
  });

  it('[D3] given back it has its status and votes again, and the other loses what came with it', () => {
    const play = livePlay();
    const [child, target, waits] = [play.approved(), play.approved(), play.ask()];
    vote(play, ben, child);
    vote(play, cho, target);
    play.must(host, { type: 'skip-question', questionId: child });
    play.must(screener, { type: 'send-to-clinician', questionId: waits });
    merge(play, child, target);
    merge(play, waits, target);
    unmerge(play, child);
    unmerge(play, waits);
    expect([voters(play, child), voters(play, target), voters(play, waits)]).toEqual([['ben'], ['cho'], []]);
    expect([child, target, waits].map((id) => play.state.questions.get(id)?.status)).toEqual(['skipped', 'approved', 'in-review']);
    expect(publicView(play).questions.map(({ merged }) => merged)).toEqual([undefined, undefined]);
  });

  it('[D3] a vote taken back since stays so; one cast anew since stays', () => {
    const play = livePlay();
    const [child, target] = [play.approved(), play.approved()];
    for (const by of [ben, cho]) vote(play, by, child);
    merge(play, child, target);
    vote(play, ben, target, false);
    vote(play, cho, target, false);
    vote(play, cho, target);
    expect(voters(play, target)).toEqual(['ann', 'cho']);
    unmerge(play, child);
    expect([voters(play, target), voters(play, child)]).toEqual([['cho'], ['ben', 'cho']]);
  });

  it('[D3] a vote that two brought stays with the one that is left', () => {
    const play = livePlay();
    const [one, two, target] = [play.approved(), play.approved(), play.approved()];
    for (const child of [one, two]) vote(play, ben, child);
    merge(play, one, target);
    merge(play, two, target);
    unmerge(play, one);
    expect(voters(play, target)).toEqual(['ann', 'ben']);
    unmerge(play, two);
    expect(voters(play, target)).toEqual([]);
  });

  it('[D2] what had been merged into it goes into the other, too', () => {
    const play = livePlay();
    const grandchild = askedBy(play, cho);
    const [child, target] = [play.approved(), play.approved()];
    merge(play, grandchild, child);
    expect(voters(play, child)).toEqual(['cho']);
    merge(play, child, target);
    expect([voters(play, target), voters(play, child)]).toEqual([['ann', 'cho'], []]);
    expect(publicView(play).questions).toMatchObject([{ id: target, merged: 2 }]);
    unmerge(play, grandchild);
    expect([voters(play, target), voters(play, child)]).toEqual([['ann'], []]);
  });

  it('[D3] a wrong merge is undone with what had been merged into it, and the votes of that', () => {
    const play = livePlay();
    const grandchild = askedBy(play, cho);
    const [child, target] = [play.approved(), play.approved()];
    vote(play, ben, child);
    merge(play, grandchild, child);
    merge(play, child, target);
    unmerge(play, child);
    expect([voters(play, target), voters(play, child)]).toEqual([[], ['ben', 'cho']]);
    expect(publicView(play).questions.map(({ merged }) => merged)).toEqual([1, undefined]);
    const own = visibleToAuthor(play.state, cho.person, play.texts).questions[0];
    expect(own).toMatchObject({ status: 'merged', mergedInto: child });
  });

  it('[D3] so it is through several merges, one undone after the other', () => {
    const play = livePlay();
    const least = askedBy(play, cho);
    const [lower, upper, top] = [play.approved(), play.approved(), play.approved()];
    vote(play, ben, upper);
    merge(play, least, lower);
    merge(play, lower, upper);
    merge(play, upper, top);
    const into = () => [least, lower, upper].map((id) => play.state.questions.get(id)?.merged?.into);
    expect([into(), voters(play, top)]).toEqual([Array(3).fill(top), ['ann', 'ben', 'cho']]);
    unmerge(play, upper);
    expect([into(), voters(play, top), voters(play, upper)]).toEqual([[upper, upper, undefined], [], ['ann', 'ben', 'cho']]);
    unmerge(play, lower);
    expect([into(), voters(play, upper), voters(play, lower)]).toEqual([[lower, undefined, undefined], ['ben'], ['cho']]);
  });

  it('[D3][D4] of one that was merged, and is withdrawn, what had been merged into it stays where it is', () => {
    const play = livePlay();
    const grandchild = askedBy(play, cho);
    const [child, target] = [play.approved(), play.must(ben, { type: 'submit-question', text: 'Or this one?' })];
    merge(play, grandchild, child);
    merge(play, child, target);
    play.must(ann, { type: 'withdraw-question', questionId: child });
    expect([play.state.questions.get(grandchild)?.merged?.into, voters(play, target)]).toEqual([target, ['cho']]);
    play.must(ben, { type: 'withdraw-question', questionId: target });
    expect(play.state.questions.get(grandchild)?.status).toBe('pending');
  });

  it('[D4] what is given back takes with it what had been merged into it', () => {
    const play = livePlay();
    const grandchild = askedBy(play, cho);
    const [child, target] = [play.approved(), play.must(ben, { type: 'submit-question', text: 'Or this one?' })];
    merge(play, grandchild, child);
    merge(play, child, target);
    play.must(screener, { type: 'decline-question', questionId: target, reason: 'unclear' });
    expect([child, grandchild].map((id) => play.state.questions.get(id)?.merged?.into)).toEqual([undefined, child]);
  });

  it('[D3] a vote that came with another question, and is cast, stays', () => {
    const play = livePlay();
    const [child, target] = [play.approved(), play.approved()];
    for (const by of [ben, cho]) vote(play, by, child);
    merge(play, child, target);
    vote(play, ben, target);
    const before = play.state.seq;
    vote(play, ben, target);
    expect(play.state.seq).toBe(before);
    unmerge(play, child);
    expect(voters(play, target)).toEqual(['ben']);
  });

  it('[D2] a vote that was taken back is not brought again by the next merge', () => {
    const play = livePlay();
    const [child, target, top] = [play.approved(), play.approved(), play.approved()];
    for (const by of [ben, cho]) vote(play, by, child);
    merge(play, child, target);
    vote(play, ben, target, false);
    merge(play, target, top);
    expect(voters(play, top)).toEqual(['ann', 'cho']);
    vote(play, cho, top, false);
    // What was taken back there is taken back there.
    unmerge(play, target);
    expect([voters(play, top), voters(play, target)]).toEqual([[], ['ann', 'cho']]);
    unmerge(play, child);
    expect([voters(play, target), voters(play, child)]).toEqual([[], ['ben', 'cho']]);
  });

  it('[D3] a vote taken back is not kept by another question that would have brought it before', () => {
    const play = livePlay();
    const [first, second, target] = [play.approved(), play.approved(), play.approved()];
    for (const child of [first, second]) vote(play, ben, child);
    merge(play, first, target);
    vote(play, ben, target, false);
    merge(play, second, target);
    expect(voters(play, target)).toEqual(['ann', 'ben']);
    unmerge(play, second);
    expect(voters(play, target)).toEqual(['ann']);
  });

  it('[D4][M1] a withdrawal publishes nothing that moderators took back, and is nobody’s decision', () => {
    const play = livePlay();
    const kept = play.approved();
    const into = play.must(ben, { type: 'submit-question', text: 'Is this the same?' });
    play.must(moderator, { type: 'approve-question', questionId: into });
    merge(play, kept, into);
    play.must(moderator, { type: 'undo-review', questionId: into });
    play.must(ben, { type: 'withdraw-question', questionId: into });
    expect(publicView(play).questions).toEqual([]);
    const { reviewedBy, status } = visible(play.state, 'staff', play.texts).questions[0] ?? {};
    expect([reviewedBy, status]).toEqual([2, 'pending']);
  });

  it('[D4] what is withdrawn while it is public gives back what was', () => {
    const play = livePlay();
    const kept = play.approved();
    const into = play.must(ben, { type: 'submit-question', text: 'Is this the same?' });
    play.must(moderator, { type: 'approve-question', questionId: into });
    merge(play, kept, into);
    play.must(ben, { type: 'withdraw-question', questionId: into });
    expect(publicView(play).questions).toMatchObject([{ id: kept, status: 'approved' }]);
  });

  it('[D4] of what is withdrawn or declined, what was merged into it is given back first', () => {
    const play = livePlay();
    const children = [askedBy(play, ben), askedBy(play, cho)];
    const [withdrawn, declined] = [play.approved(), play.ask()];
    merge(play, children[0] ?? withdrawn, withdrawn);
    merge(play, children[1] ?? declined, declined);
    play.must(ann, { type: 'withdraw-question', questionId: withdrawn });
    play.must(screener, { type: 'decline-question', questionId: declined, reason: 'unclear' });
    expect(children.map((id) => play.state.questions.get(id)?.status)).toEqual(['pending', 'pending']);
    expect(voters(play, declined)).toEqual([]);
  });

  it('[Q6] a merged question can be withdrawn, and its votes go with it', () => {
    const play = livePlay();
    const [child, target] = [play.approved(), play.approved()];
    vote(play, ben, child);
    merge(play, child, target);
    play.must(ann, { type: 'withdraw-question', questionId: child });
    expect([voters(play, target), voters(play, child)]).toEqual([[], []]);
    expect(publicView(play).questions[0]).not.toHaveProperty('merged');
  });

  it('[D2] takes what waits, is approved or skipped, into another that waits or is public', () => {
    const play = livePlay();
    const [answered, target, waits, declined] = [play.approved(), play.approved(), play.ask(), play.ask()];
    play.must(reviewer, { type: 'publish-answer', questionId: answered, text: 'Yes.' });
    play.must(screener, { type: 'decline-question', questionId: declined, reason: 'unclear' });
    const tried = (questionId: QuestionId, into: QuestionId) => code(play.run(screener, { type: 'merge-question', questionId, into }));
    expect([tried(answered, target), tried(declined, target), tried(waits, declined), tried(waits, waits)]).toEqual(
      Array(4).fill('wrong-state'),
    );
    expect([tried(target, waits), tried(waits, answered)]).toEqual(['ok', 'ok']);
    expect(tried(declined, target)).toBe('wrong-state');
  });

  it('[D2][M1] its asker is not told of one that is not public', () => {
    const play = livePlay();
    const target = askedBy(play, ben);
    const child = play.ask();
    merge(play, child, target);
    const own = () => visibleToAuthor(play.state, ann.person, play.texts).questions[0];
    expect(own()).toMatchObject({ status: 'merged' });
    expect(own()).not.toHaveProperty('mergedInto');
    expect(visible(play.state, 'staff', play.texts).questions.find(({ id }) => id === child)).toMatchObject({ mergedInto: target });
    play.must(screener, { type: 'approve-question', questionId: target });
    expect(own()).toMatchObject({ mergedInto: target });
  });

  it('[V3] nobody votes for what is merged', () => {
    const play = livePlay();
    const [child, target] = [play.approved(), play.approved()];
    merge(play, child, target);
    expect(code(play.run(ben, { type: 'cast-vote', questionId: child, on: true }))).toBe('wrong-state');
  });
});
