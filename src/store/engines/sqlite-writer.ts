// The connection that writes: in this thread, or in one of its own, so that no flush of the disk stops the process.
import { extname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../contract/errors.ts';
import { rowsOf, type WrittenRows } from './engine-rows.ts';
import { createStatements, type RunStatement, type StatementResult } from './sqlite-statements.ts';

export interface SqliteWriter {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /** Writes rows, if there are any, and commits the transaction, in one go. */
  commit(written: WrittenRows | null): Promise<void>;
  close(): Promise<void>;
}

/** What the thread is sent: work on the database at a path; a request with id 0 closes all of them. */
export interface WriterRequest extends WriterWork {
  readonly id: number;
  readonly path: string;
}

/** Rows to write first, and a statement. */
export interface WriterWork {
  readonly written: WrittenRows | null;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What the thread answers. Errors lose what SQLite adds to them on the way: `errcode` travels by itself. */
export interface WriterResponse {
  readonly id: number;
  readonly result?: StatementResult;
  readonly failure?: { readonly name: string; readonly message: string; readonly errcode: number | null };
}

/** A writer in this thread, over a database that it closes. */
export function createWriter(database: DatabaseSync): SqliteWriter {
  const run = createStatements(database);
  return {
    run: async (sql, parameters) => run(sql, parameters),
    commit: async (written) => void runWork(run, { written, ...COMMIT }),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

const COMMIT = { sql: 'commit', parameters: [] } as const;

/** Writes the rows and runs the statement; what the statement did. */
export function runWork(run: RunStatement, { written, sql, parameters }: WriterWork): StatementResult {
  if (written) for (const row of rowsOf(written)) run(written.sql, row);
  return run(sql, parameters);
}

/** The program of the thread, next to this file whether it is compiled or not. */
const PROGRAM = new URL(`./sqlite-worker${extname(import.meta.url)}`, import.meta.url);
/** So many threads in a row that ended before they did anything: from then on all writes fail, until a restart. */
const MAX_FAILED = 3;

/** The writer for the database at a path. */
export type WriterFor = (path: string) => SqliteWriter;

/**
 * Writers in a thread of their own, for the databases at these paths: a thread takes 25 MB, so that they share one, which starts
 * with the first statement and ends with the last writer. It keeps no process alive but while it works. Another one takes the
 * place of one that has ended, and rejects whatever is left of a transaction that it has not begun.
 */
export function createWriterThread(paths: readonly string[]): WriterFor {
  let thread: WriterThread | null = null;
  let failed = 0;
  const open = new Set(paths);
  const current = () => {
    if (thread?.ended() === null) return thread;
    if (thread) failed = thread.hasWorked() ? 0 : failed + 1;
    if (!thread || failed < MAX_FAILED) thread = startThread(paths);
    return thread;
  };
  return (path) => ({
    ...inTransactions(path, current),
    close: async () => {
      open.delete(path);
      if (open.size === 0) await thread?.close();
    },
  });
}

/** Runs statements in the current thread, and those of a transaction in the one that has begun it. */
function inTransactions(path: string, current: () => WriterThread): Pick<SqliteWriter, 'run' | 'commit'> {
  /** Where the transaction in progress began. */
  let transactionIn: WriterThread | null = null;
  const send = async (work: WriterWork) => {
    const lost = transactionIn?.ended();
    if (lost) throw lost;
    const used = current();
    const result = await used.run({ path, ...work });
    if (work.sql === 'begin' || work.sql === 'begin relaxed') transactionIn = used;
    if (work.sql === 'commit') transactionIn = null;
    return result;
  };
  const rollBack = async (): Promise<StatementResult> => {
    const rolledBack = transactionIn;
    transactionIn = null;
    // SQLite has done it when the connection of that thread ended.
    if (!rolledBack || rolledBack.ended()) return { rows: [], changes: 0n };
    return rolledBack.run({ path, written: null, sql: 'rollback', parameters: [] });
  };
  return {
    run: (sql, parameters) => (sql === 'rollback' ? rollBack() : send({ written: null, sql, parameters })),
    commit: async (written) => void (await send({ written, ...COMMIT })),
  };
}

interface WriterThread {
  run(request: Omit<WriterRequest, 'id'>): Promise<StatementResult>;
  close(): Promise<void>;
  /** Why it has ended; null while it has not. */
  ended(): Error | null;
  /** Whether it has answered anything. */
  hasWorked(): boolean;
}

interface Waiting {
  readonly resolve: (result: StatementResult) => void;
  readonly reject: (failure: Error) => void;
}

function startThread(paths: readonly string[]): WriterThread {
  const worker = new Worker(PROGRAM, { workerData: paths });
  const { waiting, ended, hasWorked } = followThread(worker);
  let last = 0;
  const send = (request: WriterRequest) => {
    worker.ref();
    worker.postMessage(request, request.written ? [request.written.memory] : []);
  };
  return {
    ended,
    hasWorked,
    run: (request) =>
      new Promise((resolve, reject) => {
        const failure = ended();
        if (failure) return reject(failure);
        last += 1;
        waiting.set(last, { resolve, reject });
        send({ id: last, ...request });
      }),
    close: async () => {
      if (ended()) return;
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      send({ id: 0, path: '', written: null, sql: '', parameters: [] });
      await exit;
    },
  };
}

/** What the thread answers goes to whoever waits for it; when it ends, they all fail. */
function followThread(worker: Worker) {
  const waiting = new Map<number, Waiting>();
  let hasWorked = false;
  let ended: Error | null = null;
  const end = (failure: unknown) => {
    ended ??= threadEnded(failure);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.unref();
  worker.on('error', end);
  worker.on('exit', () => end(null));
  worker.on('message', ({ id, result, failure }: WriterResponse) => {
    hasWorked = true;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (result) waiter?.resolve(result);
    else waiter?.reject(errorFrom(failure));
  });
  return { waiting, ended: () => ended, hasWorked: () => hasWorked };
}

/** The code is in the log. */
function threadEnded(failure: unknown): StoreError {
  const code = failure instanceof Error && 'code' in failure ? failure.code : 'WRITER_ENDED';
  const cause = Object.assign(new Error('The thread that writes has ended'), { code });
  return new StoreError('unavailable', 'Cannot write: the thread that writes has ended', cause);
}

function errorFrom(failure: WriterResponse['failure']): Error {
  const { name = 'Error', message = 'Something was thrown that is no error', errcode = null } = failure ?? {};
  const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
  return errcode === null ? error : Object.assign(error, { errcode });
}
