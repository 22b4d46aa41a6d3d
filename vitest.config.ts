// Every test runs in Node, and the end-to-end tests in which the store matters a second time on Postgres. One server serves
// all tests that need one. The last line of a run is the count of test/support/reporter.ts.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { createCountReporter } from './test/support/reporter.ts';
import { createTrustReporter } from './test/trust/support/table.ts';

/** People, sessions, deliveries, events and erasure; the store's contract has a suite of its own. */
const ON_BOTH_ENGINES = [
  'claims',
  'sessions',
  'deliveries',
  'disconnect',
  'events',
  'history',
  'many-deliveries',
  'receiver',
  'sign-in',
  'sign-in-tokens',
  'subscription-access',
  'subscriptions',
  'webhook-creation',
].map((name) => presentFile(`test/e2e/${name}.test.ts`));

/** The contract on Postgres, and several processes over one store. */
const ON_POSTGRES_ONLY = [
  'test/store/engines/postgres.test.ts',
  'test/store/engines/postgres-groups.test.ts',
  'test/store/engines/postgres-backup.test.ts',
  'test/store/engines/postgres-erasure.test.ts',
  'test/jobs/deliveries/two-processes.test.ts',
  'test/jobs/import/postgres.test.ts',
  'test/e2e/processes.test.ts',
  'test/e2e/budget-processes.test.ts',
  'test/e2e/store-hangs.test.ts',
  'test/e2e/call-limit-postgres.test.ts',
].map(presentFile);

/** What needs a machine that does nothing else, or minutes. */
const LONG_ONLY = ['test/trust/load.test.ts', 'test/trust/neighbour.test.ts'].map(presentFile);

/** A file that was renamed would not be run any more, and nobody would notice. */
function presentFile(path: string): string {
  if (existsSync(new URL(path, import.meta.url))) return path;
  throw new Error(`Cannot run ${path}: there is no such file; correct its name in vitest.config.ts`);
}

export default defineConfig({
  // Vite would find another copy of `graphql` for our files than Node finds for Yoga, and the two refuse each other.
  ssr: { resolve: { conditions: ['module-sync', 'node', 'development|production'] } },
  test: {
    environment: 'node',
    // Bounds for what hangs, far above what anything takes, also on a machine that is busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // A program that a test starts finds there what those before it have compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/programs', import.meta.url)) },
    // One more than the cores of a small machine: many tests wait for a process or a browser.
    maxWorkers: 3,
    // The project has no mutable state outside of functions, so that test files can share what they import: half the time.
    isolate: false,
    reporters: ['default', createTrustReporter(), createCountReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: ['test/bench/node_modules/**', ...ON_POSTGRES_ONLY, ...(process.env['LONG'] ? [] : LONG_ONLY)],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...ON_BOTH_ENGINES, ...ON_POSTGRES_ONLY],
          globalSetup: ['test/support/postgres-setup.ts'],
          env: { E2E_ENGINE: 'postgres' },
        },
      },
    ],
  },
});
