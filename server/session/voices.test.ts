import { CONSENT_VERSION } from '@bedside/shared/commands.ts';
import { HandId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { raisedHands } from '@bedside/shared/ordering.ts';
import { expect, it } from 'vitest';
import { aNode, cast, createPlay, livePlay, type Play } from '../testing/play.ts';
import { Fact } from './events.ts';
import { visible, visibleToAuthor } from './visible.ts';

const { ann, ben, cohost, host, interpreter, moderator, screener, system } = cast;

const codeOf = (decision: ReturnType<Play['run']>) => (decision.ok ? 'ok' : decision.error.code);
const views = ({ state, texts }: Play) => ({
  everybody: visible(state, 'public', texts).session,
  presenter: visible(state, 'presenter', texts).session,
  staff: visible(state, 'staff', texts).session,
  ann: visibleToAuthor(state, ann.person, texts),
});

function raised(play: Play, by: typeof ann | typeof ben = ann): HandId {
  play.must(by, { type: 'raise-hand', topic: 'Sleeping with asthma', name: 'Ann from Leeds' });
  return [...play.state.hands.keys()].at(-1) ?? HandId.parse('none');
}

function onStage(play: Play): HandId {
  const handId = raised(play);
  play.must(screener, { type: 'invite-guest', handId });
  play.must(ann, { type: 'consent-to-stage', version: CONSENT_VERSION });
  play.must(host, { type: 'admit-guest', handId });
  return handId;
}

const send = (play: Play, channel: 'main' | 'cohost' | 'guest' | 'interpreter', person = ann.person) =>
  play.run(system, { type: 'start-stream', tracks: ['microphone', 'camera'], node: aNode, channel, person });

it('[T1] each channel has an epoch, tracks and a mute of its own, and a log that names none means the doctor’s', () => {
  const play = livePlay();
  expect([send(play, 'main'), send(play, 'cohost'), send(play, 'cohost'), send(play, 'interpreter')].map(codeOf)).toEqual(
    Array(4).fill('ok'),
  );
  play.must(cohost, { type: 'set-track', source: 'microphone', muted: true });
  play.must(system, { type: 'lose-stream', epoch: 1, channel: 'interpreter' });
  const { stream, voices } = views(play).everybody;
  expect([stream.epoch, voices?.cohost?.stream.epoch, voices?.interpreter?.stream.epoch, voices?.guest]).toEqual([1, 2, 1, undefined]);
  expect([stream.tracks.microphone, voices?.cohost?.stream.tracks.microphone]).toEqual(['on', 'muted']);
  expect([stream.status, voices?.cohost?.stream.status, voices?.interpreter?.stream.status]).toEqual(['on', 'on', 'lost']);
  // A report on another channel's epoch changes nothing.
  play.must(system, { type: 'lose-stream', epoch: 2, channel: 'main' });
  expect(views(play).everybody.stream.status).toBe('on');
  expect(Fact.parse({ type: 'stream-lost', epoch: 1 })).toEqual({ type: 'stream-lost', epoch: 1 });
  expect(play.events.find(({ fact }) => fact.type === 'stream-started')?.fact).not.toHaveProperty('channel');
});

it('[S4][T1] the end of a session turns every channel off, takes hands down and erases what they said', () => {
  const play = livePlay();
  onStage(play);
  raised(play, ben);
  for (const channel of ['main', 'cohost', 'guest', 'interpreter'] as const) send(play, channel);
  play.must(host, { type: 'end-session' });
  const { everybody, staff } = views(play);
  expect(everybody.stream.status).toBe('off');
  expect(Object.values(everybody.voices ?? {}).map(({ stream }) => stream.status)).toEqual(['off', 'off', 'off']);
  expect([staff.hands, staff.guest, play.texts.size]).toEqual([[], undefined, 0]);
  expect(codeOf(send(play, 'cohost'))).toBe('session-ended');
});

it('[T3] who was taken off stage sends nothing until let back', () => {
  const play = livePlay();
  send(play, 'cohost');
  expect(codeOf(play.run(screener, { type: 'set-voice', voice: 'cohost', open: false }))).toBe('forbidden');
  play.must(host, { type: 'set-voice', voice: 'cohost', open: false });
  expect(views(play).everybody.voices?.cohost).toMatchObject({ open: false, stream: { epoch: 1, status: 'off' } });
  expect([codeOf(send(play, 'cohost')), codeOf(play.run(cohost, { type: 'set-track', source: 'camera', muted: true }))]).toEqual([
    'wrong-state',
    'wrong-state',
  ]);
  play.must(moderator, { type: 'set-voice', voice: 'cohost', open: true });
  expect(codeOf(send(play, 'cohost'))).toBe('ok');
});

it('[T4][A9] a voice’s name and language are everybody’s; a name before is erased', () => {
  const play = livePlay();
  play.must(interpreter, { type: 'introduce-voice', name: 'Inés', language: 'es' });
  play.must(interpreter, { type: 'introduce-voice', name: 'Inés R.', language: 'es-MX' });
  play.must(cohost, { type: 'introduce-voice', name: 'Dr Beside' });
  const { voices } = views(play).everybody;
  expect(voices?.interpreter).toMatchObject({ name: 'Inés R.', language: 'es-MX' });
  expect(voices?.cohost).toMatchObject({ name: 'Dr Beside', language: null });
  expect([...play.texts.values()]).toEqual(['Inés R.', 'Dr Beside']);
});

it('[T5] a hand is its owner’s and moderators’: the presenter counts it, nobody else knows', () => {
  const play = livePlay();
  const handId = raised(play);
  const { everybody, presenter, staff, ann: own } = views(play);
  expect(staff.hands).toEqual([{ id: handId, topic: 'Sleeping with asthma', name: 'Ann from Leeds', raisedAt: expect.any(Number) }]);
  expect(own.hand).toMatchObject({ id: handId, stage: 'raised' });
  expect([presenter.handsUp, presenter.hands, everybody.handsUp, everybody.hands]).toEqual([1, undefined, undefined, undefined]);
  expect(visibleToAuthor(play.state, ben.person, play.texts).hand).toBeUndefined();
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('wrong-state');
  expect(codeOf(play.run(moderator, { type: 'raise-hand' }))).toBe('forbidden');
  play.must(ann, { type: 'lower-hand' });
  expect([views(play).staff.hands, play.texts.size]).toEqual([[], 0]);
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('ok');
});

it('[F6] the signs in what a hand is about are for its owner and staff, who see it first; that help was read is said once', () => {
  const play = livePlay();
  raised(play, ben);
  play.wait(1000);
  play.must(ann, { type: 'raise-hand', topic: 'This is flagged' });
  const hands = () => raisedHands(views(play).staff.hands ?? []);
  expect(hands()[0]).toMatchObject({ topic: 'This is flagged', redFlags: ['chest-pain'] });
  expect(hands()[1]).not.toHaveProperty('redFlags');
  expect(hands()[0]).not.toHaveProperty('emergencyRead');
  expect(views(play).ann.hand).toMatchObject({ redFlags: ['chest-pain'], stage: 'raised' });
  expect(play.events.at(-1)?.fact).toMatchObject({ type: 'hand-raised', redFlags: ['chest-pain'] });

  expect(codeOf(play.run(ben, { type: 'confirm-hand-emergency' }))).toBe('wrong-state');
  expect(codeOf(play.run(cast.moderator, { type: 'confirm-hand-emergency' }))).toBe('forbidden');
  play.must(ann, { type: 'confirm-hand-emergency' });
  expect(play.run(ann, { type: 'confirm-hand-emergency' })).toMatchObject({ ok: true, facts: [] });
  expect([hands()[0]?.emergencyRead, views(play).ann.hand?.emergencyRead]).toEqual([true, true]);
  expect(JSON.stringify(views(play).presenter)).not.toContain('chest-pain');
});

it('[F6] signs go on with who is invited, and can be said to be read on the way to the stage', () => {
  const play = livePlay();
  play.must(ann, { type: 'raise-hand', topic: 'This is flagged' });
  play.must(screener, { type: 'invite-guest', handId: [...play.state.hands.keys()][0] ?? HandId.parse('none') });
  expect(views(play).ann.hand).toMatchObject({ redFlags: ['chest-pain'], stage: 'invited' });
  play.must(ann, { type: 'confirm-hand-emergency' });
  expect(views(play).ann.hand).toMatchObject({ emergencyRead: true, stage: 'invited' });
  play.must(ann, { type: 'lower-hand' });
  expect(codeOf(play.run(ann, { type: 'confirm-hand-emergency' }))).toBe('not-found');
});

it('[T5] hands are raised while questions are taken, and not soon after moderators said no', () => {
  const before = createPlay();
  expect(codeOf(before.run(ann, { type: 'raise-hand' }))).toBe('session-not-open');
  const play = livePlay();
  play.must(screener, { type: 'dismiss-hand', handId: raised(play) });
  expect(play.run(ann, { type: 'raise-hand' })).toMatchObject({ error: { code: 'slow-mode', retryAfterMs: expect.any(Number) } });
  expect(codeOf(play.run(ben, { type: 'raise-hand' }))).toBe('ok');
  play.wait(limits.handRestMs);
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('ok');
});

it('[T5][T8] who was taken off by somebody raises no hand for a while either, and sees until when', () => {
  for (const by of [screener, host, cohost]) {
    const play = livePlay();
    play.must(by, { type: 'remove-guest', handId: onStage(play) });
    expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('slow-mode');
    const { handRestUntil = 0, hand } = views(play).ann;
    expect([handRestUntil > limits.handRestMs, hand]).toEqual([true, undefined]);
    play.wait(limits.handRestMs);
    expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('ok');
  }
});

it('[T5][T9][H6] who left, was not heard any more or was taken off by an emergency may raise one at once', () => {
  const play = livePlay();
  onStage(play);
  play.must(ann, { type: 'lower-hand' });
  onStage(play);
  play.wait(limits.guestGoneMs);
  play.must(system, { type: 'free-stage' });
  onStage(play);
  play.must(moderator, { type: 'close-emergency' });
  expect([play.state.guest, views(play).ann.handRestUntil]).toEqual([null, undefined]);
  play.must(moderator, { type: 'reopen-session' });
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('ok');
});

it('[T6][T7][T8] one at a time comes on stage: invited, consenting, admitted; the name is public from then on', () => {
  const play = livePlay();
  const [handId, other] = [raised(play), raised(play, ben)];
  expect(codeOf(play.run(host, { type: 'invite-guest', handId }))).toBe('forbidden');
  play.must(screener, { type: 'invite-guest', handId });
  expect(codeOf(play.run(screener, { type: 'invite-guest', handId: other }))).toBe('wrong-state');
  expect([views(play).presenter.guest?.name, views(play).everybody.guest]).toEqual(['Ann from Leeds', undefined]);
  expect(codeOf(play.run(host, { type: 'admit-guest', handId }))).toBe('wrong-state');
  expect(codeOf(play.run(ben, { type: 'consent-to-stage', version: CONSENT_VERSION }))).toBe('not-found');
  expect(codeOf(play.run(ann, { type: 'consent-to-stage', version: CONSENT_VERSION + 1 }))).toBe('protocol-mismatch');
  expect(codeOf(send(play, 'guest'))).toBe('wrong-state');
  play.must(ann, { type: 'consent-to-stage', version: CONSENT_VERSION });
  expect(play.events.at(-1)?.fact).toEqual({ type: 'guest-consented', handId, version: CONSENT_VERSION });
  expect([codeOf(send(play, 'guest')), views(play).everybody.voices]).toEqual(['wrong-state', undefined]);
  play.must(moderator, { type: 'admit-guest', handId });
  expect(codeOf(send(play, 'guest', ben.person))).toBe('wrong-state');
  expect(codeOf(send(play, 'guest'))).toBe('ok');
  const guest = views(play).everybody.voices?.guest;
  expect(guest?.name).toBe('Ann from Leeds');
  expect(guest?.stream.tracks).toMatchObject({ microphone: 'on', camera: 'muted' });
  play.must(ann, { type: 'set-track', source: 'camera', muted: false });
  expect(views(play).everybody.voices?.guest?.stream.tracks.camera).toBe('on');
  play.must(cohost, { type: 'remove-guest', handId });
  expect(views(play).everybody.voices?.guest).toMatchObject({ name: null, stream: { status: 'off' } });
  expect([codeOf(send(play, 'guest')), views(play).ann.hand]).toEqual(['wrong-state', undefined]);
  play.must(screener, { type: 'invite-guest', handId: other });
});

it('[T8] a guest leaves by themselves, and the next one is not seen before they choose to be', () => {
  const play = livePlay();
  onStage(play);
  send(play, 'guest');
  play.must(ann, { type: 'set-track', source: 'camera', muted: false });
  play.must(ann, { type: 'lower-hand' });
  expect(play.events.at(-1)?.fact.type).toBe('guest-left');
  onStage(play);
  expect(play.state.voices.guest).toMatchObject({ status: 'off', muted: { camera: true } });
  // Nobody asks twice for what is so already.
  play.must(ben, { type: 'lower-hand' });
});

it('[T9] the stage is free of who does not answer, does not come, or is gone; not of who waits for moderators', () => {
  const free = (play: Play) => {
    play.must(system, { type: 'free-stage' });
    return play.state.guest === null;
  };
  const silent = livePlay();
  silent.must(screener, { type: 'invite-guest', handId: raised(silent) });
  expect(free(silent)).toBe(false);
  silent.wait(limits.guestAnswersMs);
  expect(free(silent)).toBe(true);

  const patient = livePlay();
  const handId = raised(patient);
  patient.must(screener, { type: 'invite-guest', handId });
  patient.must(ann, { type: 'consent-to-stage', version: CONSENT_VERSION });
  patient.wait(limits.guestAnswersMs * 10);
  expect(free(patient)).toBe(false);
  patient.must(moderator, { type: 'admit-guest', handId });
  send(patient, 'guest');
  patient.wait(limits.guestGoneMs * 10);
  expect(free(patient)).toBe(false);
  patient.must(system, { type: 'lose-stream', epoch: 1, channel: 'guest' });
  expect(free(patient)).toBe(false);
  patient.wait(limits.guestGoneMs);
  expect(free(patient)).toBe(true);
  expect(patient.state.voices.guest.status).toBe('off');
});

it.each(['mute', 'remove', 'ban'] as const)('[T10][H2] who is held to %s is neither on stage nor comes there', (restriction) => {
  const play = livePlay();
  const questionId = play.ask();
  onStage(play);
  send(play, 'guest');
  play.must(moderator, { type: 'restrict-asker', questionId, restriction });
  expect([play.state.guest, play.state.voices.guest.status]).toEqual([null, 'off']);
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe(restriction === 'mute' ? 'muted' : 'removed');
});

it('[T10][H6] a closed session has no guest, and takes none', () => {
  const play = livePlay();
  onStage(play);
  send(play, 'guest');
  const other = raised(play, ben);
  play.must(moderator, { type: 'close-emergency' });
  expect([play.state.guest, play.state.voices.guest.status]).toEqual([null, 'off']);
  expect(codeOf(play.run(screener, { type: 'invite-guest', handId: other }))).toBe('wrong-state');
  expect(codeOf(play.run(ann, { type: 'raise-hand' }))).toBe('wrong-state');
});
