import { defineConfig } from '@playwright/test';
import { browserArgs, shellPath } from './browser.ts';

const files = (...names: string[]) => names.map((name) => `${name}.spec.ts`);
/** In which a doctor and a few patients encode and decode video: on two cores there is room for two of them. */
const broadcasts = files('media', 'quality', 'outputs', 'studio', 'voices');
/** Which measure how long a picture stands still, run several nodes, or make networks. */
const alone = files('move', 'cluster', 'turn', 'rough');

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 2,
  projects: [
    { name: 'questions', testIgnore: [...broadcasts, ...alone], fullyParallel: true },
    { name: 'broadcasts', testMatch: broadcasts, fullyParallel: true },
    { name: 'alone', testMatch: alone, workers: 1 },
  ],
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    launchOptions: {
      executablePath: shellPath,
      // A doctor and several patients encode and decode on the same cores: fewer pictures a second leave them room.
      args: [...browserArgs, '--use-fake-device-for-media-stream=fps=10'],
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A failed test leaves a picture and the tree of each page. A fifth of all the work would go into traces: `--trace on` asks for them.
    screenshot: 'only-on-failure',
  },
});
