// npm run chaos: breaks real processes on purpose, and says what held. `-- --only NAME`, `-- --short`, `-- --list`.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { launchProgram } from './program.mjs';
import { ensureSystem } from './system.mjs';

await launchProgram('infra/chaos/main.ts', 3, async (step) => {
  await ensureWorker(step, 2);
  return ensureSystem(step, 3, ['chaos']);
});
