// The thread that writes: runs one statement after another on a connection of its own.
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting } from './sqlite-files.ts';
import { createStatements } from './sqlite-statements.ts';
import type { WriterRequest, WriterResponse } from './sqlite-writer.ts';

const path = String(workerData);
// SQLite would create one that was deleted meanwhile, in the place of what somebody is to put back.
if (!existsSync(path)) throw new Error('Cannot write: there is no such file');
const database = openForWriting(path);
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
