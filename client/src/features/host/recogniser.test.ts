import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecogniser, linesOf, type RecogniserState } from './recogniser.ts';

/** A stand-in for a browser's: headless ones have none. */
class FakeRecognition implements Recognition {
  lang = '';
  continuous = false;
  interimResults = false;
  onresult: Recognition['onresult'] = null;
  onerror: Recognition['onerror'] = null;
  onend: Recognition['onend'] = null;
  track: MediaStreamTrack | undefined;
  started = 0;
  aborted = false;
  start(track?: MediaStreamTrack): void {
    this.track = track;
    this.started++;
  }
  abort(): void {
    this.aborted = true;
    this.onend?.();
  }
  hear(...results: { text: string; isFinal: boolean }[]): void {
    const list = Object.assign(
      results.map(({ text, isFinal }) =>
        Object.assign([{ transcript: text, confidence: 1 }], { isFinal, item: () => ({ transcript: text, confidence: 1 }) }),
      ),
      { item: (index: number) => list[index] },
    ) as unknown as SpeechRecognitionResultList;
    this.onresult?.(Object.assign(new Event('result'), { resultIndex: 0, results: list }));
  }
  fail(error: string): void {
    this.onerror?.(Object.assign(new Event('error'), { error }));
    this.onend?.();
  }
}

function set() {
  const made: FakeRecognition[] = [];
  const said: [string, number][] = [];
  const states: RecogniserState[] = [];
  const recogniser = createRecogniser({
    make() {
      const fake = new FakeRecognition();
      made.push(fake);
      return fake;
    },
    now: () => Date.now(),
    say: (text, at) => said.push([text, at]),
    onState: (state) => states.push(state),
  });
  const newest = () => made.at(-1) ?? new FakeRecognition();
  return { made, said, states, recogniser, newest };
}

beforeEach(() => void vi.useFakeTimers({ now: 100_000 }));
afterEach(() => void vi.useRealTimers());

describe('[L11] the recogniser', () => {
  it('passes on what is final, once, with when it was begun to be said', () => {
    const { recogniser, newest, said } = set();
    recogniser.start(null);
    vi.advanceTimersByTime(1000);
    newest().hear({ text: 'good', isFinal: false });
    vi.advanceTimersByTime(800);
    newest().hear({ text: ' Good evening. ', isFinal: true });
    newest().hear({ text: ' Good evening. ', isFinal: true });
    expect(said).toEqual([['Good evening.', 101_000]]);
  });

  it('begins again by itself when the browser ends it, sooner where it had worked', () => {
    const { recogniser, newest, made, states } = set();
    recogniser.start(null);
    vi.advanceTimersByTime(60_000);
    newest().onend?.();
    expect(states.at(-1)).toBe('restarting');
    vi.advanceTimersByTime(250);
    expect([made.length, states.at(-1)]).toEqual([2, 'listening']);
    for (const wait of [500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
      newest().fail('network');
      const before = made.length;
      vi.advanceTimersByTime(wait - 1);
      expect(made.length).toBe(before);
      vi.advanceTimersByTime(1);
      expect(made.length).toBe(before + 1);
    }
  });

  it.each([
    ['not-allowed', 'denied'],
    ['service-not-allowed', 'denied'],
    ['audio-capture', 'failed'],
    ['language-not-supported', 'failed'],
  ])('gives up after %s, and says so', (error, state) => {
    const { recogniser, newest, made, states } = set();
    recogniser.start(null);
    newest().fail(error);
    vi.advanceTimersByTime(60_000);
    expect([made.length, states.at(-1)]).toEqual([1, state]);
  });

  it('stopped, it stays so, and tells nothing that comes late', () => {
    const { recogniser, newest, made, states, said } = set();
    recogniser.start(null);
    recogniser.stop();
    vi.advanceTimersByTime(60_000);
    expect([made.length, newest().aborted, states.at(-1), said]).toEqual([1, true, 'off', []]);
  });

  it('listens to the microphone that is sent, where the browser takes one', () => {
    const { recogniser, newest } = set();
    const track = { kind: 'audio' } as MediaStreamTrack;
    recogniser.start(track);
    expect(newest().track).toBe(track);
  });
});

it('[L11] a long speech is broken between words', () => {
  const speech = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
  const lines = linesOf(speech);
  expect(lines.every((line) => line.length <= 500)).toBe(true);
  expect(lines.join(' ')).toBe(speech);
  expect([linesOf('  '), linesOf('x'.repeat(600))]).toEqual([[], ['x'.repeat(500)]]);
});
