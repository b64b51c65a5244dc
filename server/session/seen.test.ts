import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { type AnyCommand, cast, livePlay, type Play } from '../testing/play.ts';
import type { Decision } from './decide.ts';
import type { Fact } from './events.ts';

// Hundreds of histories, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const { host, moderator, screener, reviewer, ann, ben } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const statusOf = ({ state }: Play, id: QuestionId) => state.questions.get(id)?.status;

describe('what a moderator has seen', () => {
  it('[M17] an approval publishes no edit that its sender did not see', () => {
    const play = livePlay();
    const questionId = play.ask();
    const seen = play.state.seq;
    play.must(moderator, { type: 'edit-question', questionId, text: 'Something else', showName: true });
    expect(code(play.run(screener, { type: 'approve-question', questionId, seen }))).toBe('wrong-state');
    expect(statusOf(play, questionId)).toBe('pending');
    play.must(screener, { type: 'approve-question', questionId, seen: play.state.seq });
  });

  it('[M17] an undo takes back the decision that it names, and no later one of a colleague’s', () => {
    const play = livePlay();
    const questionId = play.ask();
    play.must(screener, { type: 'approve-question', questionId });
    const seen = play.state.seq;
    play.must(moderator, { type: 'undo-review', questionId, seen });
    play.must(moderator, { type: 'decline-question', questionId, reason: 'unclear' });
    expect(code(play.run(screener, { type: 'undo-review', questionId, seen }))).toBe('wrong-state');
    expect(statusOf(play, questionId)).toBe('declined');
  });

  it('[M17] the ack of a decision with several facts is after them all, so that it names them', () => {
    const play = livePlay();
    const [target, child, other] = [play.ask(), play.ask(), play.ask()];
    play.must(screener, { type: 'merge-question', questionId: child, into: target });
    play.must(screener, { type: 'review-questions', questionIds: [target, other], decision: { kind: 'decline', reason: 'unclear' } });
    const seen = play.state.seq;
    play.must(screener, { type: 'review-questions', questionIds: [target, other], decision: { kind: 'undo' }, seen });
    expect([target, other].map((id) => statusOf(play, id))).toEqual(['pending', 'pending']);
  });

  it('[M9][M17] a decision on many leaves out what somebody else changed', () => {
    const play = livePlay();
    const [edited, plain] = [play.ask(), play.ask()];
    const seen = play.state.seq;
    play.must(moderator, { type: 'edit-question', questionId: edited, text: 'Something else', showName: true });
    const bulk: SessionCommand = { type: 'review-questions', questionIds: [edited, plain], decision: { kind: 'approve' }, seen };
    play.must(screener, bulk);
    expect([edited, plain].map((id) => statusOf(play, id))).toEqual(['pending', 'approved']);
    expect(code(play.run(screener, { ...bulk, questionIds: [edited] }))).toBe('wrong-state');
  });

  it('[M17] nobody overwrites an edit, a reply or a written answer that they did not see; a reply is no edit', () => {
    const play = livePlay();
    const questionId = play.approved();
    const acts = (seen: number): SessionCommand[] => [
      { type: 'edit-question', questionId, text: 'As I see it', showName: true, seen },
      { type: 'reply-to-asker', questionId, text: 'As I say.', seen },
      { type: 'publish-answer', questionId, text: 'As I say.', seen },
    ];
    const before = play.state.seq;
    for (const command of acts(before)) play.must(reviewer, command);
    expect(acts(before).map((command) => code(play.run(host, command)))).toEqual(['forbidden', 'forbidden', 'wrong-state']);
    const [edit, reply] = acts(before);
    for (const command of [edit, reply]) expect(command && code(play.run(moderator, command))).toBe('wrong-state');
    play.must(host, { type: 'requeue-question', questionId });
    expect(code(play.run(reviewer, { type: 'publish-answer', questionId, text: 'Once more.', seen: play.state.seq - 1 }))).toBe(
      'wrong-state',
    );
    for (const command of acts(play.state.seq)) play.must(reviewer, command);
  });

  it('[M17] neither question of a merge has changed since', () => {
    const play = livePlay();
    const [child, target, third] = [play.ask(), play.ask(), play.ask()];
    const seen = play.state.seq;
    play.must(moderator, { type: 'merge-question', questionId: third, into: target, seen });
    play.must(screener, { type: 'merge-question', questionId: child, into: target, seen });
    expect(code(play.run(screener, { type: 'unmerge-question', questionId: third, seen }))).toBe('wrong-state');
    play.must(screener, { type: 'unmerge-question', questionId: child, seen });
    play.must(moderator, { type: 'edit-question', questionId: target, text: 'Something else', showName: true });
    expect(code(play.run(screener, { type: 'merge-question', questionId: child, into: target, seen }))).toBe('wrong-state');
  });

  it('[M17] votes, claims, reports, pins and answering change nothing of it, nor does what the sender did', () => {
    const play = livePlay();
    const questionId = play.approved();
    const seen = play.state.seq;
    play.must(ben, { type: 'cast-vote', questionId, on: true });
    play.must(ben, { type: 'report-question', questionId, reason: 'other' });
    play.must(reviewer, { type: 'reply-to-asker', questionId, text: 'See your midwife.' });
    play.must(host, { type: 'pin-question', questionId });
    play.must(host, { type: 'start-answer', questionId });
    play.must(host, { type: 'requeue-question', questionId });
    play.must(screener, { type: 'edit-question', questionId, text: 'Something else', showName: true, seen });
    play.must(screener, { type: 'undo-review', questionId, seen });
    play.must(moderator, { type: 'claim-question', questionId });
    play.must(screener, { type: 'approve-question', questionId, seen });
    play.must(ann, { type: 'object-to-edit', questionId });
    expect(code(play.run(screener, { type: 'approve-question', questionId, seen }))).toBe('wrong-state');
  });
});

