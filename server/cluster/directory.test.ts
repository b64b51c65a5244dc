import { NodeId } from '@bedside/shared/ids.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeReport } from './cluster.ts';
import { createDirectory, type Entry } from './directory.ts';

const [self, ann, ben] = [NodeId.parse('self'), NodeId.parse('node-ann'), NodeId.parse('node-ben')];
const SILENCE = 6000;
const make = () => createDirectory({ self, silenceMs: SILENCE, gapMs: 5000 });
const report = (url = 'http://node'): NodeReport => ({ url, draining: false, viewers: {} });
const told = (...nodes: readonly (readonly [NodeId, number])[]) =>
  new Map(nodes.map(([id, beat]): [NodeId, Entry] => [id, { beat, report: report() }]));

/** Reads every second, inclusive. */
function readAll(directory: ReturnType<typeof make>, from: number, to: number, entries: (at: number) => Map<NodeId, Entry>) {
  let changes = 0;
  for (let at = from; at <= to; at += 1000) if (directory.read(at, entries(at))) changes++;
  return changes;
}
const ids = (directory: ReturnType<typeof make>) => directory.others().map(({ id }) => id);

describe('who is there', () => {
  it('[C3] knows whoever told, and says so once', () => {
    const directory = make();
    expect(directory.read(0, told([ann, 1]))).toBe(true);
    expect(directory.others()).toEqual([{ id: ann, report: report() }]);
    expect(directory.read(1000, told([ann, 2]))).toBe(false);
    expect(directory.read(2000, new Map([[ann, { beat: 3, report: report('http://elsewhere') }]]))).toBe(true);
  });

  it('[C3] a node that fell silent is known until the silence has lasted, then gone', () => {
    const directory = make();
    readAll(directory, 0, 10_000, (at) => told([ann, at]));
    readAll(directory, 11_000, 16_000, () => told());
    expect(ids(directory)).toEqual([ann]);
    expect(directory.isGone(ann)).toBe(false);
    expect(directory.read(17_000, told())).toBe(true);
    expect(ids(directory)).toEqual([]);
    expect(directory.isGone(ann)).toBe(true);
    expect(directory.read(18_000, told([ann, 99]))).toBe(true);
    expect(directory.isGone(ann)).toBe(false);
  });

  it('[C3] an outage ends nobody, however long, and a whole silence is waited for after it', () => {
    const directory = make();
    readAll(directory, 0, 10_000, (at) => told([ann, at], [ben, at]));
    directory.broken();
    expect(ids(directory)).toEqual([ann, ben]);
    expect(directory.isGone(ann)).toBe(false);
    // It comes back empty, and only one of them tells again.
    expect(readAll(directory, 100_000, 106_000, (at) => told([ben, at]))).toBe(0);
    expect(ids(directory)).toEqual([ann, ben]);
    expect(directory.isGone(ann)).toBe(false);
    expect(directory.read(107_000, told([ben, 1]))).toBe(true);
    expect(directory.isGone(ann)).toBe(true);
    expect(ids(directory)).toEqual([ben]);
  });

  it('[C3] a directory that was emptied while it could be read ends nobody either', () => {
    const directory = make();
    readAll(directory, 0, 10_000, (at) => told([ann, at]));
    directory.read(11_000, told());
    expect(directory.isGone(ann)).toBe(false);
    directory.read(12_000, told([ann, 12_000]));
    readAll(directory, 13_000, 18_000, () => told());
    expect(directory.isGone(ann)).toBe(false);
  });

  it('[C3] who does not read for a while, as a machine that slept, begins anew', () => {
    const directory = make();
    readAll(directory, 0, 10_000, (at) => told([ann, at]));
    directory.read(60_000, told());
    expect(directory.isGone(ann)).toBe(false);
    expect(ids(directory)).toEqual([ann]);
  });

  it('[C3] who says that they leave is gone, whatever a reading of before says', () => {
    const directory = make();
    directory.read(0, told([ann, 1]));
    expect(directory.left(ann)).toBe(true);
    expect(directory.left(ann)).toBe(false);
    directory.read(1, told([ann, 1]));
    expect([directory.isGone(ann), ids(directory)]).toEqual([true, []]);
    directory.broken();
    expect(directory.isGone(ann)).toBe(true);
    expect(directory.left(self)).toBe(false);
    expect(directory.isGone(self)).toBe(false);
  });

  it('[C4] of a node of a former run nobody knows, until a silence has passed; an outage makes it unknown again', () => {
    const directory = make();
    expect(directory.isGone(ann)).toBe(false);
    expect(readAll(directory, 0, 6000, () => told())).toBe(0);
    expect(directory.isGone(ann)).toBe(false);
    // Told as a change: whoever waits asks again.
    expect(directory.read(7000, told())).toBe(true);
    expect(directory.isGone(ann)).toBe(true);
    directory.broken();
    expect(directory.isGone(ann)).toBe(false);
  });

  it('[C3] a node of a version that is not understood is there, and no address of ours', () => {
    const directory = make();
    readAll(directory, 0, 20_000, () => new Map([[ann, null]]));
    expect(ids(directory)).toEqual([]);
    expect(directory.isGone(ann)).toBe(false);
    readAll(directory, 21_000, 30_000, () => told());
    expect(directory.isGone(ann)).toBe(true);
  });
});

/** A node that beats every second while it lives, seen through a Redis that comes and goes, keeps or forgets. */
type Second = { alive: boolean; redis: 'there' | 'away' | 'emptied' };
const second = fc.record({
  alive: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  redis: fc.oneof(
    { weight: 12, arbitrary: fc.constant('there' as const) },
    { weight: 1, arbitrary: fc.constant('away' as const) },
    { weight: 1, arbitrary: fc.constant('emptied' as const) },
  ),
});

it('[C3] whoever lives is never gone, and whoever is silent for long enough, with Redis there, always is', () => {
  fc.assert(
    fc.property(fc.array(second, { maxLength: 80 }), (seconds: Second[]) => {
      const directory = make();
      let died = false;
      let expires = -1;
      let beat = 0;
      let quiet = 0;
      const wrong: string[] = [];
      for (const [index, { alive, redis }] of seconds.entries()) {
        const at = index * 1000;
        died ||= !alive;
        if (redis === 'away') directory.broken();
        if (redis === 'emptied') expires = -1;
        if (redis !== 'away' && !died) {
          beat++;
          expires = at + 5000;
        }
        if (redis !== 'away') directory.read(at, expires > at ? told([ann, beat]) : told());
        quiet = died && redis !== 'away' ? quiet + 1 : 0;
        if (!died && directory.isGone(ann)) wrong.push(`${at}: gone alive`);
        // Reading begins anew when this does, at the worst.
        if (quiet > SILENCE / 1000 + 2 && !directory.isGone(ann)) wrong.push(`${at}: not gone`);
        if (directory.isGone(ann) && ids(directory).length > 0) wrong.push(`${at}: gone, and there`);
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
