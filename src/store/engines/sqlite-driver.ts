// Kysely's driver over two connections of one SQLite file: reads run on the one that only reads, all else on the one that
// writes, one after another.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { StatementResult } from './sqlite-statements.ts';
import { type SqliteDriverOptions, type Turns, waitingWhileBusy } from './sqlite-turns.ts';

/** What the driver takes: who else writes to the file does so in the same turns. */
export interface SharedTurns extends SqliteDriverOptions {
  readonly turns: Turns;
}

/** The dialect of SQLite over such a driver. */
export function sqliteDialect(options: SharedTurns): Dialect {
  return {
    createDriver: () => createDriver(options),
    createAdapter: () => new ConcurrentAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Kysely would run one query after another, reads too. */
class ConcurrentAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function createDriver(options: SharedTurns): Driver {
  const { writer, check, turns } = options;
  /** Connections in a transaction, and what ends their turn to write. */
  const transactions = new WeakMap<DatabaseConnection, () => void>();
  const endTurn = (connection: DatabaseConnection) => {
    transactions.get(connection)?.();
    transactions.delete(connection);
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      const connection: DatabaseConnection = {
        executeQuery: async (query) => resultFrom(await execute(query, transactions.has(connection), options)),
        streamQuery: () => {
          throw new Error('Cannot stream from SQLite: nothing here does');
        },
      };
      return connection;
    },
    beginTransaction: async (connection) => void transactions.set(connection, await turns.begin()),
    commitTransaction: async (connection) => {
      await writer.run('commit', []);
      check();
      endTurn(connection);
    },
    rollbackTransaction: async (connection) => {
      await writer.run('rollback', []).finally(() => endTurn(connection));
    },
    releaseConnection: async (connection) => endTurn(connection),
    destroy: () => writer.close(),
  };
}

async function execute(
  { query, sql, parameters }: CompiledQuery,
  isInTransaction: boolean,
  options: SharedTurns,
): Promise<StatementResult> {
  if (isInTransaction) return options.writer.run(sql, parameters);
  if (!SelectQueryNode.is(query)) return options.turns.run(sql, parameters);
  return waitingWhileBusy(options)(async () => options.read(sql, parameters));
}

function resultFrom<R>({ rows, changes }: StatementResult): QueryResult<R> {
  return { rows: rows as R[], ...(changes !== null && { numAffectedRows: changes }) };
}