type Part = 'judged' | 'replied' | 'answered';

/** What a fact changes that others may be about to judge or to replace. */
const partOf: Partial<Record<Fact['type'], Part>> = {
  'question-submitted': 'judged',
  'question-approved': 'judged',
  'question-declined': 'judged',
  'question-sent-to-clinician': 'judged',
  'review-undone': 'judged',
  'question-edited': 'judged',
  'edit-objected': 'judged',
  'question-merged': 'judged',
  'question-unmerged': 'judged',
  'question-withdrawn': 'judged',
  'asker-replied': 'replied',
  'answer-published': 'answered',
};

/** Of the log before this command: whether somebody else did such a thing after `seen`. */
function isStale({ events }: Play, upTo: number, person: PersonId | null, part: Part, ids: readonly QuestionId[], seen: number): boolean {
  return events.some(
    ({ seq, by, fact }) =>
      seq > seen &&
      seq <= upTo &&
      by.person !== person &&
      'questionId' in fact &&
      ids.includes(fact.questionId) &&
      partOf[fact.type] === part,
  );
}

function named(command: AnyCommand): { part: Part; ids: QuestionId[]; seen: number } | null {
  if (!('seen' in command) || command.seen === undefined || !('questionId' in command)) return null;
  const part = command.type === 'reply-to-asker' ? 'replied' : command.type === 'publish-answer' ? 'answered' : 'judged';
  return { part, ids: [command.questionId, ...('into' in command ? [command.into] : [])], seen: command.seen };
}

it('[M17] is refused where somebody else changed it after `seen`, and nowhere else', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let before = 3;
      const wrong: unknown[] = [];
      playSteps(steps, (play, decision, by, command) => {
        const upTo = before;
        before = play.state.seq;
        if (command.type === 'review-questions' && command.seen !== undefined && decision.ok) {
          const { seen, questionIds } = command;
          const decided = decision.facts.flatMap((fact) =>
            'questionId' in fact && questionIds.includes(fact.questionId) ? [fact.questionId] : [],
          );
          for (const id of decided) if (isStale(play, upTo, by.person, 'judged', [id], seen)) wrong.push({ command, id });
        }
        const about = named(command);
        if (!about) return;
        const stale = isStale(play, upTo, by.person, about.part, about.ids, about.seen);
        if (decision.ok && stale) wrong.push(command);
        // Whatever it was refused for, it was not what somebody had done since.
        if (!decision.ok && !stale && decision.error.message === 'somebody has changed it since') {
          const requeued = play.events.some(({ seq, fact }) => seq > about.seen && fact.type === 'question-requeued');
          if (about.part !== 'answered' || !requeued) wrong.push({ command, decision });
        }
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 150, seed: 9 },
  );
});
