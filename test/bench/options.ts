// The arguments of `npm run bench`.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Names of rows; all when empty. */
  readonly only: readonly string[];
  /** Fewer repeats, shorter measurements, less filled: to see whether a row runs, not what it says. */
  readonly quick: boolean;
  /** Whether docs/bench.md is written. */
  readonly write: boolean;
}

/** Throws on an argument that it does not know. */
export function readOptions(args: readonly string[], rows: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const only = values.only.flatMap((names) => names.split(','));
  const unknown = only.filter((name) => !rows.includes(name));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}; there are ${rows.join(', ')}`);
  return { only, quick: values.quick, write: values.write };
}
