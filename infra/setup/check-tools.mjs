import { node24, root, toolEnv } from './paths.mjs';
import { duration } from './progress.mjs';
import { run } from './run.mjs';
import { checks } from './tools.mjs';

/**
 * Runs every check tool, two at a time, and prints one line for each, with what it says only where it failed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const queue = [...checks];
  let failed = 0;
  const next = async () => {
    for (let tool = queue.shift(); tool; tool = queue.shift()) {
      const start = Date.now();
      const { code, output } = await run(node24(), [tool.script, ...tool.args], {
        cwd: root,
        env: toolEnv({ FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }),
      });
      const took = duration(Date.now() - start);
      if (code !== 0) failed += 1;
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${tool.name} (${took})`);
      if (code !== 0) console.log(`${output.trimEnd()}\n`);
    }
  };
  await Promise.all([next(), next()]);
  return { passed: checks.length - failed, failed };
}
