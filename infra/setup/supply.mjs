// npm run supply: what this is made of. Known holes, licences, and the bill of materials.
import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';

await launch(async () => {
  checkHost();
  await ensurePackages(progress(1), 1);
  return foreground([
    { command: node24(), args: [join(root, 'infra/supply/main.ts'), ...process.argv.slice(2)], env: toolEnv(), cwd: root },
  ]);
});
