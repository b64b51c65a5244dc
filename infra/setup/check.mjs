// npm run check: everything that needs neither a server nor a browser, in seconds.
import { join } from 'node:path';
import { runChecks } from './check-tools.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { duration, progress } from './progress.mjs';
import { run } from './run.mjs';

await launch(async () => {
  checkHost();
  await ensurePackages(progress(1), 1);
  const { failed } = await runChecks();
  const start = Date.now();
  const unit = await run(node24(), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit'], {
    cwd: root,
    env: toolEnv(),
    live: true,
  });
  console.log(`${unit.code === 0 ? 'ok    ' : 'FAILED'}  unit tests (${duration(Date.now() - start)})`);
  const all = failed + (unit.code === 0 ? 0 : 1);
  console.log(all === 0 ? 'All checks passed.' : `${all} failed.`);
  return all === 0 ? 0 : 1;
});
