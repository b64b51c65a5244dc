// npm start: from a fresh clone to a running Bedside. Whatever is already there costs milliseconds.
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';

await launch(async () => {
  checkHost();
  const args = process.argv.slice(2);
  const step = progress(3);
  await ensurePackages(step, 1);
  if (!args.includes('--help') && !args.includes('-h')) {
    await ensureWorker(step, 2);
    await ensureClient(step, 3);
  }
  return foreground([{ command: node24(), args: [join(root, 'infra/start.ts'), ...args], env: toolEnv(), cwd: root }]);
});
