import { defineConfig } from '@playwright/test';
import { browserArgs, shellPath } from './browser.ts';

/** In which video is sent. */
const broadcasts = ['media', 'quality', 'move', 'cluster', 'turn', 'rough', 'outputs', 'studio', 'voices'].map((name) => `${name}.spec.ts`);

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 2,
  projects: [
    { name: 'questions', testIgnore: broadcasts, fullyParallel: true },
    // One broadcast at a time: a doctor and two patients encode and decode video on the same cores; two at a time took no less.
    { name: 'broadcasts', testMatch: broadcasts, workers: 1 },
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
