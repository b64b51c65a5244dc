import { describe, expect, it } from 'vitest';
import { capacity, judge, nextStep, outcome, type Step, withTry } from './ramp.ts';

const sample = (viewers: number, more: object = {}) => ({ viewers, lost: 0, behind: 0, others: 0, ...more });
const step = (viewers: number, ...tries: boolean[]): Step => ({ viewers, tries, disturbed: 0 });

describe('the ramp', () => {
  it('judges by what was lost, what came late, and who else was there', () => {
    expect(judge(sample(10, { lost: 0.001, others: 0.5 }))).toBe('carried');
    expect(judge(sample(10, { lost: 0.002 }))).toBe('too much');
    expect(judge(sample(10, { behind: 0.03 }))).toBe('too much');
    expect(judge(sample(10, { behind: 0.03, others: 0.2 }))).toBe('disturbed');
  });

  it('takes the best of three', () => {
    expect([step(1), step(1, true), step(1, false), step(1, true, false)].map(outcome)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(outcome(step(1, true, false, true))).toBe(true);
    expect(outcome(step(1, false, false))).toBe(false);
  });

  it('goes up from well below what is expected until a step fails', () => {
    const next = (steps: readonly Step[], most = 1000) => nextStep(steps, 400, most, null);
    expect(next([])).toBe(240);
    expect(next([step(240, true)])).toBe(240);
    expect(next([step(240, true, true)])).toBe(260);
    expect(next([step(240, true, true), step(260, false, false)])).toBeNull();
    expect(next([step(240, true, true)], 250)).toBe(250);
    expect(next([step(250, true, true)], 250)).toBeNull();
  });

  it('always goes up by something', () => {
    expect(nextStep([step(5, true, true)], 4, 1000, null)).toBe(10);
  });

  it('takes given steps in their order', () => {
    expect(nextStep([], 400, 1000, [50, 90])).toBe(50);
    expect(nextStep([step(50, true, true)], 400, 1000, [50, 90])).toBe(90);
    expect(nextStep([step(50, true, true), step(90, true, true)], 400, 1000, [50, 90])).toBeNull();
    // More were there already.
    expect(nextStep([step(100, true, true)], 400, 1000, [50, 90, 120])).toBe(120);
  });

  it('does not count a disturbed try, but not for ever', () => {
    const disturbed = sample(50, { behind: 1, others: 0.4 });
    let steps: Step[] = [];
    for (let time = 0; time < 5; time++) steps = withTry(steps, disturbed);
    expect(steps).toEqual([{ viewers: 50, tries: [], disturbed: 5 }]);
    expect(withTry(steps, disturbed)).toEqual([{ viewers: 50, tries: [false], disturbed: 5 }]);
    expect(withTry(steps, sample(50))).toEqual([{ viewers: 50, tries: [true], disturbed: 5 }]);
    expect(withTry([step(50, true, true)], sample(60))).toEqual([step(50, true, true), step(60, true)]);
  });

  it('carries what the largest good step carried', () => {
    expect(capacity([])).toBe(0);
    expect(capacity([step(50, true, true), step(60, true, false, true), step(70, false, false)])).toBe(60);
  });
});
