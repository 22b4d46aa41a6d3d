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
  const { read, writer, check } = options;
  const acquire = createLock();
  /** Connections in a transaction, and what lets others write again. */
  const releases = new WeakMap<DatabaseConnection, () => void>();
  const release = (connection: DatabaseConnection) => {
    releases.get(connection)?.();
    releases.delete(connection);
  };
  const runAlone = async ({ sql, parameters }: CompiledQuery) => {
    const attempt = waitingWhileBusy(options);
    const done = await acquire();
    try {
      const result = await attempt(() => writer.run(sql, parameters));
      check();
      return result;
    } finally {
      done();
    }
  };
  const connect = (): DatabaseConnection => {
    const executeQuery: DatabaseConnection['executeQuery'] = async <R>(query: CompiledQuery) => {
      const { sql, parameters } = query;
      if (releases.has(connection)) return resultFrom<R>(await writer.run(sql, parameters));
      if (!SelectQueryNode.is(query.query)) return resultFrom<R>(await runAlone(query));
      return resultFrom<R>(await waitingWhileBusy(options)(async () => read(sql, parameters)));
    };
    const connection: DatabaseConnection = { executeQuery, streamQuery: rejectStream };
    return connection;
  };
  return {
    init: async () => {},
    acquireConnection: async () => connect(),
    beginTransaction: async (connection) => {
      const attempt = waitingWhileBusy(options);
      const done = await acquire();
      try {
        await attempt(() => writer.run('begin', []));
        releases.set(connection, done);
      } catch (error) {
        done();
        throw error;
      }
    },
    commitTransaction: async (connection) => {
      await writer.run('commit', []);
      check();
      release(connection);
    },
    rollbackTransaction: (connection) =>
      writer.run('rollback', []).then(
        () => release(connection),
        (error: unknown) => {
          release(connection);
          throw error;
        },
      ),
    releaseConnection: async (connection) => release(connection),
    destroy: () => writer.close(),
  };
}

async function* rejectStream(): AsyncGenerator<never> {
  throw new Error('Cannot stream from SQLite: nothing here does');
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
