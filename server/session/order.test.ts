import type { SessionCommand } from '@bedside/shared/commands.ts';
import { limits } from '@bedside/shared/limits.ts';
import { pendingQueue } from '@bedside/shared/ordering.ts';
import { describe, expect, it } from 'vitest';
import { cast, createPlay, livePlay, type Play, publicView } from '../testing/play.ts';
import type { Decision } from './decide.ts';
import { ownPatchSince, patchSince, visible, visibleToAuthor } from './visible.ts';

const { host, moderator, screener, ann, ben, cho } = cast;
const code = (decision: Decision) => (decision.ok ? 'ok' : decision.error.code);
const types = (decision: Decision) => (decision.ok ? decision.facts.map((fact) => fact.type) : decision.error.code);
const wait = (decision: Decision) => (decision.ok ? 'ok' : decision.error.retryAfterMs);
const ask = { type: 'submit-question', text: 'May I ask?' } as const;
const staffView = (play: Play) => visible(play.state, 'staff', play.texts);

describe('marks', () => {
  it('[F4][H1][G1] are kept as codes: red flags for staff and the asker, the others for staff', () => {
    const play = livePlay();
    play.ask('This is private, rude and flagged');
    const [row] = staffView(play).questions;
    expect(row).toMatchObject({ redFlags: ['chest-pain'], personal: ['phone'], abuse: ['profanity'], status: 'pending' });
    const [own] = visibleToAuthor(play.state, ann.person, play.texts).questions;
    expect(own).toMatchObject({ redFlags: ['chest-pain'] });
    for (const member of ['personal', 'abuse', 'asker']) expect(own).not.toHaveProperty(member);
    expect(JSON.stringify(play.events)).not.toContain('private, rude');
  });

  it('[F1] the asker confirms once to have read where to get help', () => {
    const play = livePlay();
    const [plain, questionId] = [play.ask(), play.ask('This is flagged')];
    expect(code(play.run(ben, { type: 'confirm-emergency', questionId }))).toBe('not-found');
    expect(code(play.run(ann, { type: 'confirm-emergency', questionId: plain }))).toBe('wrong-state');
    play.must(ann, { type: 'confirm-emergency', questionId });
    expect(types(play.run(ann, { type: 'confirm-emergency', questionId }))).toEqual([]);
    expect(staffView(play).questions[1]).toMatchObject({ emergencyRead: true });
  });

  it('[M6] what waits shows red flags first, then objections, then the oldest', () => {
    const play = livePlay();
    const [old, objected, urgent] = [play.ask(), play.ask(), play.ask('This is flagged')];
    play.must(screener, { type: 'edit-question', questionId: objected, text: 'Another text', showName: true });
    play.must(ann, { type: 'object-to-edit', questionId: objected });
    expect(pendingQueue(staffView(play).questions).map(({ id }) => id)).toEqual([urgent, objected, old]);
  });
});

