/** Share of packets up to which a step counts as carried. */
export const LOSS_ALLOWED = 0.001;

/** What was lost at some number of viewers, once for each time it was measured. */
export type Step = { viewers: number; losses: readonly number[] };

/** Best of three, so that one disturbance on a shared machine decides nothing; undefined while it is open. */
export function carried({ losses }: Step): boolean | undefined {
  const good = losses.filter((loss) => loss <= LOSS_ALLOWED).length;
  if (good >= 2) return true;
  return losses.length - good >= 2 ? false : undefined;
}

/** The largest step that was carried; 0 where none was. */
export const capacity = (steps: readonly Step[]) =>
  Math.max(0, ...steps.filter((step) => carried(step) === true).map(({ viewers }) => viewers));

/** Starts well below what is expected, then goes up by about this share of it. */
const FIRST = 0.6;
const EACH = 0.05;

/** How many viewers to try next; null when it is known what is carried, or `most` is reached. `given` steps go before our own. */
export function nextStep(steps: readonly Step[], expected: number, most: number, given: readonly number[] | null): number | null {
  const last = steps.at(-1);
  if (last && carried(last) === undefined) return last.viewers;
  if (last && carried(last) === false) return null;
  if (given) return given[steps.length] ?? null;
  const share = FIRST + EACH * steps.length;
  const viewers = Math.max(Math.round((expected * share) / 5) * 5, (last?.viewers ?? 0) + 5);
  return last && last.viewers >= most ? null : Math.min(viewers, most);
}

/** `steps` with one more loss measured at `viewers`. */
export function withLoss(steps: readonly Step[], viewers: number, loss: number): Step[] {
  const last = steps.at(-1);
  if (last?.viewers === viewers) return [...steps.slice(0, -1), { viewers, losses: [...last.losses, loss] }];
  return [...steps, { viewers, losses: [loss] }];
}
