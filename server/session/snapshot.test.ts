import { fc, it } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyStep, playSteps, sessionId } from '../testing/play.ts';
import { Event } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { summarise, summaryAfter } from './summary.ts';

const history = fc.array(anyStep, { minLength: 1, maxLength: 80, size: 'max' });

it.prop({ steps: history, cut: fc.double({ min: 0, max: 1, noNaN: true }) }, { numRuns: 300, seed: 6 })(
  '[R6] the log as stored, with or without a snapshot, gives the live state',
  ({ steps, cut }) => {
    const { state, events } = playSteps(steps);
    const stored = events.map((event) => Event.parse(JSON.parse(JSON.stringify(event))));
    expect(replay(sessionId, stored)).toEqual(state);

    const at = 1 + Math.floor(cut * (stored.length - 1));
    const before = replay(sessionId, stored.slice(0, at));
    const restored = before && fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(before))));
    expect(restored).toEqual(before);
    for (const event of restored ? stored.slice(at) : []) if (restored) evolve(restored, event);
    expect(restored).toEqual(state);
  },
);

it.prop({ steps: history }, { numRuns: 300, seed: 7 })('the summary foretold is the summary afterwards', ({ steps }) => {
  let seen = 1;
  let before: ReturnType<typeof replay> = null;
  playSteps(steps, ({ state, events }) => {
    if (before) expect(summaryAfter(before, events.slice(seen))).toEqual(summarise(state));
    before = structuredClone(state);
    seen = events.length;
  });
});

it('[R6] what is no snapshot of this shape is ignored', () => {
  const { state } = playSteps([]);
  const snapshot = toSnapshot(state);
  expect(fromSnapshot(snapshot)).not.toBeNull();
  for (const wrong of [null, {}, 'x', { ...snapshot, shape: 0 }, { ...snapshot, people: 1 }]) expect(fromSnapshot(wrong)).toBeNull();
});

it('a hole in the log is not folded over', () => {
  const { state, events } = playSteps([]);
  const last = events.at(-1);
  if (last) expect(() => evolve(state, { ...last, seq: last.seq + 2 })).toThrow('does not follow');
});
