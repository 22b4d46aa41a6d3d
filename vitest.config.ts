// Every test runs in Node; the last line of a run is the count of test/support/reporter.ts.
import { defineConfig } from 'vitest/config';
import { createCountReporter } from './test/support/reporter.ts';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    reporters: ['default', createCountReporter()],
  },
});
