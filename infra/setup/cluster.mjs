// npm run cluster: several nodes with all that is around them, on this machine.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { asksForHelp, launchProgram } from './program.mjs';
import { ensureSystem } from './system.mjs';

await launchProgram('infra/cluster/main.ts', 4, async (step, args) => {
  if (asksForHelp(args)) return {};
  await ensureWorker(step, 2);
  const env = await ensureSystem(step, 3, ['cluster']);
  await ensureClient(step, 4);
  return env;
});
