// npm run load: how many viewers a core carries. Prints figures, asserts nothing.
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { aptInstall, hasApt, missingDebs } from './apt.mjs';
import { Problem } from './problem.mjs';
import { asksForHelp, launchProgram } from './program.mjs';

const debs = ['gcc', 'libc6-dev', 'libssl-dev', 'ffmpeg', 'util-linux'];

await launchProgram('infra/load/main.ts', 3, async (step, args) => {
  if (asksForHelp(args)) return {};
  if (process.platform !== 'linux') throw new Problem('The load bots run on Linux only.');
  await ensureWorker(step, 2);
  // Without apt the compiler and ffmpeg say themselves what is missing.
  const lacking = (await hasApt()) ? await missingDebs(debs) : [];
  if (lacking.length > 0) await step(3, `Installing ${lacking.join(', ')}`, (tell) => aptInstall(lacking, 'for the load bots', tell));
  return {};
});