describe('people', () => {
  it('[H2] a mute refuses questions, and nothing else; its asker sees it', () => {
    const play = livePlay();
    const questionId = play.approved();
    play.must(screener, { type: 'restrict-asker', questionId, restriction: 'mute' });
    expect(code(play.run(ann, ask))).toBe('muted');
    play.must(ann, { type: 'cast-vote', questionId, on: true });
    expect(visibleToAuthor(play.state, ann.person, play.texts)).toMatchObject({ mutedUntil: null });
    expect(staffView(play).questions[0]).toMatchObject({ asker: 1, restriction: { kind: 'mute', until: null } });
    play.must(screener, { type: 'lift-restriction', questionId });
    expect(visibleToAuthor(play.state, ann.person, play.texts)).not.toHaveProperty('mutedUntil');
    play.must(ann, ask);
    play.must(ben, ask);
    expect(staffView(play).questions.map(({ asker }) => asker)).toEqual([1, 1, 2]);
  });

  it('[H2] who is removed does nothing for so long, who is banned nothing at all', () => {
    const play = livePlay();
    const questionId = play.approved();
    const tries: SessionCommand[] = [ask, { type: 'cast-vote', questionId, on: true }, { type: 'withdraw-question', questionId }];
    play.must(screener, { type: 'restrict-asker', questionId, restriction: 'remove' });
    expect(tries.map((command) => code(play.run(ann, command)))).toEqual(tries.map(() => 'removed'));
    expect(wait(play.run(ann, ask))).toBe(limits.removeMs - 10);
    play.wait(limits.removeMs);
    play.must(ann, { type: 'cast-vote', questionId, on: true });
    play.must(moderator, { type: 'restrict-asker', questionId, restriction: 'ban' });
    play.wait(100 * limits.removeMs);
    expect([code(play.run(ann, ask)), wait(play.run(ann, ask))]).toEqual(['removed', undefined]);
    play.must(moderator, { type: 'lift-restriction', questionId });
    play.must(ann, ask);
  });

  it('[H2] a milder restriction weakens nothing that holds', () => {
    const play = livePlay();
    const questionId = play.approved();
    const restrict = (restriction: 'mute' | 'remove' | 'ban') => play.run(screener, { type: 'restrict-asker', questionId, restriction });
    const vote = () => code(play.run(ann, { type: 'cast-vote', questionId, on: true }));
    restrict('ban');
    expect((['mute', 'remove', 'ban'] as const).map((kind) => types(restrict(kind)))).toEqual([[], [], []]);
    play.wait(limits.removeMs);
    expect(vote()).toBe('removed');
    expect(staffView(play).questions[0]).toMatchObject({ restriction: { kind: 'ban', until: null } });
    play.must(moderator, { type: 'lift-restriction', questionId });
    expect([vote(), code(play.run(ann, ask))]).toEqual(['ok', 'ok']);
  });

  it('[H2] who was muted, before a removal or during it, is muted again when that has run out', () => {
    for (const kinds of [['mute', 'remove'] as const, ['remove', 'mute'] as const]) {
      const play = livePlay();
      const questionId = play.approved();
      for (const restriction of kinds) play.must(screener, { type: 'restrict-asker', questionId, restriction });
      expect([code(play.run(ann, ask)), staffView(play).session.heldBack?.map(({ kind }) => kind)]).toEqual([
        'removed',
        ['remove', 'mute'],
      ]);
      play.wait(limits.removeMs);
      expect([code(play.run(ann, ask)), types(play.run(screener, { type: 'restrict-asker', questionId, restriction: 'mute' }))]).toEqual([
        'muted',
        [],
      ]);
      play.must(screener, { type: 'lift-restriction', questionId });
      play.must(ann, ask);
    }
  });

  it('[H2] staff see who is held to what, whichever of their questions still show, and can lift it', () => {
    const play = livePlay();
    const [first, second] = [play.ask(), play.ask()];
    const theirs = play.must(ben, ask);
    play.must(screener, { type: 'restrict-asker', questionId: second, restriction: 'mute' });
    play.must(screener, { type: 'restrict-asker', questionId: theirs, restriction: 'remove' });
    for (const questionId of [first, second]) play.must(ann, { type: 'withdraw-question', questionId });
    const held = () => staffView(play).session.heldBack;
    const until = play.events.flatMap(({ fact }) => (fact.type === 'asker-restricted' ? [fact.until] : []))[1];
    expect(held()).toEqual([
      { asker: 1, questionId: first, kind: 'mute', until: null },
      { asker: 2, questionId: theirs, kind: 'remove', until },
    ]);
    const before = play.state.seq;
    play.must(screener, { type: 'lift-restriction', questionId: held()?.[0]?.questionId ?? theirs });
    expect(patchSince(play.state, 'staff', before, play.texts)?.session?.heldBack).toHaveLength(1);
    expect([publicView(play).session, visible(play.state, 'presenter', play.texts).session].map((row) => 'heldBack' in row)).toEqual([
      false,
      false,
    ]);
    play.must(ann, ask);
  });

  it('[H7] nobody who has another role is held to anything', () => {
    const play = livePlay();
    const questionId = play.must(moderator, ask);
    expect(code(play.run(screener, { type: 'restrict-asker', questionId, restriction: 'ban' }))).toBe('forbidden');
  });

  it('[H3] reports count once a person by reason, until they are dismissed', () => {
    const play = livePlay();
    const [questionId, pending] = [play.approved(), play.ask()];
    const report = (by: typeof ben, reason: 'misleading' | 'other' = 'misleading') =>
      play.run(by, { type: 'report-question', questionId, reason });
    report(ben);
    report(cho, 'other');
    report(ann);
    expect(types(report(ben, 'other'))).toEqual([]);
    const reports = () => staffView(play).questions[0]?.reports;
    expect(reports()).toEqual([
      { reason: 'misleading', count: 2 },
      { reason: 'other', count: 1 },
    ]);
    play.must(screener, { type: 'dismiss-reports', questionId });
    expect([reports(), types(report(ben))]).toEqual([undefined, []]);
    expect(code(play.run(ben, { type: 'report-question', questionId: pending, reason: 'other' }))).toBe('not-found');
  });
});

