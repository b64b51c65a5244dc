import type { PersonalKind } from '../../shared/marks.ts';
import type { PersonalSpan } from '../../shared/screening/personal-data/find.ts';
import type { Expected } from './fill.ts';

export type Tally = {
  marks: number;
  right: number;
  kinds: Map<PersonalKind, { count: number; found: number; rightKind: number; whole: number }>;
};

export const emptyTally = (): Tally => ({ marks: 0, right: 0, kinds: new Map() });

/** Kinds that stand for one another: a hospital is a place and may be who somebody works for. */
const kin: Partial<Record<PersonalKind, readonly PersonalKind[]>> = { place: ['place', 'address'], address: ['address', 'place'] };

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Found: half of the value's characters or more are marked. Wholly: all its letters and digits are. */
export function tally(
  sums: Tally,
  text: string,
  expected: readonly Expected[],
  spans: readonly PersonalSpan[],
): { missed: Expected[]; extra: PersonalSpan[] } {
  const missed: Expected[] = [];
  for (const one of expected) {
    const length = one.end - one.start;
    const covered = spans.reduce((sum, span) => sum + overlap(one, span), 0);
    const kinds = kin[one.kind] ?? [one.kind];
    const rightly = spans.filter(({ kind }) => kinds.includes(kind)).reduce((sum, span) => sum + overlap(one, span), 0);
    const entry = sums.kinds.get(one.kind) ?? { count: 0, found: 0, rightKind: 0, whole: 0 };
    sums.kinds.set(one.kind, entry);
    entry.count++;
    if (covered >= length / 2) entry.found++;
    else missed.push(one);
    if (rightly >= length / 2) entry.rightKind++;
    const bare = text
      .slice(one.start, one.end)
      .split('')
      .every((char, at) => !/[\p{L}\p{N}]/u.test(char) || spans.some(({ start, end }) => start <= one.start + at && one.start + at < end));
    if (bare) entry.whole++;
  }
  const extra = spans.filter((span) => expected.every((one) => overlap(one, span) === 0));
  sums.marks += spans.length;
  sums.right += spans.length - extra.length;
  return { missed, extra };
}

export const percent = (part: number, of: number): string => (of === 0 ? 'none' : `${((part * 100) / of).toFixed(1)}%`);
