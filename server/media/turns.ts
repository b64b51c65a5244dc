import { Refusal } from '@bedside/shared/errors.ts';

export type Turns = {
  <T>(work: () => Promise<T>): Promise<T>;
  waiting(): number;
};

/**
 * One after the other: the calls of one page, which may arrive faster than a worker answers. At most `limit` are
 * taken at a time; one more is refused with `rate-limited`.
 */
export function createTurns(limit: number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  async function take<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= limit) throw new Refusal('rate-limited', 'too many media calls at once', { retryAfterMs: 1000 });
    waiting += 1;
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  }
  return Object.assign(take, { waiting: () => waiting });
}
