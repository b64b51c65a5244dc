import type { SessionCommand } from '@bedside/shared/commands.ts';
import { can } from '@bedside/shared/roles.ts';
import { describe, expect, it } from 'vitest';
import { commandOf, commandTypes } from '../testing/histories.ts';
import { aNode, cast, createPlay, livePlay, publicView } from '../testing/play.ts';
import { patchSince, visible } from './visible.ts';
import type { Decision } from './decide.ts';

const { host, moderator, ann, ben, system } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const types = (decision: Decision) => (decision.ok ? decision.facts.map((fact) => fact.type) : decision.error.code);

describe('session', () => {
  const moves = ['open-session', 'go-live', 'pause-session', 'end-session'] as const;
  const phases = {
    scheduled: [],
    open: ['open-session'],
    live: ['go-live'],
    paused: ['go-live', 'pause-session'],
    ended: ['end-session'],
  } as const;
  const expected = {
    scheduled: ['ok', 'ok', 'wrong-state', 'ok'],
    open: ['wrong-state', 'ok', 'wrong-state', 'ok'],
    live: ['wrong-state', 'wrong-state', 'ok', 'ok'],
    paused: ['wrong-state', 'ok', 'wrong-state', 'ok'],
    ended: ['session-ended', 'session-ended', 'session-ended', 'session-ended'],
  };

  it.each(['scheduled', 'open', 'live', 'paused', 'ended'] as const)('[S1][S2] leads from %s where the rule says', (phase) => {
    const answers = moves.map((type) => {
      const play = createPlay();
      for (const before of phases[phase]) play.must(host, { type: before });
      expect(play.state.phase).toBe(phase);
      return code(play.run(host, { type }));
    });
    expect(answers).toEqual(expected[phase]);
  });

  it('[S3] keeps the first moment live', () => {
    const play = createPlay();
    expect(publicView(play).session.liveAt).toBeNull();
    play.must(host, { type: 'go-live' });
    const { liveAt } = publicView(play).session;
    play.must(host, { type: 'pause-session' });
    play.must(host, { type: 'go-live' });
    expect(liveAt).not.toBeNull();
    expect(publicView(play).session.liveAt).toBe(liveAt);
  });

  it('[S4] ending finishes what is being answered and turns the stream off', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(system, { type: 'start-stream', tracks: ['camera'], node: aNode });
    play.must(host, { type: 'start-answer', questionId });
    expect(types(play.run(host, { type: 'end-session' }))).toEqual(['answer-finished', 'stream-stopped', 'session-ended']);
    const { session, questions } = publicView(play);
    expect(session).toMatchObject({ phase: 'ended', answeringId: null, stream: { status: 'off', tracks: { camera: 'off' } } });
    expect(questions[0]).toMatchObject({ status: 'answered' });
  });

  it('[S4][M5] after the end there is only screening, requeueing and withdrawing', () => {
    const play = livePlay();
    const [approved, pending, skipped] = [play.approved(), play.ask(), play.approved()];
    play.must(host, { type: 'skip-question', questionId: skipped });
    play.must(host, { type: 'end-session' });
    const refused: SessionCommand[] = [
      { type: 'submit-question', text: 'Too late?' },
      { type: 'cast-vote', questionId: approved, on: true },
      { type: 'start-answer', questionId: approved },
      { type: 'finish-answer', questionId: approved },
      { type: 'skip-question', questionId: approved },
      { type: 'pin-question', questionId: approved },
      { type: 'unpin-question', questionId: approved },
      { type: 'set-track', source: 'camera', muted: true },
    ];
    expect(refused.map((command) => code(play.run(host, command)))).toEqual(refused.map(() => 'session-ended'));
    expect(code(play.run(system, { type: 'start-stream', tracks: ['camera'], node: aNode }))).toBe('session-ended');
    play.must(moderator, { type: 'approve-question', questionId: pending });
    play.must(moderator, { type: 'undo-review', questionId: approved });
    play.must(moderator, { type: 'decline-question', questionId: approved, reason: 'unclear' });
    play.must(host, { type: 'requeue-question', questionId: skipped });
    play.must(ann, { type: 'withdraw-question', questionId: pending });
  });
});

