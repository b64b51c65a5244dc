import type { CaptionLine } from '@bedside/shared/captions/captions.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cuesOf, plainTranscript, webVtt } from './webvtt.ts';

const START = Date.UTC(2026, 10, 30, 18);
const line = (at: number, text = 'Good evening.'): CaptionLine => ({ id: at, at: START + at, source: 'captioner', text });

it('[L5] a transcript as WebVTT', () => {
  const lines = [line(-3000, 'Before.'), line(1500, 'A < B & "C" --> D.'), line(61_007, 'Next.'), line(3_723_000, 'Last.')];
  expect(webVtt(lines, START)).toBe(
    [
      'WEBVTT',
      '',
      'NOTE 00:00:00.000 is 2026-11-30T18:00:00.000Z',
      '',
      '00:00:00.000 --> 00:00:01.200',
      'Before.',
      '',
      '00:00:01.500 --> 00:00:02.700',
      'A &lt; B &amp; "C" --&gt; D.',
      '',
      '00:01:01.007 --> 00:01:02.207',
      'Next.',
      '',
      '01:02:03.000 --> 01:02:04.200',
      'Last.',
      '',
    ].join('\n'),
  );
});

it('[L5] a transcript as text', () => {
  expect(plainTranscript([line(1500, 'One.'), line(3_723_000, 'Two.')], START)).toBe('[00:00:01] One.\n[01:02:03] Two.\n');
});

it('[L5] cues do not overlap, have time, and hold every line in its order', () => {
  const times = fc.array(fc.nat(20_000), { maxLength: 60 });
  fc.assert(
    fc.property(times, (ats) => {
      const lines = ats.toSorted((a, b) => a - b).map((at, index) => line(at - 500, `line ${index} `.repeat(1 + (index % 9))));
      const cues = cuesOf(lines, START);
      expect(cues.flatMap(({ lines: texts }) => texts)).toEqual(lines.map(({ text }) => text));
      cues.forEach(({ from, to }, index) => {
        expect(to).toBeGreaterThanOrEqual(from + Math.min(500, to));
        expect(to - from).toBeLessThanOrEqual(7000);
        expect(to).toBeLessThanOrEqual(cues[index + 1]?.from ?? Infinity);
        expect(Number.isInteger(to)).toBe(true);
      });
    }),
  );
});
