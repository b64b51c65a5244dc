// npm start: from a fresh clone to a running Bedside. Whatever is already there costs milliseconds.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { ensureClient } from './client.mjs';
import { asksForHelp, launchProgram } from './program.mjs';

await launchProgram('infra/start.ts', 3, async (step, args) => {
  if (asksForHelp(args)) return {};
  await ensureWorker(step, 2);
  await ensureClient(step, 3);
  return {};
});
