/** How much of a fault is made: `short` is what every test run can afford, `full` what the promise is stated for. */
export type Scale = 'short' | 'full';

/** What a run measured. `aim` is what was promised of it: printed beside it, and never a reason to fail. */
export type Figure = {
  name: string;
  value: number;
  unit: 'ms' | 's' | 'MB' | 'kB' | '%' | '';
  aim?: { atMost: number } | { atLeast: number };
};

/** Something that goes wrong on purpose, to real processes, and what has to hold afterwards. */
export type Fault = {
  /** For `--only`, in kebab case. */
  name: string;
  /** What goes wrong and what holds, in one sentence without a full stop. */
  title: string;
  /** Why it can't be made on this machine (another system, no right to), for people; undefined where it can. */
  impossible?: () => string | undefined;
  /**
   * Makes its own world, breaks it, checks it, and leaves nothing behind, whatever happened. Rejects, saying what, when
   * something that was promised was lost, doubled or disagrees; a slow recovery is a figure.
   */
  run(options: { scale: Scale; say: (line: string) => void }): Promise<Figure[]>;
};

export const meetsAim = ({ value, aim }: Figure): boolean => !aim || ('atMost' in aim ? value <= aim.atMost : value >= aim.atLeast);

/** One line of a report. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, aim } = figure;
  const number = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const line = `  ${name.padEnd(58)} ${`${number} ${unit}`.trimEnd().padStart(12)}`;
  if (!aim) return line;
  const words = 'atMost' in aim ? `at most ${aim.atMost}` : `at least ${aim.atLeast}`;
  return `${line}   aim: ${words}${meetsAim(figure) ? '' : ', MISSED'}`;
}

/** A report's last lines, and no more than is true: what broke, what was not tried, and which aims were missed. */
export function verdict({ failed, skipped, missed }: Record<'failed' | 'skipped' | 'missed', readonly string[]>): string {
  const all = skipped.length > 0 ? 'All that could be made here held' : 'Everything held';
  return [
    failed.length > 0 ? `Broken: ${failed.join(', ')}.` : `${all}.`,
    ...(skipped.length > 0 ? [`Not made here: ${skipped.join(', ')}.`] : []),
    ...(missed.length > 0 ? [`Aims missed: ${missed.join('; ')}.`] : []),
  ].join('\n');
}
