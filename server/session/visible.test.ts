import { fc, it } from '@fast-check/vitest';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { applyOwnPatch, applyPatch, type OwnPatch, type Patch } from '@bedside/shared/patch.ts';
import { Audience } from '@bedside/shared/roles.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import { describe, expect } from 'vitest';
import { anyStep, cast, livePlay, type Play, playSteps, publicView, type Step } from '../testing/play.ts';
import { isPublic } from './state.ts';
import { ownPatchSince, ownTouched, patchSince, visible, visibleToAuthor } from './visible.ts';

const { host, moderator, ann, ben, cho } = cast;
const audiences = Audience.options;
const history = fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' });
const runs = { numRuns: 300 };

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
    expect(own(play).questions).toMatchObject([{ status: 'withdrawn', votes: 0 }]);
    expect(ownPatchSince(play.state, ben.person, before, play.texts)?.votes).toEqual([]);
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

/** Texts and ids that the public may not see at some moment of a history. */
function secrets(play: Play, everPublic: ReadonlySet<QuestionId>): string[] {
  const rows = [...play.state.questions.values()];
  const bodies = (ids: (string | null)[]) => [...play.texts].flatMap(([id, body]) => (ids.includes(id) ? [body] : []));
  return [
    'person-',
    '"reason"',
    '"note"',
    '<note',
    ...bodies(rows.filter((row) => !isPublic(row.status)).flatMap((row) => [row.text, row.name])),
    ...rows.flatMap((row) => (everPublic.has(row.id) ? [] : [`"${row.id}"`])),
  ];
}

it.prop({ steps: history }, { ...runs, seed: 1 })('[M1][M3][A5][V5] no public or presenter view, patch or own view leaks', ({ steps }) => {
  const everPublic = new Set<QuestionId>();
  playSteps(steps, (play) => {
    for (const row of play.state.questions.values()) if (isPublic(row.status)) everPublic.add(row.id);
    const shown: unknown[] = [];
    for (const audience of ['public', 'presenter'] as const) {
      shown.push(visible(play.state, audience, play.texts));
      for (const since of [0, 3, play.state.seq - 4, play.state.seq - 1])
        shown.push(patchSince(play.state, audience, Math.max(0, since), play.texts));
    }
    const json = JSON.stringify(shown);
    for (const secret of secrets(play, everPublic)) expect(json).not.toContain(secret);
    const views = [
      visible(play.state, 'staff', play.texts),
      ...[ann, ben, cho].map((by) => visibleToAuthor(play.state, by.person, play.texts)),
    ];
    expect(JSON.stringify(views)).not.toContain('person-');
  });
});

it.prop({ steps: history }, { ...runs, seed: 2 })(
  '[V1][Q7][Q12] one person one vote; one being answered; one pinned, and that public',
  ({ steps }) => {
    playSteps(steps, (play) => {
      const { session, questions } = publicView(play);
      const answering = questions.filter((row) => row.status === 'answering').map((row) => row.id);
      expect(answering).toEqual(session.answeringId === null ? [] : [session.answeringId]);
      if (session.pinnedId !== null) expect(questions.map((row) => row.id)).toContain(session.pinnedId);
      expect(play.state.pending).toBe([...play.state.questions.values()].filter((row) => row.status === 'pending').length);
      expect(questions.map((row) => [row.id, row.votes])).toEqual(
        questions.map((row) => [row.id, talliesByHand(play).get(row.id)?.size ?? 0]),
      );
    });
  },
);

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

/** A page: it hears some patches late, twice or never, notices gaps, and joins again. */
type Delivery = { fate: 'now' | 'lost' | 'twice' | 'late'; rejoin: boolean };
const deliveries = fc.array(
  fc.record({ fate: fc.constantFrom('now', 'now', 'lost', 'twice', 'late'), rejoin: fc.boolean() } satisfies {
    [K in keyof Delivery]: fc.Arbitrary<Delivery[K]>;
  }),
  { minLength: 60, maxLength: 60 },
);

const byId = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sorted = <T extends View | OwnView>(view: T) => ({
  ...view,
  questions: byId(view.questions),
  ...('votes' in view ? { votes: view.votes.toSorted() } : {}),
});

/** Delivers a history's patches to one page as fate has it; `whole` must be what the page ends up with. */
function follow<V extends { seq: number }, P>(
  steps: readonly Step[],
  fates: readonly Delivery[],
  whole: (play: Play) => V,
  since: (play: Play, since: number) => P | null,
  apply: (view: V, patch: P) => V | 'gap',
): { page: V; present: V } {
  let page: V | null = null;
  let published = 0;
  const late: P[] = [];
  let at = 0;
  const rejoin = (play: Play, view: V) => {
    const patch = since(play, view.seq);
    const next = patch === null ? whole(play) : apply(view, patch);
    return next === 'gap' ? whole(play) : next;
  };
  const play = playSteps(steps, (now) => {
    page ??= whole(now);
    const delivery = fates[at++ % fates.length] ?? { fate: 'now', rejoin: false };
    const patch = since(now, published);
    published = now.state.seq;
    const heard: (P | null)[] = { now: [patch], lost: [], twice: [patch, patch], late: [] }[delivery.fate];
    if (delivery.fate === 'late' && patch) late.unshift(patch);
    else if (delivery.fate !== 'lost') heard.push(...late.splice(0));
    for (const each of heard) {
      const next: V | 'gap' = each === null ? 'gap' : apply(page, each);
      if (next !== 'gap') page = next;
      else if (delivery.rejoin) page = rejoin(now, page);
    }
  });
  const present = whole(play);
  return { page: rejoin(play, page ?? present), present };
}

describe.each(audiences)('%s', (audience) => {
  it.prop({ steps: history, fates: deliveries }, { ...runs, seed: 3 })(
    '[R2][R3] patches lost, doubled and reordered end in the view',
    ({ steps, fates }) => {
      const { page, present } = follow<View, Patch>(
        steps,
        fates,
        (play) => visible(play.state, audience, play.texts),
        (play, since) => patchSince(play.state, audience, since, play.texts),
        applyPatch,
      );
      expect(sorted(page)).toEqual(sorted(present));
    },
  );
});

it.prop({ steps: history, fates: deliveries }, { ...runs, seed: 4 })('[R2][R3][Q5] and so do own patches', ({ steps, fates }) => {
  for (const { person } of [ann, ben, host]) {
    const { page, present } = follow<OwnView, OwnPatch>(
      steps,
      fates,
      (play) => visibleToAuthor(play.state, person, play.texts),
      (play, since) => ownPatchSince(play.state, person, since, play.texts),
      applyOwnPatch,
    );
    expect(sorted(page)).toEqual(sorted(present));
  }
});

it.prop({ steps: history }, { ...runs, seed: 5 })('[R2] ownTouched tells of every change of an own view', ({ steps }) => {
  let before: OwnView | null = null;
  playSteps(steps, (play) => {
    const now = visibleToAuthor(play.state, ann.person, play.texts);
    if (before && JSON.stringify({ ...before, seq: 0 }) !== JSON.stringify({ ...now, seq: 0 })) {
      expect(ownTouched(play.state, ann.person)).toBeGreaterThan(before.seq);
    }
    before = now;
  });
});
