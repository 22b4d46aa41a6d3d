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

/** Of the texts of all statements that are prepared: for each character SQLite takes about 100 bytes. */
const MAX_CHARACTERS = 20_000;

/** A transaction that reads before it writes would fail at once, without waiting, when another process wrote between. */
const BEGIN = 'begin immediate';
/** Begins a transaction whose commit is not flushed by itself: the next one that is, or a checkpoint, flushes it too. */
const RELAXED = 'begin relaxed';

/** The statements of a database. */
export function createStatements(database: DatabaseSync): RunStatement {
  const prepare = createPreparedStatements(database);
  let isRelaxed = false;
  /** SQLite takes it between transactions alone, so whatever comes after a relaxed one sets it first. */
  const relax = (shouldRelax: boolean) => {
    if (isRelaxed === shouldRelax || database.isTransaction) return;
    database.exec(`pragma synchronous = ${shouldRelax ? 'normal' : 'full'}`);
    isRelaxed = shouldRelax;
  };
  return (sql, parameters) => {
    relax(sql === RELAXED);
    // SQLite rolls back by itself when the disk is full; a second rollback would hide why.
    if (sql === 'rollback' && !database.isTransaction) return { rows: [], changes: 0n };
    const { statement, hasRows } = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (hasRows) return { rows: statement.all(...values), changes: null };
    return { rows: [], changes: BigInt(statement.run(...values).changes) };
  };
}

interface PreparedStatement {
  readonly statement: StatementSync;
  readonly hasRows: boolean;
}

/** Those that were used last. */
function createPreparedStatements(database: DatabaseSync): (sql: string) => PreparedStatement {
  const prepare = (sql: string): PreparedStatement => {
    const statement = database.prepare(sql === 'begin' || sql === RELAXED ? BEGIN : sql);
    return { statement, hasRows: statement.columns().length > 0 };
  };
  const statements = new Map<string, PreparedStatement>();
  let characters = 0;
  return (sql) => {
    const known = statements.get(sql);
    const statement = known ?? prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    if (known === undefined) characters += sql.length;
    for (const oldest of statements.keys()) {
      if (characters <= MAX_CHARACTERS || oldest === sql) break;
      statements.delete(oldest);
      characters -= oldest.length;
    }
    return statement;
  };
}
