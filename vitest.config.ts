import { defineConfig } from 'vitest/config';

// Named by what a test needs: `.test.ts` runs anywhere in milliseconds,
// `.int.test.ts` starts real processes (SQLite files, servers, the mediasoup worker).
const integration = {
  include: ['{server,infra}/**/*.int.test.ts'],
  exclude: ['**/node_modules/**'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
/** These break what runs, or encode in real time: after the others, and two at a time since most of it is waiting. */
const late = ['infra/{chaos,load}/*.int.test.ts', 'server/media/egress/*.int.test.ts'];

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
          exclude: ['**/node_modules/**', ...late],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...integration, name: 'integration-late', include: late, maxWorkers: 2, sequence: { groupOrder: 2 } } },
    ],
  },
});
