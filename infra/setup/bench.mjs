// npm run bench: prints figures, asserts nothing.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { launchProgram } from './program.mjs';
import { ensureSystem } from './system.mjs';

await launchProgram('infra/bench/main.ts', 4, async (step) => {
  await ensureWorker(step, 2);
  const env = await ensureSystem(step, 3, ['bench']);
  await ensureClient(step, 4);
  return env;
});