describe('stream', () => {
  it('[S5] each stream has a higher epoch, and a report on an older one changes nothing', () => {
    const play = livePlay();
    for (const epoch of [1, 2, 3]) {
      play.must(system, { type: 'start-stream', tracks: ['camera', 'camera'], node: aNode });
      expect(play.state.stream).toEqual({ epoch, status: 'on', onStage: ['camera'], node: aNode, external: false });
    }
    for (const type of ['lose-stream', 'stop-stream'] as const) expect(types(play.run(system, { type, epoch: 2 }))).toEqual([]);
    expect(play.state.stream.status).toBe('on');
  });

  it('[S6] a lost stream keeps the phase, and is lost once', () => {
    const play = livePlay();
    play.must(system, { type: 'start-stream', tracks: ['camera'], node: aNode });
    expect(types(play.run(system, { type: 'lose-stream', epoch: 1 }))).toEqual(['stream-lost']);
    expect(types(play.run(system, { type: 'lose-stream', epoch: 1 }))).toEqual([]);
    expect(publicView(play).session).toMatchObject({ phase: 'live', stream: { status: 'lost', epoch: 1 } });
    expect(types(play.run(system, { type: 'stop-stream', epoch: 1 }))).toEqual(['stream-stopped']);
  });

  it('[S7] muting outlives a lost stream', () => {
    const play = livePlay();
    const tracks = () => publicView(play).session.stream.tracks;
    play.must(system, { type: 'start-stream', tracks: ['camera', 'microphone'], node: aNode });
    expect(tracks()).toEqual({ camera: 'on', microphone: 'on', screen: 'off' });
    play.must(host, { type: 'set-track', source: 'microphone', muted: true });
    play.must(system, { type: 'lose-stream', epoch: 1 });
    play.must(system, { type: 'start-stream', tracks: ['microphone'], node: aNode });
    expect(tracks()).toEqual({ camera: 'off', microphone: 'muted', screen: 'off' });
    expect(types(play.run(host, { type: 'set-track', source: 'microphone', muted: true }))).toEqual([]);
  });

  it('[S21] a rehearsal is before going live, ends with it, and shows nothing to the public', () => {
    const play = createPlay();
    expect(types(play.run(host, { type: 'start-rehearsal' }))).toEqual(['rehearsal-started']);
    expect(types(play.run(host, { type: 'start-rehearsal' }))).toEqual([]);
    play.must(system, { type: 'start-stream', tracks: ['camera', 'microphone'], node: aNode });
    expect(publicView(play).session).not.toHaveProperty('rehearsing');
    for (const audience of ['staff', 'presenter'] as const)
      expect(visible(play.state, audience, play.texts).session).toMatchObject({ rehearsing: true, stream: { status: 'on' } });
    expect(code(play.run(ann, { type: 'stop-rehearsal' }))).toBe('forbidden');
    play.must(host, { type: 'go-live' });
    expect(publicView(play).session.stream).toMatchObject({ epoch: 1, status: 'on' });
    expect(visible(play.state, 'staff', play.texts).session).not.toHaveProperty('rehearsing');
    expect(code(play.run(host, { type: 'start-rehearsal' }))).toBe('wrong-state');
  });

  it('[S21] to the public a rehearsal is as if nothing were: no epoch, no voice, no patch', () => {
    const play = createPlay();
    play.must(host, { type: 'open-session' });
    const seen = () => ({ ...publicView(play), seq: 0 });
    const [before, since] = [seen(), play.state.seq];
    const tracks = ['microphone', 'camera'] as const;
    const rehearse = () => {
      play.must(system, { type: 'start-stream', tracks, node: aNode });
      play.must(system, { type: 'lose-stream', epoch: play.state.stream.epoch });
      play.must(system, { type: 'start-stream', tracks, node: aNode });
      for (const channel of ['cohost', 'interpreter'] as const) play.must(system, { type: 'start-stream', tracks, node: aNode, channel });
      play.must(host, { type: 'set-track', source: 'camera', muted: true });
      expect(seen()).toEqual(before);
      expect(patchSince(play.state, 'public', since, play.texts)).toEqual({ from: since, to: play.state.seq, put: [], remove: [] });
    };
    // Also with no rehearsal: what were told then alone would tell of one by its absence.
    rehearse();
    play.must(host, { type: 'start-rehearsal' });
    rehearse();
    play.must(host, { type: 'stop-rehearsal' });
    expect(seen()).toEqual(before);
    expect(visible(play.state, 'staff', play.texts).session.voices?.cohost?.stream).toMatchObject({ epoch: 2, status: 'on' });
    play.must(host, { type: 'go-live' });
    expect(publicView(play).session).toMatchObject({ stream: { epoch: 4, status: 'on' }, voices: { cohost: { stream: { epoch: 2 } } } });
    expect(patchSince(play.state, 'public', since, play.texts)).toMatchObject({ session: publicView(play).session });
  });

  it('[S18] a layout is chosen by the host, whatever is shared, and outlives any stream', () => {
    const play = livePlay();
    const layout = () => publicView(play).session.layout;
    expect(layout()).toBe('picture-in-picture');
    expect(types(play.run(host, { type: 'set-layout', layout: 'screen' }))).toEqual(['layout-set']);
    expect(types(play.run(host, { type: 'set-layout', layout: 'screen' }))).toEqual([]);
    play.must(system, { type: 'start-stream', tracks: ['camera', 'screen'], node: aNode });
    play.must(system, { type: 'lose-stream', epoch: 1 });
    expect(layout()).toBe('screen');
    expect(code(play.run(ann, { type: 'set-layout', layout: 'camera' }))).toBe('forbidden');
    play.must(host, { type: 'end-session' });
    expect(code(play.run(host, { type: 'set-layout', layout: 'camera' }))).toBe('session-ended');
  });
});

