// Every test runs in Node, and the end-to-end tests a second time on Postgres. The last line of a run is the count of
// test/support/reporter.ts.
import { defineConfig } from 'vitest/config';
import { createCountReporter } from './test/support/reporter.ts';

export default defineConfig({
  test: {
    environment: 'node',
    // Bounds for what hangs, far above what anything takes, also on a machine that is busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    reporters: ['default', createCountReporter()],
    projects: [
      { extends: true, test: { name: 'all', include: ['test/**/*.test.ts'], exclude: ['test/bench/**'] } },
      {
        extends: true,
        test: {
          name: 'e2e on postgres',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-postgres.ts'],
          env: { E2E_ENGINE: 'postgres' },
        },
      },
    ],
  },
});
