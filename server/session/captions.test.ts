import { applyPatch } from '@bedside/shared/patch.ts';
import { limits } from '@bedside/shared/limits.ts';
import { Audience } from '@bedside/shared/roles.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cast, createPlay, livePlay, type Play } from '../testing/play.ts';
import { captionsBefore, transcript } from './captions-shown.ts';
import { patchSince, visible } from './visible.ts';

const { host, captioner, moderator } = cast;

const say = (play: Play, text: string, at = play.now()) => {
  play.must(captioner, { type: 'add-caption', text, at });
  return play.state.seq;
};
const shown = (play: Play, audience: Audience = 'public') => visible(play.state, audience, play.texts).captions;
const textsOf = (play: Play, audience: Audience = 'public') => shown(play, audience).lines.map(({ text }) => text);
const code = (decision: ReturnType<Play['run']>) => (decision.ok ? 'ok' : decision.error.code);

describe('[L1] a caption', () => {
  it('is public at once, with when it was said and by what it came', () => {
    const play = livePlay();
    play.wait(5000);
    const at = play.now() - 900;
    const id = say(play, 'Good evening.', at);
    expect(shown(play).lines).toEqual([{ id, at, source: 'captioner', text: 'Good evening.' }]);
    play.must(host, { type: 'add-caption', text: 'Hello.', at: play.now() });
    expect(shown(play).lines.at(-1)?.source).toBe('browser');
  });

  it.each([
    ['scheduled', [] as const, 'session-not-open'],
    ['open', ['open-session'] as const, 'ok'],
    ['live', ['go-live'] as const, 'ok'],
    ['paused', ['go-live', 'pause-session'] as const, 'ok'],
    ['just ended', ['go-live', 'end-session'] as const, 'ok'],
  ])('%s', (_, commands, expected) => {
    const play = createPlay();
    for (const type of commands) play.must(host, { type });
    expect(code(play.run(captioner, { type: 'add-caption', text: 'Good evening.', at: play.now() }))).toBe(expected);
  });

  it('[S21] is not taken of a rehearsal, from whatever source', () => {
    const play = createPlay();
    play.must(host, { type: 'open-session' });
    play.must(host, { type: 'start-rehearsal' });
    for (const who of [captioner, host]) {
      expect(code(play.run(who, { type: 'add-caption', text: 'One, two.', at: play.now() }))).toBe('wrong-state');
    }
    play.must(host, { type: 'go-live' });
    say(play, 'Good evening.');
    expect(textsOf(play)).toEqual(['Good evening.']);
  });

  it('comes no later than its session can still be ending, and was said before that', () => {
    const play = livePlay();
    play.must(host, { type: 'end-session' });
    const { endedAt } = play.state;
    play.wait(limits.captionAfterEndMs - 1000);
    say(play, 'Goodbye.', play.now());
    expect(shown(play).lines[0]?.at).toBe(endedAt);
    play.wait(2000);
    expect(code(play.run(captioner, { type: 'add-caption', text: 'More.', at: play.now() }))).toBe('session-ended');
  });

  it('was never said after its coming, and not long before', () => {
    const play = livePlay();
    play.wait(10 * limits.captionAgeMs);
    say(play, 'From the future.', play.now() + 99_999);
    say(play, 'From long ago.', 3);
    const [future, past] = shown(play).lines;
    const [first, second] = play.events.slice(-2);
    expect(future?.at).toBeLessThanOrEqual(first?.at ?? 0);
    expect((second?.at ?? 0) - (past?.at ?? 0)).toBe(limits.captionAgeMs);
  });

  it('has room for so many, and is refused then', () => {
    const play = livePlay();
    const id = say(play, 'One.');
    const [line] = play.state.captions.lines;
    if (!line) throw new Error('no line');
    while (play.state.captions.lines.length < limits.captionsMax) play.state.captions.lines.push({ ...line, id });
    expect(code(play.run(captioner, { type: 'add-caption', text: 'Two.', at: 1 }))).toBe('too-large');
  });
});

describe('[L3] a correction', () => {
  it('takes the text’s place for everybody, and erases it', () => {
    const play = livePlay();
    const caption = say(play, 'Mister Smith of Elm Street.');
    play.must(moderator, { type: 'correct-caption', caption, text: 'A patient.' });
    expect(shown(play).lines).toMatchObject([{ id: caption, text: 'A patient.', corrected: true }]);
    expect([...play.texts.values()]).not.toContain('Mister Smith of Elm Street.');
    play.must(captioner, { type: 'remove-caption', caption });
    expect(textsOf(play)).toEqual([]);
    expect([...play.texts.values()]).not.toContain('A patient.');
    expect(code(play.run(captioner, { type: 'correct-caption', caption, text: 'Back.' }))).toBe('wrong-state');
  });

  it('is refused where somebody else has corrected it since its sender saw it, and not after one’s own', () => {
    const play = livePlay();
    const caption = say(play, 'one');
    const seen = play.state.seq;
    play.must(captioner, { type: 'correct-caption', caption, text: 'two', seen });
    play.must(captioner, { type: 'correct-caption', caption, text: 'three', seen });
    expect(code(play.run(moderator, { type: 'correct-caption', caption, text: 'four', seen }))).toBe('wrong-state');
    play.must(moderator, { type: 'correct-caption', caption, text: 'four', seen: play.state.seq });
    expect(code(play.run(captioner, { type: 'correct-caption', caption, text: 'five', seen }))).toBe('wrong-state');
  });

  it('is possible after the end, and of none that never was', () => {
    const play = livePlay();
    const caption = say(play, 'one');
    play.must(host, { type: 'end-session' });
    play.must(captioner, { type: 'correct-caption', caption, text: 'two' });
    expect(code(play.run(captioner, { type: 'correct-caption', caption: 1, text: 'two' }))).toBe('not-found');
    expect(code(play.run(captioner, { type: 'remove-caption', caption: caption + 99 }))).toBe('not-found');
  });

  it('the same text again is no correction', () => {
    const play = livePlay();
    const caption = say(play, 'one');
    const before = play.state.seq;
    play.must(captioner, { type: 'correct-caption', caption, text: 'one' });
    expect(play.state.seq).toBe(before);
  });
});

