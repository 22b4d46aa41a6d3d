// Ends a run with one line for machines: `N passed, N failed`, and `, N skipped` where any were.
import type { Reporter, TestModule } from 'vitest/node';

/** A file that does not load, a failed hook of a suite and an error outside of all tests each count as one failure. */
export function createCountReporter(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
      const count = (wanted: string) => states.filter((state) => state === wanted).length;
      const skipped = count('skipped');
      const failed = states.length - count('passed') - skipped + brokenGroups(modules) + unhandledErrors.length;
      process.stdout.write(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    },
  };
}

function brokenGroups(modules: readonly TestModule[]): number {
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  return groups.filter((group) => group.errors().length > 0).length;
}
