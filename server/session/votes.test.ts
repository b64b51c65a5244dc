import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { cast, livePlay, type Play } from '../testing/play.ts';
import { evolve } from './evolve.ts';
import { decideVotes } from './votes.ts';

vi.setConfig({ testTimeout: 60_000 });

const { ann, ben, cho, host, organiser, moderator } = cast;
const anyVotes = fc.array(fc.record({ by: fc.constantFrom(ann, ben, cho, organiser), which: fc.nat(2), on: fc.boolean() }), {
  maxLength: 30,
});

/** One question that takes votes, one that is answered, one that waits. */
function threeQuestions() {
  const play = livePlay();
  const [open, answered, pending] = [play.approved(), play.approved(), play.ask()];
  play.must(host, { type: 'start-answer', questionId: answered });
  play.must(host, { type: 'finish-answer', questionId: answered });
  return { play, ids: [open, answered, pending] };
}

const tallies = (play: Play) => [...play.state.questions.values()].map(({ voters }) => [...voters].toSorted());

it('[V1][V2][V4] votes gathered come to the same as one after the other, refusals too', () => {
  fc.assert(
    fc.property(anyVotes, (votes) => {
      const [single, batch] = [threeQuestions(), threeQuestions()];
      const codes = votes.map(({ by, which, on }) => {
        const decision = single.play.run(by, { type: 'cast-vote', questionId: single.ids[which] ?? single.play.ask(), on });
        return decision.ok ? 'ok' : decision.error.code;
      });
      const gathered = votes.map(({ by, which, on }) => ({ by, questionId: batch.ids[which] ?? batch.play.ask(), on }));
      const { facts, accepted, refused } = decideVotes(batch.play.state, gathered, batch.play.now());
      for (const fact of facts) evolve(batch.play.state, { seq: batch.play.state.seq + 1, at: 1, by: moderator, fact });
      const errors = new Map(refused.map(({ vote, error }) => [vote, error.code]));
      expect(gathered.map((vote) => errors.get(vote) ?? 'ok')).toEqual(codes);
      expect(accepted).toHaveLength(codes.filter((code) => code === 'ok').length);
      expect(facts.length).toBeLessThanOrEqual(1);
      expect(tallies(batch.play)).toEqual(tallies(single.play));
    }),
    { numRuns: 300, seed: 12 },
  );
});
