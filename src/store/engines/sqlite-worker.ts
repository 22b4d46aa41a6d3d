// The thread that writes: runs one statement after another on a connection of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting } from './sqlite-files.ts';
import { createStatements } from './sqlite-statements.ts';
import type { WriterRequest, WriterResponse } from './sqlite-writer.ts';

const database = openForWriting(String(workerData));
const run = createStatements(database);

parentPort?.on('message', ({ id, sql, parameters }: WriterRequest) => {
  if (id === 0) {
    database.close();
    parentPort?.close();
  } else parentPort?.postMessage(responseTo({ id, sql, parameters }));
});

function responseTo({ id, sql, parameters }: WriterRequest): WriterResponse {
  try {
    return { id, result: run(sql, parameters) };
  } catch (error) {
    const { name, message, errcode } = (error instanceof Error ? error : new Error()) as Error & { errcode?: unknown };
    return { id, failure: { name, message, errcode: typeof errcode === 'number' ? errcode : null } };
  }
}
