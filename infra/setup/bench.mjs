// npm run bench: prints figures, asserts nothing.
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
  const step = progress(4);
  await ensurePackages(step, 1);
  await ensureWorker(step, 2);
  const env = await ensureSystem(step, 3, ['bench']);
  await ensureClient(step, 4);
  return foreground([
    { command: node24(), args: [join(root, 'infra/bench/main.ts'), ...process.argv.slice(2)], env: toolEnv(env), cwd: root },
  ]);
});
