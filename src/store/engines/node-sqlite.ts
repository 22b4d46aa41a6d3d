// Kysely's dialect over the SQLite that comes with Node. Statements are prepared once.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type DatabaseConnection, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { type Clock, wait } from '../../clock.ts';

const MAX_STATEMENTS = 500;

/**
 * The dialect over an open database; for `timeoutMs` it waits for another process. Cached statements must not be read by
 * two streams at once; nothing here streams.
 */
export function nodeSqliteDialect(database: DatabaseSync, clock: Clock, timeoutMs: number): SqliteDialect {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    if (sql === 'rollback') return rollback(database);
    const known = statements.get(sql);
    if (known) return known;
    const statement = wrap(database.prepare(sql === 'begin' ? BEGIN : sql));
    const [oldest] = statements.keys();
    if (statements.size >= MAX_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  const adapted: SqliteDatabase = { prepare, close: () => database.close() };
  return new SqliteDialect({
    database: adapted,
    onCreateConnection: async (connection) =>
      waitWhileBusy(connection, () => database.isTransaction, { clock, timeoutMs }),
  });
}

const BUSY = 5;
const PAUSE_MS = 10;

/** SQLite's own waiting blocks the whole process. A statement that met a busy database has changed nothing: it is run again. */
function waitWhileBusy(
  connection: DatabaseConnection,
  isBegun: () => boolean,
  { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number },
): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    const deadline = clock.elapsed() + timeoutMs;
    for (;;) {
      try {
        return await execute<never>(query, options);
      } catch (error) {
        if (!isBusy(error) || isBegun() || clock.elapsed() > deadline) throw error;
        await wait(clock, PAUSE_MS);
      }
    }
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;
}

/** A transaction that reads before it writes would fail at once, without waiting, when another process wrote between. */
const BEGIN = 'begin immediate';

function wrap(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** SQLite rolls back by itself when the disk is full; a second rollback would hide why. */
function rollback(database: DatabaseSync): SqliteStatement {
  const run = () => {
    if (database.isTransaction) database.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, run, all: () => [], iterate: () => [].values() };
}