describe('questions', () => {
  it('[Q1] are taken while open, live and paused', () => {
    const play = createPlay();
    const ask = () => code(play.run(ann, { type: 'submit-question', text: 'Is this normal?' }));
    expect(ask()).toBe('session-not-open');
    for (const type of ['open-session', 'go-live', 'pause-session'] as const) {
      play.must(host, { type });
      expect(ask()).toBe('ok');
    }
    play.must(host, { type: 'end-session' });
    expect(ask()).toBe('session-ended');
  });

  it('[Q6] are withdrawn by the asker alone, and their votes with them', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(ben, { type: 'cast-vote', questionId, on: true });
    for (const other of [ben, host, moderator]) expect(code(play.run(other, { type: 'withdraw-question', questionId }))).toBe('forbidden');
    play.must(ann, { type: 'withdraw-question', questionId });
    expect(play.state.questions.get(questionId)).toMatchObject({ status: 'withdrawn', voters: new Set() });
    expect(code(play.run(ann, { type: 'withdraw-question', questionId }))).toBe('wrong-state');
  });

  it('[Q6] being answered or answered, can not be withdrawn', () => {
    const play = livePlay();
    const questionId = play.approved();
    for (const type of ['start-answer', 'finish-answer'] as const) {
      play.must(host, { type, questionId });
      expect(code(play.run(ann, { type: 'withdraw-question', questionId }))).toBe('wrong-state');
    }
  });

  it('[Q7] starting on another finishes the one before', () => {
    const play = livePlay();
    const [first, second] = [play.approved(), play.approved()];
    play.must(host, { type: 'start-answer', questionId: first });
    expect(types(play.run(host, { type: 'start-answer', questionId: second }))).toEqual(['answer-finished', 'answer-started']);
    expect(publicView(play).session.answeringId).toBe(second);
    expect(publicView(play).questions.map((row) => row.status)).toEqual(['answered', 'answering']);
  });

  // The statuses in the order of the columns; what a command makes of a question in each.
  const ways = {
    pending: [],
    approved: ['approve-question'],
    skipped: ['approve-question', 'skip-question'],
    answering: ['approve-question', 'start-answer'],
    answered: ['approve-question', 'start-answer', 'finish-answer'],
    declined: ['decline-question'],
  } as const;
  const table = {
    'approve-question': ['approved', '', '', '', '', ''],
    'decline-question': ['declined', '', '', '', '', ''],
    'undo-review': ['', 'pending', 'pending', '', '', 'pending'],
    'start-answer': ['', 'answering', 'answering', '', '', ''],
    'finish-answer': ['', '', '', 'answered', '', ''],
    'skip-question': ['', 'skipped', '', 'skipped', '', ''],
    'requeue-question': ['', '', 'approved', 'approved', 'approved', ''],
  } as const;
  const command = (type: keyof typeof table, questionId: ReturnType<ReturnType<typeof livePlay>['ask']>): SessionCommand =>
    type === 'decline-question' ? { type, questionId, reason: 'off-topic' } : { type, questionId };
  const byWhom = (type: keyof typeof table) => (can('moderator', type) ? moderator : host);

  it.each(Object.keys(table).filter((type): type is keyof typeof table => type in table))('[Q4][Q11][M2][M4] %s', (type) => {
    const results = Object.values(ways).map((way) => {
      const play = livePlay();
      const questionId = play.ask();
      for (const before of way) play.must(byWhom(before), command(before, questionId));
      const before = play.state.questions.get(questionId)?.status;
      const decision = play.run(byWhom(type), command(type, questionId));
      const after = play.state.questions.get(questionId)?.status;
      return decision.ok ? after : after === before ? '' : 'changed though refused';
    });
    expect(results).toEqual(table[type]);
  });

  it('[Q12] one is pinned, and no more once it stops being public', () => {
    const play = livePlay();
    const [first, second, pending] = [play.approved(), play.approved(), play.ask()];
    play.must(host, { type: 'pin-question', questionId: first });
    expect(types(play.run(host, { type: 'pin-question', questionId: first }))).toEqual([]);
    play.must(moderator, { type: 'pin-question', questionId: second });
    expect(publicView(play).session.pinnedId).toBe(second);
    expect(code(play.run(moderator, { type: 'pin-question', questionId: pending }))).toBe('wrong-state');
    play.must(host, { type: 'unpin-question', questionId: first });
    expect(publicView(play).session.pinnedId).toBe(second);
    play.must(moderator, { type: 'undo-review', questionId: second });
    expect(publicView(play).session.pinnedId).toBeNull();
  });

  it('[Q13] answering starts only while live or paused', () => {
    const play = createPlay();
    play.must(host, { type: 'open-session' });
    const questionId = play.must(ann, { type: 'submit-question', text: 'Is this normal?' });
    play.must(moderator, { type: 'approve-question', questionId });
    expect(code(play.run(host, { type: 'start-answer', questionId }))).toBe('wrong-state');
    play.must(host, { type: 'go-live' });
    play.must(host, { type: 'pause-session' });
    play.must(host, { type: 'start-answer', questionId });
  });

  it('[Q10] a question is answered when its answer ends, and not any more once it is back in the queue', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(host, { type: 'start-answer', questionId });
    play.must(host, { type: 'finish-answer', questionId });
    expect(publicView(play).questions[0]?.answeredAt).toBe(play.events.at(-1)?.at);
    play.must(host, { type: 'requeue-question', questionId });
    expect(publicView(play).questions[0]?.answeredAt).toBeNull();
  });
});

