/** A failure that a person can act on: printed as it is, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} what one sentence: what is wrong
   * @param {string[]} todo lines that say what to do
   */
  constructor(what, ...todo) {
    super(what);
    this.name = 'Problem';
    this.todo = todo;
  }
}

/**
 * What a tool or the system said, as a Problem; undefined when it is none of the usual ones.
 * @param {string} said output of a tool, or an error's code and message
 * @param {string} folder what was being written to
 */
export function usualProblem(said, folder) {
  if (/\bENOSPC\b|no space left on device|write error: .*space/i.test(said)) {
    return new Problem('The disk is full.', `Free some space (about 1 GB is needed under ${folder}) and start again.`);
  }
  if (/\bEDQUOT\b|disk quota exceeded/i.test(said)) {
    return new Problem('Your disk quota is used up.', 'Free some space and start again.');
  }
  if (/\bEROFS\b|read-only file system/i.test(said)) {
    return new Problem(`${folder} is on a read-only disk.`, 'Copy or clone the project to a folder that you can write to.');
  }
  if (/\b(EACCES|EPERM)\b|permission denied/i.test(said)) {
    return new Problem(
      `You may not write to ${deniedPath(said) ?? folder}.`,
      'Clone the project as yourself into a folder of your own, or give yourself the right:',
      `  sudo chown -R "$(id -un)" ${deniedPath(said) ?? folder}`,
    );
  }
  return undefined;
}

/** @param {string} said */
function deniedPath(said) {
  return /(?:EACCES|EPERM)[^\n]*?'(\/[^']+)'/.exec(said)?.[1];
}

/**
 * Runs a launcher: Problems become a sentence and exit code 1, everything unforeseen keeps its stack.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = error instanceof Problem ? error : usualProblem(`${code} ${text}`, process.cwd());
    if (problem) {
      process.stderr.write(`\n${problem.message}\n${problem.todo.map((line) => `${line}\n`).join('')}`);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  }
}
