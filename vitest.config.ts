import { defineConfig } from 'vitest/config';

// Named by what a test needs: `.test.ts` runs anywhere in milliseconds,
// `.int.test.ts` starts real processes (SQLite files, servers, the mediasoup worker).
const integration = {
  include: ['{server,infra}/**/*.int.test.ts'],
  exclude: ['**/node_modules/**'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
/** These break or fill a whole machine, and measure what it does then; or encode in real time. */
const alone = ['infra/{chaos,load}/*.int.test.ts', 'server/media/egress/*.int.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,infra,client}/**/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
          maxWorkers: 2,
          // No test changes what a module keeps, nor puts another in its place: loading each anew for each file took two thirds of the time.
          isolate: false,
        },
      },
      {
        test: {
          ...integration,
          name: 'integration',
          exclude: ['**/node_modules/**', ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...integration, name: 'integration-alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
