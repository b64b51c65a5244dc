import { limits } from '@bedside/shared/limits.ts';
import { Audience } from '@bedside/shared/roles.ts';
import { describe, expect, it } from 'vitest';
import { cast, createPlay, livePlay, type Play } from '../testing/play.ts';
import { visible } from './visible.ts';

const { host, captioner, moderator, ann, service } = cast;

const say = (play: Play, text: string, at = play.now()) => {
  play.must(captioner, { type: 'add-caption', text, at });
  return play.state.seq;
};
const shown = (play: Play, audience: Audience = 'public') => visible(play.state, audience, play.texts).captions;
const textsOf = (play: Play, audience: Audience = 'public') => shown(play, audience).lines.map(({ text }) => text);
const types = (play: Play, from: number) => play.events.slice(from).map(({ fact }) => fact.type);
const code = (decision: ReturnType<Play['run']>) => (decision.ok ? 'ok' : decision.error.code);

describe('[L8] the glossary', () => {
  it('is applied to what comes from any source, and not to corrections', () => {
    const play = livePlay();
    play.must(captioner, { type: 'set-term', from: 'mi', to: 'myocardial infarction' });
    play.must(host, { type: 'make-caption-link', hash: 'a' });
    const caption = say(play, 'An MI is serious.');
    play.must(host, { type: 'add-caption', text: 'Mi it is.', at: play.now() });
    play.must(service, { type: 'ingest-caption', hash: 'a', number: 1, text: 'The mi.', at: null });
    expect(textsOf(play)).toEqual(['An myocardial infarction is serious.', 'Myocardial infarction it is.', 'The myocardial infarction.']);
    play.must(captioner, { type: 'correct-caption', caption, text: 'An MI is serious.' });
    expect(textsOf(play)[0]).toBe('An MI is serious.');
  });

  it('has one term that reads alike, erases what is replaced or removed, and is bounded', () => {
    const play = livePlay();
    play.must(captioner, { type: 'set-term', from: 'mi', to: 'mitral insufficiency' });
    play.must(moderator, { type: 'set-term', from: 'MI', to: 'myocardial infarction' });
    const [[id] = [0]] = play.state.captions.glossary;
    expect(play.state.captions.glossary.size).toBe(1);
    expect([...play.texts.values()]).toEqual(['MI', 'myocardial infarction']);
    play.must(host, { type: 'remove-term', term: id });
    expect([...play.texts.values()]).toEqual([]);
    for (let number = 0; number < limits.glossaryMax; number++) play.must(host, { type: 'set-term', from: `t${number}`, to: 'x' });
    expect(code(play.run(host, { type: 'set-term', from: 'one more', to: 'x' }))).toBe('too-large');
    expect(code(play.run(host, { type: 'set-term', from: 'T7', to: 'y' }))).toBe('ok');
  });

  it('makes no caption that is longer than anybody reads', () => {
    const play = livePlay();
    play.must(captioner, { type: 'set-term', from: 'a', to: 'b'.repeat(limits.replacementMax) });
    const text = Array.from({ length: 200 }, () => 'a').join(' ');
    say(play, text);
    expect(textsOf(play)).toEqual([text]);
  });
});

describe('[L9] a caption service', () => {
  const send = (play: Play, number: number, hash = 'a', text = `line ${number}`) =>
    code(play.run(service, { type: 'ingest-caption', hash, number, text, at: null }));

  it('sends each number once, in rising order, with gaps', () => {
    const play = livePlay();
    play.must(host, { type: 'make-caption-link', hash: 'a' });
    expect([1, 1, 2, 7, 3, 7, 8].map((number) => send(play, number))).toEqual(['ok', 'ok', 'ok', 'ok', 'out-of-order', 'ok', 'ok']);
    expect(textsOf(play)).toEqual(['line 1', 'line 2', 'line 7', 'line 8']);
  });

  it('may begin at 0, and anew with another URL, by which the one before is void', () => {
    const play = livePlay();
    expect(send(play, 0)).toBe('forbidden');
    play.must(moderator, { type: 'make-caption-link', hash: 'a' });
    expect([send(play, 0), send(play, 0), send(play, 5)]).toEqual(['ok', 'ok', 'ok']);
    play.must(host, { type: 'make-caption-link', hash: 'b' });
    expect([send(play, 6), send(play, 1, 'b')]).toEqual(['forbidden', 'ok']);
    play.must(host, { type: 'revoke-caption-link' });
    expect(send(play, 2, 'b')).toBe('forbidden');
    expect(textsOf(play)).toEqual(['line 0', 'line 5', 'line 1']);
  });

  it('presenter and staff see that there is a URL, nobody sees what is kept of it', () => {
    const play = livePlay();
    play.must(host, { type: 'make-caption-link', hash: 'what-is-kept' });
    expect(Audience.options.map((audience) => shown(play, audience).about.link ?? false)).toEqual([false, true, true]);
    expect(JSON.stringify(Audience.options.map((audience) => visible(play.state, audience, play.texts)))).not.toContain('what-is-kept');
  });
});

describe('[L10] going live', () => {
  it('records that nobody said where captions come from', () => {
    const play = createPlay();
    play.must(host, { type: 'go-live' });
    expect(types(play, 1)).toEqual(['captions-declined', 'session-went-live']);
    expect(shown(play).about).toMatchObject({ source: null, none: 'unsaid' });
    play.must(host, { type: 'pause-session' });
    play.must(host, { type: 'go-live' });
    expect(types(play, 3)).toEqual(['session-paused', 'session-went-live']);
  });

  it.each([
    [
      { type: 'set-caption-source', source: 'service' },
      { source: 'service', none: null },
    ],
    [
      { type: 'decline-captions', reason: 'no-captioner' },
      { source: null, none: 'no-captioner' },
    ],
  ] as const)('records nothing more after %j', (command, about) => {
    const play = createPlay();
    play.must(host, command);
    play.must(host, { type: 'go-live' });
    expect(types(play, 2)).toEqual(['session-went-live']);
    expect(shown(play).about).toMatchObject(about);
  });

  it('a first caption names the source where there was none', () => {
    const play = livePlay();
    say(play, 'Good evening.');
    expect(shown(play).about).toMatchObject({ source: 'captioner', none: null });
    expect(types(play, 3)).toEqual(['caption-source-set', 'caption-added']);
  });
});

it('[L2] nobody but captioners and the doctor’s browser captions, and nobody but who leads says where captions come from', () => {
  const play = livePlay();
  const caption = say(play, 'Good evening.');
  for (const by of [ann, moderator]) expect(code(play.run(by, { type: 'add-caption', text: 'Hi.', at: 1 }))).toBe('forbidden');
  for (const command of [
    { type: 'correct-caption', caption, text: 'Hi.' },
    { type: 'remove-caption', caption },
    { type: 'set-term', from: 'a', to: 'b' },
  ] as const)
    expect(code(play.run(ann, command))).toBe('forbidden');
  for (const by of [ann, captioner]) expect(code(play.run(by, { type: 'set-caption-source', source: 'service' }))).toBe('forbidden');
});
