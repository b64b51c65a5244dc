import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QuestionId } from './ids.ts';
import { pendingQueue, queue } from './ordering.ts';
import { QuestionStatus } from './view.ts';

type Row = Parameters<typeof queue>[0][number];
const row = (id: string, more: Partial<Row> = {}): Row => ({
  id: QuestionId.parse(`row-${id}`),
  votes: 0,
  askedAt: 0,
  answeredAt: null,
  status: 'approved',
  ...more,
});
const names = (rows: readonly Row[]) => rows.map(({ id }) => id.slice(4)).join(' ');

it('[Q8] top: skipped last, then by votes, the oldest, and id', () => {
  const rows = [
    row('skipped', { status: 'skipped', votes: 9 }),
    row('b', { votes: 2, askedAt: 5 }),
    row('a', { votes: 2, askedAt: 5 }),
    row('older', { votes: 2, askedAt: 4 }),
    row('most', { votes: 3, askedAt: 9 }),
    row('pending', { status: 'pending' }),
    row('answering', { status: 'answering' }),
  ];
  expect(names(queue(rows, 'top'))).toBe('most older a b skipped');
});

it('[Q9] newest: the same questions, the youngest first, then by id', () => {
  const rows = [
    row('old', { askedAt: 1 }),
    row('b', { askedAt: 2 }),
    row('a', { askedAt: 2, status: 'skipped' }),
    row('x', { status: 'answered' }),
  ];
  expect(names(queue(rows, 'newest'))).toBe('a b old');
});

it('[Q10] answered: the last answered first, then by id', () => {
  const done = (id: string, answeredAt: number) => row(id, { status: 'answered', answeredAt });
  expect(names(queue([done('first', 1), done('b', 2), done('a', 2), row('x')], 'answered'))).toBe('a b first');
});

it('waiting for a moderator: the oldest first', () => {
  const pending = (id: string, askedAt: number) => row(id, { status: 'pending', askedAt });
  expect(names(pendingQueue([pending('late', 2), pending('b', 1), pending('a', 1), row('x')]))).toBe('a b late');
});

it('[Q8][Q9][Q10] is one order, however the rows arrive', () => {
  const anyRow = fc.record({ id: fc.nat(99), votes: fc.nat(2), askedAt: fc.nat(2), status: fc.constantFrom(...QuestionStatus.options) });
  const anyRows = fc.uniqueArray(anyRow, { selector: ({ id }) => id }).map((rows) => rows.map(({ id, ...rest }) => row(`${id}`, rest)));
  fc.assert(
    fc.property(
      anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        for (const order of ['top', 'newest', 'answered'] as const) expect(queue(shuffled, order)).toEqual(queue(rows, order));
      },
    ),
    { seed: 11 },
  );
});
