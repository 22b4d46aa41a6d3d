// The short way to a SQLite file: reads on the connections that read, also within a transaction, and writes in one go.
import type { ReadRows, RowReaders, RunRelaxed } from './engine-rows.ts';
import { type SqliteDriverOptions, type Turns, waitingWhileBusy } from './sqlite-turns.ts';

/** Reads of a connection. */
export function createRowReader(options: Pick<SqliteDriverOptions, 'read' | 'clock' | 'timeoutMs'>): ReadRows {
  return <T>(sql: string, parameters: readonly unknown[]) =>
    waitingWhileBusy(options)(async () => options.read(sql, parameters).rows as readonly T[]);
}

export interface RelaxedOptions extends Pick<SqliteDriverOptions, 'writer' | 'check'> {
  readonly turns: Turns;
  readonly rows: RowReaders;
}

/**
 * Relaxed transactions. Whoever has begun one has the file alone, so that what is committed is what it finds: it reads on the
 * connections of this thread until it writes.
 */
export function createRelaxed({ writer, check, turns, rows }: RelaxedOptions): RunRelaxed {
  const run: ReadRows = async <T>(sql: string, parameters: readonly unknown[]) =>
    (await writer.run(sql, parameters)).rows as readonly T[];
  return async (work) => {
    const end = await turns.begin('begin relaxed');
    try {
      await writer.commit(await work({ rows, run, lockShared: async () => {} }));
      check();
    } catch (error) {
      await writer.run('rollback', []);
      throw error;
    } finally {
      end();
    }
  };
}