describe('the queue', () => {
  it('[H4] takes no question while it is locked', () => {
    const play = livePlay();
    play.must(screener, { type: 'lock-queue' });
    expect([code(play.run(ann, ask)), publicView(play).session.queueLocked]).toEqual(['queue-locked', true]);
    expect(types(play.run(screener, { type: 'lock-queue' }))).toEqual([]);
    play.must(screener, { type: 'unlock-queue' });
    play.must(ann, ask);
  });

  it('[H5] in slow mode takes one’s next question after so long, and says after how long', () => {
    const play = livePlay();
    play.must(screener, { type: 'set-slow-mode', seconds: 30 });
    play.must(ann, ask);
    const refused = play.run(ann, ask);
    expect([code(refused), wait(refused)]).toEqual(['slow-mode', 29_990]);
    play.must(ben, ask);
    play.wait(30_000);
    play.must(ann, ask);
  });
});

describe('an emergency', () => {
  it('[H6] pauses, locks, and takes every question out of the public view until it is over', () => {
    const play = livePlay();
    const [one, two, waits] = [play.approved(), play.approved(), play.ask()];
    play.must(host, { type: 'pin-question', questionId: one });
    play.must(host, { type: 'start-answer', questionId: two });
    const before = play.state.seq;
    play.must(host, { type: 'close-emergency' });
    expect(publicView(play)).toMatchObject({
      session: { phase: 'paused', closed: true, queueLocked: true, pinnedId: null, answeringId: null },
      questions: [],
    });
    expect(patchSince(play.state, 'public', before, play.texts)).toMatchObject({ put: [], remove: [one, two] });
    expect(patchSince(play.state, 'presenter', before, play.texts)).toMatchObject({ put: [], remove: [] });
    expect(visible(play.state, 'presenter', play.texts).questions).toHaveLength(2);
    expect(types(play.run(moderator, { type: 'close-emergency' }))).toEqual([]);

    const closed = play.state.seq;
    play.must(screener, { type: 'approve-question', questionId: waits });
    expect(JSON.stringify(patchSince(play.state, 'public', closed, play.texts))).not.toContain(waits);
    const refused: [typeof ben, SessionCommand][] = [
      [ben, { type: 'cast-vote', questionId: waits, on: true }],
      [ben, { type: 'report-question', questionId: one, reason: 'other' }],
    ];
    expect(refused.map(([by, command]) => code(play.run(by, command)))).toEqual(['wrong-state', 'wrong-state']);
    expect(code(play.run(host, { type: 'go-live' }))).toBe('wrong-state');
    expect(code(play.run(screener, { type: 'unlock-queue' }))).toBe('wrong-state');
    play.must(screener, { type: 'undo-review', questionId: waits });
    expect(patchSince(play.state, 'public', before, play.texts)?.remove).toEqual([one, two]);
    expect(patchSince(play.state, 'presenter', closed, play.texts)?.remove).toEqual([waits]);

    const reopened = play.state.seq;
    play.must(moderator, { type: 'reopen-session' });
    expect(patchSince(play.state, 'public', reopened, play.texts)?.put.map(({ id }) => id)).toEqual([one, two]);
    expect(patchSince(play.state, 'presenter', reopened, play.texts)?.put).toEqual([]);
    expect(publicView(play).session).toMatchObject({ phase: 'paused', closed: false, queueLocked: true, pinnedId: one, answeringId: two });
    expect(types(play.run(moderator, { type: 'reopen-session' }))).toEqual([]);
  });

  it('[H6] a person’s own view names none either, until it is over', () => {
    const play = livePlay();
    const [target, voted] = [play.must(ben, ask), play.must(ben, ask)];
    for (const questionId of [target, voted]) play.must(screener, { type: 'approve-question', questionId });
    const child = play.ask();
    play.must(screener, { type: 'merge-question', questionId: child, into: target });
    play.must(ann, { type: 'cast-vote', questionId: voted, on: true });
    const own = () => visibleToAuthor(play.state, ann.person, play.texts);
    const shown = { votes: own().votes.toSorted(), into: own().questions[0]?.mergedInto };
    expect(shown).toEqual({ votes: [target, voted].toSorted(), into: target });
    const before = play.state.seq;
    play.must(host, { type: 'close-emergency' });
    expect(JSON.stringify([own(), ownPatchSince(play.state, ann.person, before, play.texts)])).not.toMatch(`"${target}"|"${voted}"`);
    const closed = play.state.seq;
    play.must(moderator, { type: 'reopen-session' });
    expect({ votes: own().votes.toSorted(), into: own().questions[0]?.mergedInto }).toEqual(shown);
    expect(ownPatchSince(play.state, ann.person, closed, play.texts)).toMatchObject({ votes: own().votes, put: own().questions });
  });

  it('[H6] an open session stays open', () => {
    const play = createPlay();
    play.must(host, { type: 'open-session' });
    expect(types(play.run(moderator, { type: 'close-emergency' }))).toEqual(['queue-locked', 'session-closed']);
  });
});

