// Who may write to a SQLite file next, and waiting while another process has locked it.
import { type Clock, wait } from '../../clock.ts';
import { isBusy } from './driver-errors.ts';
import type { RunStatement } from './sqlite-statements.ts';
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

/** Whoever writes does so in turn: a statement by itself, or a transaction. */
export interface Turns {
  readonly run: SqliteWriter['run'];
  /** Begins a transaction. What it resolves with ends the turn, when the transaction is over. */
  readonly begin: (sql?: 'begin' | 'begin relaxed') => Promise<() => void>;
}

export function createTurns(options: SqliteDriverOptions): Turns {
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
    begin: async (sql = 'begin') => (await begin(sql, [])).end,
    run: async (sql, parameters) => {
      const { end, result } = await begin(sql, parameters);
      end();
      check();
      return result;
    },
  };
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
export function waitingWhileBusy({ clock, timeoutMs }: Pick<SqliteDriverOptions, 'clock' | 'timeoutMs'>) {
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
