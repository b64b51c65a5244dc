// npm run chaos: breaks real processes on purpose, and says what held. `-- --only NAME`, `-- --short`, `-- --list`.
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';
import { ensureSystem } from './system.mjs';

await launch(async () => {
  checkHost();
  const step = progress(3);
  await ensurePackages(step, 1);
  await ensureWorker(step, 2);
  const env = await ensureSystem(step, 3, ['chaos']);
  return foreground([
    { command: node24(), args: [join(root, 'infra/chaos/main.ts'), ...process.argv.slice(2)], env: toolEnv(env), cwd: root },
  ]);
});
