import { describe, expect, it } from 'vitest';
import { parseBusy, parseSchedstat } from './machine.ts';
import { medianSample, sampleOf } from './measure.ts';
import { readOptions } from './options.ts';
import { ratioLines } from './report.ts';

const stats = {
  event: 'stats',
  connected: 10,
  silent: 0,
  streams: 20,
  packets: 990,
  expected: 1000,
  bytes: 900_000,
  dropped: 0,
  malformed: 0,
  sent: 0,
  refused: 0,
} as const;

describe('a sample', () => {
  it('is what the bots and the kernel counted', () => {
    const sample = sampleOf(stats, 110, 10, 2, { ran: 0, busy: 0 }, { ran: 100_000_000, busy: 500_000_000 });
    expect(sample).toMatchObject({ viewers: 10, packetsPerSecond: 495, cpu: 0.05, others: 0.2 });
    expect(sample.lost).toBeCloseTo(0.01);
    expect(sample.behind).toBeCloseTo(0.1);
    expect(sample.usPerPacket).toBeCloseTo(101, 1);
    expect(sample.cpuPerViewer).toBeCloseTo(0.0056, 4);
  });

  it('counts viewers who got nothing, or who are gone, as having lost all', () => {
    const none = { ran: 0, busy: 0 };
    expect(sampleOf({ ...stats, expected: 990, silent: 1, connected: 9 }, 99, 10, 2, none, none).lost).toBeCloseTo(0.2);
    expect(sampleOf({ ...stats, packets: 0, expected: 0, silent: 10 }, 99, 10, 2, none, none).lost).toBe(1);
  });

  it('has a median for each figure', () => {
    const of = (cpu: number, lost: number) => ({ ...sampleOf(stats, 100, 10, 1, { ran: 0, busy: 0 }, { ran: cpu * 1e9, busy: 0 }), lost });
    expect(medianSample([of(0.1, 3), of(0.5, 1), of(0.3, 2)])).toMatchObject({ cpu: 0.3, lost: 2 });
  });
});

describe("the kernel's figures", () => {
  it('says how long a thread ran', () => {
    expect(parseSchedstat('226779660 39578351 409\n')).toBe(226_779_660);
    expect(() => parseSchedstat('no such file')).toThrow('no schedstat');
  });

  it('says how long a core was not idle', () => {
    const text = 'cpu  9 9 9 9 9 9 9 9 9 9\ncpu0 1 2 3 100 50 4 5 6 0 0\ncpu1 0 0 1 100 0 0 0 0 0 0\nintr 1\n';
    expect([parseBusy(text, 0), parseBusy(text, 1)]).toEqual([210_000_000, 10_000_000]);
  });
});

describe('options', () => {
  it('have defaults, and a quick way', () => {
    expect(readOptions([])).toMatchObject({ only: ['bare', 'bedside', 'janus', 'janus-loop'], chosen: false, same: 60, steps: null });
    expect(readOptions(['--quick'])).toMatchObject({ same: 20, rounds: 1, steps: [] });
    expect(readOptions(['--only', 'bedside,bare', '--viewers', '200,100,0'])).toMatchObject({
      only: ['bare', 'bedside'],
      chosen: true,
      steps: [100, 200],
    });
  });

  it('say what is not understood', () => {
    expect(() => readOptions(['--only', 'zoom'])).toThrow('“zoom”');
    expect(() => readOptions(['--viewers', '10,many'])).toThrow('“many”');
    expect(() => readOptions(['--fast'])).toThrow('--help');
  });
});

it('compares with what was measured only', () => {
  expect(ratioLines((name) => (name === 'bare' ? 0.981 : Number.NaN))).toEqual(['Bedside / bare mediasoup: 0.98 (aim: at least 0.97)']);
});
