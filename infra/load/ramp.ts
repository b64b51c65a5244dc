import type { Sample } from './measure.ts';

/** Share of packets up to which a step counts as carried. */
const LOSS_ALLOWED = 0.001;
/**
 * The same for packets that did not come yet. A socket's buffer holds seconds of what one doctor sends, so an SFU that
 * is too slow falls behind long before it loses anything; a hundredth is what the bots' own naps blur.
 */
const BEHIND_ALLOWED = 0.02;

export const isCarried = ({ lost, behind }: Pick<Sample, 'lost' | 'behind'>) => lost <= LOSS_ALLOWED && behind <= BEHIND_ALLOWED;

/** Whether some number of viewers was carried, once for each time it was tried. */
export type Step = { viewers: number; tries: readonly boolean[] };

/** Best of three, so that one disturbance on a shared machine decides nothing; undefined while it is open. */
export function outcome({ tries }: Step): boolean | undefined {
  const good = tries.filter(Boolean).length;
  if (good >= 2) return true;
  return tries.length - good >= 2 ? false : undefined;
}

/** The largest step that was carried; 0 where none was. */
export const capacity = (steps: readonly Step[]) =>
  Math.max(0, ...steps.filter((step) => outcome(step) === true).map(({ viewers }) => viewers));

/** Starts well below what is expected, then goes up by about this share of it. */
const FIRST = 0.6;
const EACH = 0.05;

/** How many viewers to try next; null when it is known what is carried, or `most` is reached. `given` steps go before our own. */
export function nextStep(steps: readonly Step[], expected: number, most: number, given: readonly number[] | null): number | null {
  const last = steps.at(-1);
  if (last && outcome(last) === undefined) return last.viewers;
  if (last && outcome(last) === false) return null;
  if (given) return given[steps.length] ?? null;
  if (last && last.viewers >= most) return null;
  const viewers = Math.round((expected * (FIRST + EACH * steps.length)) / 5) * 5;
  return Math.min(most, Math.max(viewers, (last?.viewers ?? 0) + 5));
}

/** `steps` with one more try at `viewers`. */
export function withTry(steps: readonly Step[], viewers: number, carried: boolean): Step[] {
  const last = steps.at(-1);
  if (last?.viewers === viewers) return [...steps.slice(0, -1), { viewers, tries: [...last.tries, carried] }];
  return [...steps, { viewers, tries: [carried] }];
}