describe('moderation', () => {
  it('[M1] no refusal tells of a question that was never public', () => {
    const play = livePlay();
    const questionId = play.ask();
    for (const type of ['withdraw-question', 'cast-vote'] as const) {
      const vote: SessionCommand = type === 'cast-vote' ? { type, questionId, on: true } : { type, questionId };
      expect(code(play.run(ben, vote))).toBe('not-found');
    }
    expect(code(play.run(host, { type: 'start-answer', questionId }))).toBe('not-found');
    expect(code(play.run(ann, { type: 'cast-vote', questionId, on: true }))).toBe('wrong-state');
  });

  it('[M1] no refusal tells what became of a question that left the public view', () => {
    const fates: SessionCommand['type'][][] = [['undo-review'], ['undo-review', 'decline-question'], ['withdraw-question']];
    const told = fates.map((fate) => {
      const play = livePlay();
      const questionId = play.approved();
      for (const type of fate) {
        if (type === 'decline-question') play.must(moderator, { type, questionId, reason: 'off-topic' });
        else if (type === 'undo-review') play.must(moderator, { type, questionId });
        else play.must(ann, { type: 'withdraw-question', questionId });
      }
      const says = (decision: Decision) => (decision.ok ? 'ok' : decision.error.message);
      const status = play.state.questions.get(questionId)?.status;
      for (const by of [ann, moderator]) {
        const vote = play.run(by, { type: 'cast-vote', questionId, on: true });
        expect(says(vote)).toBe(`the question is ${status}`);
      }
      return [
        play.run(ben, { type: 'cast-vote', questionId, on: true }),
        play.run(host, { type: 'start-answer', questionId }),
        play.run(host, { type: 'pin-question', questionId }),
      ].map(says);
    });
    expect(told).toEqual(fates.map(() => ['not possible now', 'not possible now', 'not possible now']));
  });

  it('[M4] votes of a question taken back come back with it', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(ben, { type: 'cast-vote', questionId, on: true });
    play.must(moderator, { type: 'undo-review', questionId });
    expect(publicView(play).questions).toEqual([]);
    play.must(moderator, { type: 'approve-question', questionId });
    expect(publicView(play).questions[0]?.votes).toBe(1);
  });
});