it('[E1] a reason with few declines is left out, and no further decline shows before there are as many again', () => {
  const play = livePlay();
  const declined = () => {
    const { declined: by, declinedForOthers } = publicView(play).counts;
    return [by, declinedForOthers];
  };
  expect(declined()).toEqual([{}, false]);
  for (let count = 1; count < limits.smallCount; count++) {
    const before = play.state.seq + 1;
    play.must(screener, { type: 'decline-question', questionId: play.ask(), reason: 'off-topic' });
    expect(declined()).toEqual([{}, true]);
    // Which of the few it was is not told by when the counts come.
    expect('counts' in (patchSince(play.state, 'public', before, play.texts) ?? {})).toBe(count === 1);
  }
  play.must(screener, { type: 'decline-question', questionId: play.ask(), reason: 'off-topic' });
  expect(declined()).toEqual([{ 'off-topic': limits.smallCount }, false]);
  for (let count = 1; count < limits.smallCount; count++) {
    // Nor is it told by a patch that it moved.
    const before = play.state.seq + 1;
    play.must(screener, { type: 'decline-question', questionId: play.ask(), reason: 'off-topic' });
    expect('counts' in (patchSince(play.state, 'public', before, play.texts) ?? {})).toBe(false);
  }
  expect(declined()).toEqual([{ 'off-topic': limits.smallCount }, false]);
  play.must(screener, { type: 'decline-question', questionId: play.ask(), reason: 'off-topic' });
  expect(declined()).toEqual([{ 'off-topic': 2 * limits.smallCount }, false]);
});

it('[S4] after the end nobody is held to anything new and the queue stays as it is; what was, can be lifted', () => {
  const play = livePlay();
  const questionId = play.approved();
  play.must(screener, { type: 'restrict-asker', questionId, restriction: 'mute' });
  play.must(host, { type: 'end-session' });
  const refused: SessionCommand[] = [
    { type: 'restrict-asker', questionId, restriction: 'ban' },
    { type: 'set-slow-mode', seconds: 5 },
    { type: 'lock-queue' },
    { type: 'unlock-queue' },
    { type: 'close-emergency' },
    { type: 'report-question', questionId, reason: 'other' },
  ];
  expect(refused.map((command) => code(play.run(moderator, command)))).toEqual(refused.map(() => 'session-ended'));
  play.must(moderator, { type: 'lift-restriction', questionId });
});

it('[H6] what ended while it was closed can be shown again', () => {
  const play = livePlay();
  const questionId = play.approved();
  play.must(moderator, { type: 'close-emergency' });
  play.must(host, { type: 'end-session' });
  expect(visible(play.state, 'public', play.texts).questions).toEqual([]);
  play.must(moderator, { type: 'reopen-session' });
  expect(visible(play.state, 'public', play.texts).questions.map(({ id }) => id)).toEqual([questionId]);
  expect(play.state.phase).toBe('ended');
});
