// Prepared statements are held by what they take: those that were used last.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createStatements } from '../../../src/store/engines/sqlite-statements.ts';

const database = new DatabaseSync(':memory:');
afterAll(() => database.close());

/** A statement with so many parameters, and what runs it. */
function statement(run: ReturnType<typeof createStatements>, count: number): () => unknown {
  const values = Array.from({ length: count }, (_, index) => index);
  return () => run(`select ? as first where 0 in (${values.map(() => '?').join(', ')})`, [7, ...values]).rows;
}

describe('statements', () => {
  it('are prepared once while there is space for them, and those that were used last stay', () => {
    const prepare = vi.spyOn(database, 'prepare');
    const run = createStatements(database);
    const [often, seldom] = [statement(run, 1), statement(run, 2)];
    for (let nth = 0; nth < 50; nth += 1) expect([often(), seldom()]).toEqual([[{ first: 7 }], [{ first: 7 }]]);
    expect(prepare).toHaveBeenCalledTimes(2);
    // 120,000 characters of others.
    for (let count = 101; count < 500; count += 2) {
      statement(run, count)();
      often();
    }
    expect(prepare).toHaveBeenCalledTimes(202);
    seldom();
    expect(prepare).toHaveBeenCalledTimes(203);
    often();
    expect(prepare).toHaveBeenCalledTimes(203);
  });

  it('run also when one of them is larger than all that are held', () => {
    const run = createStatements(database);
    const large = statement(run, 25_000);
    expect([large(), large()]).toEqual([[{ first: 7 }], [{ first: 7 }]]);
  });
});
