// The numbers of resources: a record has one in the place of a name. They never change, so each process reads them once.
import type { Engine } from '../engines/engine.ts';
import { READ_RESOURCES } from './record-statements.ts';

export interface ResourceNumbers {
  /** Gives numbers to those that have none, in a transaction of its own. */
  add(names: readonly string[]): Promise<void>;
  /** Throws for one that was not added. */
  numberOf(name: string): number;
}

export function createResourceNumbers({ db, rows }: Pick<Engine, 'db' | 'rows'>): ResourceNumbers {
  const known = new Map<string, number>();
  const missing = (names: readonly string[]) => [...new Set(names)].filter((name) => !known.has(name));
  const load = async () => {
    for (const { id, name } of await rows.data<{ id: number; name: string }>(READ_RESOURCES, [])) known.set(name, id);
  };
  return {
    add: async (names) => {
      if (missing(names).length === 0) return;
      await load();
      const unnumbered = missing(names);
      if (unnumbered.length === 0) return;
      await db
        .insertInto('resources')
        .values(unnumbered.map((name) => ({ name })))
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      await load();
    },
    numberOf: (name) => {
      const number = known.get(name);
      if (number === undefined) throw new Error('Cannot write a record: its resource has no number');
      return number;
    },
  };
}
