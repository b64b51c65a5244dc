// npm run build: what `node server/main.ts` needs, and no more. `-- --only worker` leaves the pages out, for images' layers.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost } from './paths.mjs';
import { launch, Problem } from './problem.mjs';
import { progress } from './progress.mjs';

await launch(async () => {
  checkHost();
  const args = process.argv.slice(2).join(' ');
  if (args !== '' && args !== '--only worker') throw new Problem(`What is ${args}?`, 'npm run build [-- --only worker]');
  const step = progress(3);
  await ensurePackages(step, 1);
  await ensureWorker(step, 2);
  if (args === '') await ensureClient(step, 3);
  console.log('Built.');
  return 0;
});
