import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';

/**
 * Runs one of the project's own programs in the foreground, with this command's arguments, once the packages are there and
 * `prepare` is done.
 * @param {string} script from the project's folder on
 * @param {number} [steps] that are shown, the packages' own included
 * @param {(step: import('./progress.mjs').Step, args: string[]) => Promise<Record<string, string>>} [prepare] resolves with more
 *   environment for the program; its steps begin at 2
 */
export const launchProgram = (script, steps = 1, prepare = async () => ({})) =>
  launch(async () => {
    checkHost();
    const args = process.argv.slice(2);
    const step = progress(steps);
    await ensurePackages(step, 1);
    const env = await prepare(step, args);
    return foreground([{ command: node24(), args: [join(root, script), ...args], env: toolEnv(env), cwd: root }]);
  });

/** @param {string[]} args */
export const asksForHelp = (args) => args.includes('--help') || args.includes('-h');
