// The short way to Postgres: named statements, which the server prepares once for each connection.
import type pg from 'pg';
import { type ReadRows, type RowReaders, rowsOf, type RunRelaxed, type WrittenRows } from './engine-rows.ts';

/** Runs a statement on whatever it is given: the pool, or the connection of a transaction. */
type RunOn = <T>(
  target: Pick<pg.ClientBase, 'query'> | pg.Pool,
  sql: string,
  parameters: readonly unknown[],
) => Promise<T[]>;

/** So many statements have names; there are fewer. What comes then is prepared each time. */
const MAX_NAMES = 200;

/** Named statements of one pool. */
export function createNamedStatements(): RunOn {
  const known = new Map<string, { readonly name: string; readonly text: string }>();
  const statementOf = (sql: string) => {
    const statement = known.get(sql) ?? { name: `s${known.size}`, text: numbered(sql) };
    if (known.size < MAX_NAMES) known.set(sql, statement);
    return known.has(sql) ? statement : { text: statement.text };
  };
  return async <T>(target: Pick<pg.ClientBase, 'query'> | pg.Pool, sql: string, parameters: readonly unknown[]) => {
    const { rows } = await target.query({ ...statementOf(sql), values: [...parameters] });
    return rows as T[];
  };
}

/** `?` as Postgres numbers them. */
function numbered(sql: string): string {
  let last = 0;
  return sql.replaceAll('?', () => {
    last += 1;
    return `$${last}`;
  });
}

/** Reads on any connection of the pool. */
export function createPoolReaders(pool: pg.Pool, runOn: RunOn): RowReaders {
  return readersOf((sql, parameters) => runOn(pool, sql, parameters));
}

function readersOf(read: ReadRows): RowReaders {
  return { data: read, keys: read };
}

/** Relaxed transactions. `lockKey` is the number of a name. */
export function createRelaxed(pool: pg.Pool, runOn: RunOn, lockKey: (name: string) => string): RunRelaxed {
  return async (work) => {
    const connection = await pool.connect();
    let failure: unknown;
    try {
      await connection.query('begin; set local synchronous_commit = off');
      const run: ReadRows = (sql, parameters) => runOn(connection, sql, parameters);
      const lockShared = async (names: readonly string[]) => {
        const numbers = names.map(lockKey).sort();
        await run('select pg_advisory_xact_lock_shared(name) from unnest(?::bigint[]) as name', [numbers]);
      };
      const written = await work({ rows: readersOf(run), run, lockShared });
      if (written && written.lengths.length > 0) await run(written.sql, [...columnsOf(written), ...written.common]);
      await connection.query('commit');
    } catch (error) {
      failure = error;
      await connection.query('rollback').catch(() => {});
      throw error;
    } finally {
      // A connection that is broken is not used again.
      connection.release(failure instanceof Error && isBroken(failure));
    }
  };
}

/** Whether the connection failed, not the statement, which the server gives a code of its own. */
function isBroken(failure: Error): boolean {
  return !('code' in failure && typeof failure.code === 'string' && /^[0-9A-Z]{5}$/.test(failure.code));
}

/** One list for each column: the text of the statement is the same for any number of rows. */
function columnsOf(written: WrittenRows): unknown[][] {
  const rows = rowsOf({ ...written, common: [] });
  return Array.from({ length: written.width + 1 }, (_, column) => rows.map((row) => row[column]));
}
