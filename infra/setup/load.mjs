// npm run load: how many viewers a core carries. Prints figures, asserts nothing.
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { aptInstall, hasApt, missingDebs } from './apt.mjs';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch, Problem } from './problem.mjs';
import { progress } from './progress.mjs';

const debs = ['gcc', 'libc6-dev', 'libssl-dev', 'ffmpeg', 'util-linux'];

await launch(async () => {
  checkHost();
  const args = process.argv.slice(2);
  const step = progress(3);
  await ensurePackages(step, 1);
  if (!args.includes('--help') && !args.includes('-h')) {
    if (process.platform !== 'linux') throw new Problem('The load bots run on Linux only.');
    await ensureWorker(step, 2);
    // Without apt the compiler and ffmpeg say themselves what is missing.
    const lacking = (await hasApt()) ? await missingDebs(debs) : [];
    if (lacking.length > 0) await step(3, `Installing ${lacking.join(', ')}`, (tell) => aptInstall(lacking, 'for the load bots', tell));
  }
  return foreground([{ command: node24(), args: [join(root, 'infra/load/main.ts'), ...args], env: toolEnv(), cwd: root }]);
});
