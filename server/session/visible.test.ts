import { Audience } from '@bedside/shared/roles.ts';
import { describe, expect, it } from 'vitest';
import { cast, livePlay, type Play, publicView } from '../testing/play.ts';
import { ownPatchSince, patchSince, visible, visibleToAuthor } from './visible.ts';

const { moderator, ann, ben, cho } = cast;
const audiences = Audience.options;

describe('who sees what', () => {
  const staffView = (play: Play) => visible(play.state, 'staff', play.texts);
  const own = (play: Play) => visibleToAuthor(play.state, ann.person, play.texts);

  it('[M1] a pending question is seen by staff and its asker only', () => {
    const play = livePlay();
    play.ask();
    expect(publicView(play).questions).toEqual([]);
    expect(visible(play.state, 'presenter', play.texts).questions).toEqual([]);
    expect(staffView(play).questions).toHaveLength(1);
    expect(own(play).questions).toMatchObject([{ status: 'pending', text: 'Is this normal?' }]);
    expect(visibleToAuthor(play.state, ben.person, play.texts).questions).toEqual([]);
  });

  it('[Q5][M3] reason and note of a decline are seen by staff and the asker', () => {
    const play = livePlay();
    play.must(moderator, { type: 'decline-question', questionId: play.ask(), reason: 'unclear', note: 'Do you mean the left one?' });
    const declined = { status: 'declined', reason: 'unclear', note: 'Do you mean the left one?' };
    expect(staffView(play).questions).toMatchObject([declined]);
    expect(own(play).questions).toMatchObject([declined]);
    play.must(moderator, { type: 'undo-review', questionId: own(play).questions[0]?.id ?? play.ask() });
    expect(own(play).questions[0]).not.toHaveProperty('reason');
    expect(own(play).questions[0]).not.toHaveProperty('note');
  });

  it('[Q6] a withdrawn question is in no view but the asker’s', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(ben, { type: 'cast-vote', questionId, on: true });
    const before = play.state.seq;
    play.must(ann, { type: 'withdraw-question', questionId });
    for (const audience of audiences) {
      expect(visible(play.state, audience, play.texts).questions).toEqual([]);
      expect(patchSince(play.state, audience, before, play.texts)).toMatchObject({ put: [], remove: [questionId] });
    }
    expect(own(play).questions).toMatchObject([{ status: 'withdrawn', votes: 0, text: null }]);
    expect(ownPatchSince(play.state, ben.person, before, play.texts)?.votes).toEqual([]);
  });

  it('[V6] what only votes changed is told as a number', () => {
    const play = livePlay();
    const [first, second, pending] = [play.approved('Is the first one normal?'), play.approved('And the second one?'), play.ask()];
    const before = play.state.seq;
    play.must(ben, { type: 'cast-vote', questionId: first, on: true });
    play.must(cho, { type: 'cast-vote', questionId: first, on: true });
    for (const audience of audiences) {
      expect(patchSince(play.state, audience, before, play.texts)).toEqual({
        from: before,
        to: play.state.seq,
        put: [],
        remove: [],
        tallies: [[first, 2]],
      });
    }
    play.must(ben, { type: 'cast-vote', questionId: second, on: true });
    play.must(moderator, { type: 'pin-question', questionId: second });
    play.must(moderator, { type: 'undo-review', questionId: second });
    play.must(moderator, { type: 'approve-question', questionId: second });
    const patch = patchSince(play.state, 'public', before, play.texts);
    expect([patch?.put.map(({ id, votes }) => [id, votes]), patch?.tallies]).toEqual([[[second, 1]], [[first, 2]]]);
    expect(JSON.stringify(patch)).not.toContain(pending);
  });

  it('[V5] one’s own votes are on public questions, and in nobody else’s view', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(ben, { type: 'cast-vote', questionId, on: true });
    const votes = () => visibleToAuthor(play.state, ben.person, play.texts).votes;
    expect(votes()).toEqual([questionId]);
    expect(own(play).votes).toEqual([]);
    play.must(moderator, { type: 'undo-review', questionId });
    expect(votes()).toEqual([]);
  });

  it('[A5] how many wait is told to staff and the presenter, not to the public', () => {
    const play = livePlay();
    const before = play.state.seq;
    play.ask();
    expect(audiences.map((audience) => visible(play.state, audience, play.texts).session.pending)).toEqual([undefined, 1, 1]);
    const patches = audiences.map((audience) => patchSince(play.state, audience, before, play.texts));
    expect(patches.map((patch) => patch?.session?.pending)).toEqual([undefined, 1, 1]);
    expect(patches[0]).toEqual({ from: before, to: play.state.seq, put: [], remove: [], counts: expect.objectContaining({ received: 1 }) });
  });

  it('[A9] an erased text is null, its question stays', () => {
    const play = livePlay();
    play.approved();
    expect(visible(play.state, 'public', new Map()).questions).toMatchObject([{ text: null, status: 'approved' }]);
  });

  it('[M1] a patch never names a question that its audience never saw, nor that something happened to it after it left', () => {
    const play = livePlay();
    const [never, once] = [play.ask(), play.approved()];
    play.must(moderator, { type: 'decline-question', questionId: never, reason: 'unclear' });
    play.must(moderator, { type: 'undo-review', questionId: once });
    const left = play.state.seq;
    expect(patchSince(play.state, 'public', 1, play.texts)).toMatchObject({ put: [], remove: [once] });
    play.must(moderator, { type: 'decline-question', questionId: once, reason: 'unclear' });
    expect(patchSince(play.state, 'public', left, play.texts)).toMatchObject({ put: [], remove: [] });
  });

  it('[R3] there is no patch for a since that is ahead of the log or too far behind', () => {
    const play = livePlay();
    expect(patchSince(play.state, 'public', play.state.seq + 1, play.texts)).toBeNull();
    expect(ownPatchSince(play.state, ann.person, play.state.seq + 1, play.texts)).toBeNull();
    expect(patchSince({ ...play.state, seq: 5003 }, 'public', 2, play.texts)).toBeNull();
    expect(patchSince({ ...play.state, seq: 5002 }, 'public', 2, play.texts)).not.toBeNull();
  });
});
