import type { QuestionId } from '@bedside/shared/ids.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import { Audience } from '@bedside/shared/roles.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { cast, livePlay, type Play, publicView } from '../testing/play.ts';
import { isPublic } from './state.ts';
import { ownPatchSince, patchSince, visible, visibleToAuthor } from './visible.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const { moderator, ann, ben, cho } = cast;
const audiences = Audience.options;
const runs = { numRuns: 150 };

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
    expect(patches[0]).toEqual({ from: before, to: play.state.seq, put: [], remove: [] });
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

/** Texts and ids that the public may not see at some moment of a history; `written` has the erased ones too. */
function secrets(play: Play, everPublic: ReadonlySet<QuestionId>, written: ReadonlyMap<string, string>): string[] {
  const rows = [...play.state.questions.values()];
  const bodies = (ids: (string | null)[]) => [...written].flatMap(([id, body]) => (ids.includes(id) ? [body] : []));
  return [
    'person-',
    '"reason"',
    '"note"',
    '<note',
    ...bodies(rows.filter((row) => !isPublic(row.status)).flatMap((row) => [row.text, row.name])),
    ...rows.flatMap((row) => (everPublic.has(row.id) ? [] : [`"${row.id}"`])),
  ];
}

it('[M1][M3][Q6][A5][A9][V5] no public or presenter view, patch or own view leaks', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const everPublic = new Set<QuestionId>();
      const written = new Map<string, string>();
      playSteps(steps, (play) => {
        for (const row of play.state.questions.values()) if (isPublic(row.status)) everPublic.add(row.id);
        for (const [id, body] of play.texts) written.set(id, body);
        const shown: unknown[] = [];
        for (const audience of ['public', 'presenter'] as const) {
          shown.push(visible(play.state, audience, play.texts));
          for (const since of [0, 3, play.state.seq - 4, play.state.seq - 1])
            shown.push(patchSince(play.state, audience, Math.max(0, since), play.texts));
        }
        const json = JSON.stringify(shown);
        expect(secrets(play, everPublic, written).filter((secret) => json.includes(secret))).toEqual([]);
        const views = [
          visible(play.state, 'staff', play.texts),
          ...[ann, ben, cho].map((by) => visibleToAuthor(play.state, by.person, play.texts)),
        ];
        const seen = JSON.stringify(views);
        expect(seen).not.toContain('person-');
        expect(erasedTexts(play, written).filter((body) => seen.includes(body))).toEqual([]);
      });
    }),
    { ...runs, seed: 1 },
  );
});

/** All that was ever written of questions that are withdrawn, found in the log and not in the state. */
function erasedTexts(play: Play, written: ReadonlyMap<string, string>): string[] {
  const withdrawn = new Set(play.events.flatMap(({ fact }) => (fact.type === 'question-withdrawn' ? [fact.questionId] : [])));
  const refs = play.events.flatMap(({ fact }) => {
    if (fact.type === 'question-submitted' && withdrawn.has(fact.questionId)) return [fact.text, fact.name];
    return fact.type === 'question-declined' && withdrawn.has(fact.questionId) ? [fact.note] : [];
  });
  return refs.flatMap((ref) => (ref ? (written.get(ref.id) ?? []) : []));
}

it('[V1][Q7][Q12] one person one vote; one being answered; one pinned, and that public', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        const { session, questions } = publicView(play);
        const answering = questions.filter((row) => row.status === 'answering').map((row) => row.id);
        expect(answering).toEqual(session.answeringId === null ? [] : [session.answeringId]);
        expect([null, ...questions.map((row) => row.id)]).toContain(session.pinnedId);
        expect(play.state.waiting).toBe([...play.state.questions.values()].filter(isWaiting).length);
        expect(questions.map((row) => [row.id, row.votes])).toEqual(
          questions.map((row) => [row.id, talliesByHand(play).get(row.id)?.size ?? 0]),
        );
      });
    }),
    { ...runs, seed: 2 },
  );
});

/** The log's votes counted the slow way. */
function talliesByHand(play: Play): Map<QuestionId, Set<string>> {
  const tallies = new Map<QuestionId, Set<string>>();
  for (const { fact } of play.events) {
    if (fact.type === 'question-withdrawn') tallies.delete(fact.questionId);
    for (const { questionId, voter, on } of fact.type === 'votes-cast' ? fact.votes : []) {
      const voters = tallies.get(questionId) ?? new Set();
      tallies.set(questionId, voters);
      if (on) voters.add(voter);
      else voters.delete(voter);
    }
  }
  return tallies;
}
