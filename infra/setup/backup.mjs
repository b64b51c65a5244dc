// npm run backup: the database and the secrets in one file.
import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';
import { postgresEnv } from './system.mjs';

await launch(async () => {
  checkHost();
  await ensurePackages(progress(1), 1);
  return foreground([
    { command: node24(), args: [join(root, 'infra/backup/backup.ts'), ...process.argv.slice(2)], env: toolEnv(postgresEnv()), cwd: root },
  ]);
});
