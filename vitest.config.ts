import { defineConfig } from 'vitest/config';

// Three kinds of test, one command: pure and database tests run together, journeys in a real browser on their own.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/world/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Every file has a database of its own and leaves nothing behind, so that loading the whole program once is enough.
    isolate: false,
    fsModuleCache: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/*.test.ts', 'test/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: { name: 'journeys', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, maxWorkers: 1 },
      },
    ],
  },
});
