// npm run dev: the server restarts when its files change, vite serves the pages with hot reload in front of it.
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { foreground } from './foreground.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch } from './problem.mjs';
import { progress } from './progress.mjs';

const vitePort = '5173';

await launch(async () => {
  checkHost();
  const step = progress(2);
  await ensurePackages(step, 1);
  await ensureWorker(step, 2);
  const node = node24();
  const api = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
  return foreground([
    {
      command: node,
      args: ['--watch', '--watch-preserve-output', join(root, 'infra/start.ts'), ...process.argv.slice(2)],
      // The links that it prints lead to vite.
      env: toolEnv({ PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${vitePort}` }),
      cwd: root,
    },
    {
      command: node,
      args: [join(root, 'node_modules/vite/bin/vite.js'), '--port', vitePort, '--strictPort', '--clearScreen', 'false'],
      env: toolEnv({ BEDSIDE_API: process.env.BEDSIDE_API ?? api }),
      cwd: join(root, 'client'),
    },
  ]);
});
