import type { Sample } from './measure.ts';

/** Share of packets up to which a step counts as carried. */
const LOSS_ALLOWED = 0.001;
/**
 * The same for packets that did not come yet. A socket's buffer holds seconds of what one doctor sends, so an SFU that
 * is too slow falls behind long before it loses anything; a hundredth is what the bots' own naps blur.
 */
const BEHIND_ALLOWED = 0.02;

/** Of the SFU's core: with more than that used by other programs, a failure is not the SFU's. */
const OTHERS_ALLOWED = 0.1;
/** How often a step is tried again because of others, before what comes counts. */
const PATIENCE = 5;

type Judged = Pick<Sample, 'viewers' | 'lost' | 'behind' | 'others'>;

/** What carries in spite of others carries. */
export function judge({ lost, behind, others }: Judged): 'carried' | 'too much' | 'disturbed' {
  if (lost <= LOSS_ALLOWED && behind <= BEHIND_ALLOWED) return 'carried';
  return others > OTHERS_ALLOWED ? 'disturbed' : 'too much';
}

/** Whether some number of viewers was carried, once for each time it was tried undisturbed. */
export type Step = { viewers: number; tries: readonly boolean[]; disturbed: number };

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
  if (given) return given.find((viewers) => viewers > (last?.viewers ?? 0)) ?? null;
  if (last && last.viewers >= most) return null;
  const viewers = Math.round((expected * (FIRST + EACH * steps.length)) / 5) * 5;
  return Math.min(most, Math.max(viewers, (last?.viewers ?? 0) + 5));
}

/** `steps` with one more try. */
export function withTry(steps: readonly Step[], sample: Judged): Step[] {
  const { viewers } = sample;
  const last = steps.at(-1);
  const [before, step] = last?.viewers === viewers ? [steps.slice(0, -1), last] : [steps, { viewers, tries: [], disturbed: 0 }];
  const judged = judge(sample);
  if (judged === 'disturbed' && step.disturbed < PATIENCE) return [...before, { ...step, disturbed: step.disturbed + 1 }];
  return [...before, { ...step, tries: [...step.tries, judged === 'carried'] }];
}
