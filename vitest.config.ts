// Every test runs in Node, and the end-to-end tests in which the store matters a second time on Postgres. The last line
// of a run is the count of test/support/reporter.ts.
import { defineConfig } from 'vitest/config';
import { createCountReporter } from './test/support/reporter.ts';

/** People, sessions, deliveries, events, erasure and several processes; the store's contract has a suite of its own. */
const ON_POSTGRES = [
  'deliveries',
  'disconnect',
  'events',
  'history',
  'processes',
  'receiver',
  'sign-in',
  'sign-in-tokens',
  'strangers',
  'subscriptions',
  'webhook-creation',
];

export default defineConfig({
  // Vite would find another copy of `graphql` for our files than Node finds for Yoga, and the two refuse each other.
  ssr: { resolve: { conditions: ['module-sync', 'node', 'development|production'] } },
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
          include: ON_POSTGRES.map((name) => `test/e2e/${name}.test.ts`),
          globalSetup: ['test/support/e2e-postgres.ts'],
          env: { E2E_ENGINE: 'postgres' },
        },
      },
    ],
  },
});
