import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { sessionId } from '../testing/play.ts';
import { Event } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { summarise, summaryAfter } from './summary.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

it('[R6] the log as stored, with or without a snapshot, gives the live state', () => {
  fc.assert(
    fc.property(anyHistory, fc.double({ min: 0, max: 1, noNaN: true }), (steps, cut) => {
      const { state, events } = playSteps(steps);
      const stored = events.map((event) => Event.parse(JSON.parse(JSON.stringify(event))));
      expect(replay(sessionId, stored)).toEqual(state);

      const at = 1 + Math.floor(cut * (stored.length - 1));
      const before = replay(sessionId, stored.slice(0, at));
      const restored = before && fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(before))));
      expect(restored).toEqual(before);
      for (const event of restored ? stored.slice(at) : []) if (restored) evolve(restored, event);
      expect(restored).toEqual(state);
    }),
    { numRuns: 150, seed: 6 },
  );
});

it('the summary foretold is the summary afterwards', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let seen = 1;
      let before: ReturnType<typeof replay> = null;
      playSteps(steps, ({ state, events }) => {
        expect(before ? summaryAfter(before, events.slice(seen)) : summarise(state)).toEqual(summarise(state));
        before = structuredClone(state);
        seen = events.length;
      });
    }),
    { numRuns: 150, seed: 7 },
  );
});

it('[R6] what is no snapshot of this shape is ignored', () => {
  const { state } = playSteps([]);
  const snapshot = toSnapshot(state);
  expect(fromSnapshot(snapshot)).not.toBeNull();
  for (const wrong of [null, {}, 'x', { ...snapshot, shape: 0 }, { ...snapshot, people: 1 }]) expect(fromSnapshot(wrong)).toBeNull();
});

it('a hole in the log is not folded over', () => {
  const { state, events } = playSteps([]);
  expect(() => events.forEach((event) => evolve(state, { ...event, seq: event.seq + 7 }))).toThrow('does not follow');
});