describe('votes', () => {
  it('[V1][V2] a vote says what it should be; the same again changes nothing', () => {
    const play = livePlay();
    const questionId = play.approved();
    const vote = (on: boolean) => types(play.run(ben, { type: 'cast-vote', questionId, on }));
    expect([vote(false), vote(true), vote(true), vote(false)]).toEqual([[], ['votes-cast'], [], ['votes-cast']]);
  });

  it('[V3] are taken on approved, skipped and answering questions, one’s own included', () => {
    const play = livePlay();
    const questionId = play.approved();
    const vote = () => code(play.run(ann, { type: 'cast-vote', questionId, on: true }));
    expect(vote()).toBe('ok');
    play.must(host, { type: 'skip-question', questionId });
    expect(vote()).toBe('ok');
    play.must(host, { type: 'start-answer', questionId });
    expect(vote()).toBe('ok');
    play.must(host, { type: 'finish-answer', questionId });
    expect(vote()).toBe('wrong-state');
  });
});

describe('access', () => {
  it('[A4] every command is refused to who may not, whatever the state', () => {
    const play = livePlay();
    play.approved();
    const names = Object.keys(cast).filter((name): name is keyof typeof cast => name in cast);
    const tried = names.flatMap((who) => commandTypes.map((type) => commandOf({ type, who, honest: false, which: 0, on: true }, play, 1)));
    const refused = tried.filter(({ by, command }) => !can(by.role, command.type));
    expect(refused.length).toBeGreaterThan(60);
    expect(refused.filter(({ by, command }) => code(play.run(by, command)) !== 'forbidden')).toEqual([]);
  });
});
