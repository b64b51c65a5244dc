// npm run cluster: several nodes with all that is around them, on this machine.
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';
import { ensureSystem } from './system.mjs';

await launch(async () => {
  checkHost();
  const args = process.argv.slice(2);
  const step = progress(4);
  await ensurePackages(step, 1);
  /** @type {Record<string, string>} */
  let env = {};
  if (!args.includes('--help') && !args.includes('-h')) {
    await ensureWorker(step, 2);
    env = await ensureSystem(step, 3, ['cluster']);
    await ensureClient(step, 4);
  }
  return foreground([{ command: node24(), args: [join(root, 'infra/cluster/main.ts'), ...args], env: toolEnv(env), cwd: root }]);
});
