// Runs statements on an open SQLite database. Each is prepared once.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** What a statement did. Plain data: it may come from another thread. */
export interface StatementResult {
  readonly rows: readonly unknown[];
  /** Rows that were changed; null for a statement that returns rows. */
  readonly changes: bigint | null;
}

/** Runs one statement. Throws what SQLite throws. */
export type RunStatement = (sql: string, parameters: readonly unknown[]) => StatementResult;

const MAX_STATEMENTS = 500;

/** A transaction that reads before it writes would fail at once, without waiting, when another process wrote between. */
const BEGIN = 'begin immediate';

/** The statements of a database. */
export function createStatements(database: DatabaseSync): RunStatement {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql === 'begin' ? BEGIN : sql);
    const [oldest] = statements.keys();
    if (statements.size >= MAX_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  return (sql, parameters) => {
    // SQLite rolls back by itself when the disk is full; a second rollback would hide why.
    if (sql === 'rollback' && !database.isTransaction) return { rows: [], changes: 0n };
    const statement = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values), changes: null };
    return { rows: [], changes: BigInt(statement.run(...values).changes) };
  };
}
