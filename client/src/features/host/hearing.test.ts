import { describe, expect, it } from 'vitest';
import { hearingOf, listen, startHearing } from './hearing.ts';

describe('what is said of the microphone', () => {
  it('waits a moment before it says that there is no sound', () => {
    const heard = startHearing(0);
    expect(hearingOf(heard, 1000)).toBe('speak');
    expect(hearingOf(heard, 5000)).toBe('silent');
  });

  it('tells speech from the noise of a room', () => {
    const room = listen(startHearing(0), 0.08, 9000);
    expect(hearingOf(room, 9500)).toBe('speak');
    expect(hearingOf(listen(room, 0.5, 9600), 9700)).toBe('hear');
  });

  it('tells a voice from afar, and one that is too loud', () => {
    const steady = (level: number) =>
      Array.from({ length: 6 }).reduce<ReturnType<typeof startHearing>>(
        (heard, _, look) => listen(heard, level, 200 * look),
        startHearing(0),
      );
    expect(hearingOf(steady(0.25), 1100)).toBe('quiet');
    expect(hearingOf(steady(0.97), 1100)).toBe('loud');
    expect(hearingOf(steady(0.5), 1100)).toBe('hear');
  });

  it('does not change its mind between two words', () => {
    const spoke = listen(startHearing(0), 0.6, 1000);
    expect(hearingOf(listen(spoke, 0.05, 3000), 3000)).toBe('hear');
    expect(hearingOf(listen(spoke, 0.05, 6000), 6000)).toBe('speak');
  });
});
