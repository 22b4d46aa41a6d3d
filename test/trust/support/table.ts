// The table that a run of the bars ends with: bar, figure, held.
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase } from 'vitest/node';
import { BARS, type BarId } from '../bars.ts';
import type { BarMeta } from './bar.ts';

/** One test of a bar that was run. */
export interface BarOutcome extends BarMeta {
  readonly hasPassed: boolean;
}

const HEAD = ['bar', 'figure', 'held'] as const;

/** Prints the table after a run in which bars were measured, and nothing after any other. */
export function createTrustReporter(): Reporter {
  return {
    onTestRunEnd(modules) {
      const outcomes = modules.flatMap((module) => [...module.children.allTests()].flatMap(outcomeOf));
      if (outcomes.length > 0) process.stdout.write(`\n${tableOf(outcomes)}\n`);
    },
  };
}

function outcomeOf(test: TestCase): BarOutcome[] {
  const { trust } = test.meta();
  return trust ? [{ ...trust, hasPassed: test.result().state === 'passed' }] : [];
}

/** The rows of the bars that were run, in the order of the register. */
export function tableOf(outcomes: readonly BarOutcome[]): string {
  const byId = Map.groupBy(outcomes, ({ id }) => id);
  const rows = (Object.keys(BARS) as BarId[]).flatMap((id) => (byId.has(id) ? [rowOf(id, byId.get(id) ?? [])] : []));
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A bar is held when it was measured, and when its control was seen failing. */
function rowOf(id: BarId, outcomes: readonly BarOutcome[]): readonly string[] {
  const { statement, control } = BARS[id];
  const [measured, broken] = (['bar', 'control'] as const).map((role) => outcomes.find((one) => one.role === role));
  const isHeld = (measured?.hasPassed && broken?.hasPassed) ?? false;
  const seen = broken?.hasPassed
    ? `seen failing: ${control} (${broken.figure ?? ''})`
    : `the control, ${control}, was not seen failing`;
  return [statement, measured?.figure ?? 'not measured', `${isHeld ? 'yes' : 'no'}; ${seen}`].map((cell) =>
    stripVTControlCharacters(cell).replaceAll('\n', ' ').replaceAll('|', '/'),
  );
}