describe('[L6] views hold the last ones', () => {
  it('however many there were, and patches what is new alone', () => {
    const play = livePlay();
    for (let number = 0; number < 3 * limits.captionsShown; number++) say(play, `line ${number}`);
    expect(textsOf(play)).toHaveLength(limits.captionsShown);
    const since = play.state.seq;
    const id = say(play, 'the newest');
    const patch = patchSince(play.state, 'public', since, play.texts);
    expect(patch?.captions).toEqual({
      first: shown(play).lines[0]?.id,
      put: [expect.objectContaining({ id, text: 'the newest' })],
      remove: [],
    });
    expect(JSON.stringify(patch).length).toBeLessThan(250);
  });

  it('patches end in the view, whatever is said, corrected, removed, closed and reopened, from wherever they begin', () => {
    const step = fc.record({
      kind: fc.constantFrom('say', 'say', 'say', 'correct', 'remove', 'close', 'reopen', 'source'),
      which: fc.nat(99),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 60, maxLength: 260, size: 'max' }),
        fc.nat(200),
        fc.constantFrom(...Audience.options),
        (steps, from, audience) => {
          const play = livePlay();
          let page = visible(play.state, audience, play.texts);
          steps.forEach(({ kind, which }, number) => {
            const caption = play.state.captions.lines.at(-1 - which)?.id ?? 0;
            if (kind === 'say') play.run(captioner, { type: 'add-caption', text: `line ${number}`, at: play.now() });
            if (kind === 'correct') play.run(moderator, { type: 'correct-caption', caption, text: `corrected ${number}` });
            if (kind === 'remove') play.run(moderator, { type: 'remove-caption', caption });
            if (kind === 'close') play.run(moderator, { type: 'close-emergency' });
            if (kind === 'reopen') play.run(moderator, { type: 'reopen-session' });
            if (kind === 'source') play.run(host, { type: 'decline-captions', reason: which % 2 ? 'test' : 'technical' });
            // Some patches are made of many events, the first ones not at all.
            if (number < from || number % (1 + (which % 5)) !== 0) return;
            const patch = patchSince(play.state, audience, page.seq, play.texts);
            const next = patch && applyPatch(page, patch);
            if (!next || next === 'gap') throw new Error('no patch');
            page = next;
            expect(page.captions).toEqual(shown(play, audience));
          });
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('a change of one that is not among them is told by `revised`', () => {
    const play = livePlay();
    const old = say(play, 'the first');
    for (let number = 0; number < limits.captionsShown; number++) say(play, `line ${number}`);
    expect(shown(play).about.revised).toBe(0);
    play.must(captioner, { type: 'correct-caption', caption: old, text: 'the very first' });
    expect(shown(play).about.revised).toBe(play.state.seq);
  });
});

it('[L5] pages of older ones leave out none and none twice, and no removed one', () => {
  const play = livePlay();
  const ids = Array.from({ length: 2 * limits.captionsPage + 7 }, (_, number) => say(play, `line ${number}`));
  play.must(captioner, { type: 'remove-caption', caption: ids[3] ?? 0 });
  const read: number[] = [];
  for (let before = Infinity, more = true; more;) {
    const page = captionsBefore(play.state, before, play.texts);
    read.unshift(...page.lines.map(({ id }) => id));
    before = page.lines[0]?.id ?? 0;
    more = page.more;
  }
  expect(read).toEqual(ids.filter((id) => id !== ids[3]));
  expect(transcript(play.state, play.texts)).toHaveLength(ids.length - 1);
});

describe('[L7] closed', () => {
  it('the public and captioners see none, staff and presenter do, and all comes back', () => {
    const play = livePlay();
    const caption = say(play, 'Good evening.');
    play.must(moderator, { type: 'close-emergency' });
    expect([textsOf(play), textsOf(play, 'staff'), textsOf(play, 'presenter')]).toEqual([[], ['Good evening.'], ['Good evening.']]);
    expect(code(play.run(captioner, { type: 'add-caption', text: 'More.', at: play.now() }))).toBe('wrong-state');
    expect(code(play.run(captioner, { type: 'correct-caption', caption, text: 'More.' }))).toBe('wrong-state');
    play.must(moderator, { type: 'correct-caption', caption, text: 'Good morning.' });
    play.must(moderator, { type: 'reopen-session' });
    expect(textsOf(play)).toEqual(['Good morning.']);
  });

  it('on a break a recogniser tells nothing that was said since', () => {
    const play = livePlay();
    const before = play.now();
    play.wait(500);
    play.must(host, { type: 'pause-session' });
    play.wait(500);
    expect(code(play.run(host, { type: 'add-caption', text: 'To my nurse.', at: play.now() }))).toBe('wrong-state');
    expect(code(play.run(host, { type: 'add-caption', text: 'So much for that.', at: before }))).toBe('ok');
    expect(code(play.run(captioner, { type: 'add-caption', text: '[Break]', at: play.now() }))).toBe('ok');
    play.must(host, { type: 'go-live' });
    expect(code(play.run(host, { type: 'add-caption', text: 'Welcome back.', at: play.now() }))).toBe('ok');
  });
});
