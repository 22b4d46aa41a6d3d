// Chance from a seed, so that what was found is found again: TRUST_SEED=… npm run test:trust.
import { createRandom as createStream, type Random as Stream } from '../../../src/simulator/random.ts';

/** The seed of a run. */
export const SEED = process.env['TRUST_SEED'] ?? '1';

export interface Random extends Stream {
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  /** One of a list. Throws when it is empty. */
  pick<Item>(items: readonly Item[]): Item;
}

/** The chance of one measurement, or of one round of it: another for other names. */
export function createRandom(...names: readonly (string | number)[]): Random {
  const stream = createStream(SEED, ...names);
  return {
    ...stream,
    below: (end) => stream.integer(0, end - 1),
    pick: (items) => {
      const item = items[stream.integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Cannot pick: the list is empty');
      return item;
    },
  };
}
