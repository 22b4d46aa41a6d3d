// The connection that writes: in this thread, or in one of its own, so that no flush of the disk stops the process.
import { extname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../contract/errors.ts';
import { createStatements, type StatementResult } from './sqlite-statements.ts';

export interface SqliteWriter {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  close(): Promise<void>;
}

/** What the thread is sent; a statement with id 0 closes the database. */
export interface WriterRequest {
  readonly id: number;
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
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** The program of the thread, next to this file whether it is compiled or not. */
const PROGRAM = new URL(`./sqlite-worker${extname(import.meta.url)}`, import.meta.url);

interface Waiting {
  readonly resolve: (result: StatementResult) => void;
  readonly reject: (failure: Error) => void;
}

/** A writer in a thread of its own, for the database at a path. It keeps no process alive but while it works. */
export function startWriterThread(path: string): SqliteWriter {
  const worker = new Worker(PROGRAM, { workerData: path });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | null = null;
  const end = (failure: Error) => {
    ended ??= failure;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.unref();
  worker.on('error', end);
  worker.on('exit', () => end(new StoreError('unavailable', 'Cannot write: the thread that writes has ended')));
  worker.on('message', ({ id, result, failure }: WriterResponse) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (result) waiter?.resolve(result);
    else waiter?.reject(errorFrom(failure));
  });
  return {
    run: (sql, parameters) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: last, sql, parameters } satisfies WriterRequest);
      }),
    close: async () => {
      if (ended) return;
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      worker.ref();
      worker.postMessage({ id: 0, sql: '', parameters: [] } satisfies WriterRequest);
      await exit;
    },
  };
}

function errorFrom(failure: WriterResponse['failure']): Error {
  const { name = 'Error', message = 'Something was thrown that is no error', errcode = null } = failure ?? {};
  const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
  return errcode === null ? error : Object.assign(error, { errcode });
}
