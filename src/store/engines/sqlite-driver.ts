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
import { type Clock, wait } from '../../clock.ts';
import { isBusy } from './driver-errors.ts';
import type { RunStatement, StatementResult } from './sqlite-statements.ts';
import type { SqliteWriter } from './sqlite-writer.ts';

export interface SqliteDriverOptions {
  readonly read: RunStatement;
  readonly writer: SqliteWriter;
  /** Throws when what was just committed is lost; then nothing is acknowledged. */
  readonly check: () => void;
  readonly clock: Pick<Clock, 'after' | 'elapsed'>;
  /** How long a statement waits for another process that has locked the database. */
  readonly timeoutMs: number;
}

/** The dialect of SQLite over such a driver. */
export function sqliteDialect(options: SqliteDriverOptions): Dialect {
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

function createDriver(options: SqliteDriverOptions): Driver {
  const { writer, check } = options;
  const turns = createTurns(options);
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
        executeQuery: async (query) =>
          resultFrom(await execute(query, transactions.has(connection), { ...options, turns })),
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
  options: SqliteDriverOptions & { readonly turns: Turns },
): Promise<StatementResult> {
  if (isInTransaction) return options.writer.run(sql, parameters);
  if (!SelectQueryNode.is(query)) return options.turns.run(sql, parameters);
  return waitingWhileBusy(options)(async () => options.read(sql, parameters));
}

/** Whoever writes does so in turn: a statement by itself, or a transaction. */
interface Turns {
  readonly run: SqliteWriter['run'];
  /** Begins a transaction. What it resolves with ends the turn, when the transaction is over. */
  readonly begin: () => Promise<() => void>;
}

function createTurns(options: SqliteDriverOptions): Turns {
  const { writer, check } = options;
  const acquire = createLock();
  const begin = async (sql: string, parameters: readonly unknown[]) => {
    const attempt = waitingWhileBusy(options);
    const end = await acquire();
    try {
      return { end, result: await attempt(() => writer.run(sql, parameters)) };
    } catch (error) {
      end();
      throw error;
    }
  };
  return {
    begin: async () => (await begin('begin', [])).end,
    run: async (sql, parameters) => {
      const { end, result } = await begin(sql, parameters);
      end();
      check();
      return result;
    },
  };
}

function resultFrom<R>({ rows, changes }: StatementResult): QueryResult<R> {
  return { rows: rows as R[], ...(changes !== null && { numAffectedRows: changes }) };
}

/** A lock that goes to those who wait for it in turn. What it resolves with releases it. */
function createLock(): () => Promise<() => void> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}

const PAUSE_MS = 10;

/**
 * Runs a statement again while another process has locked the database; it has changed nothing then. The time runs from now:
 * whoever waits for their turn meanwhile does not wait for the lock once more.
 */
function waitingWhileBusy({ clock, timeoutMs }: SqliteDriverOptions) {
  const deadline = clock.elapsed() + timeoutMs;
  return async <T>(run: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error) || clock.elapsed() > deadline) throw error;
        await wait(clock, PAUSE_MS);
      }
    }
  };
}
