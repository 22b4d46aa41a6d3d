// The thread that writes: runs one statement after another, on a connection of its own to each database.
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting } from './sqlite-files.ts';
import { createStatements } from './sqlite-statements.ts';
import { runWork, type WriterRequest, type WriterResponse } from './sqlite-writer.ts';

const databases = new Map((workerData as readonly string[]).map((path) => [path, open(path)]));

parentPort?.on('message', (request: WriterRequest) => {
  if (request.id === 0) {
    for (const { database } of databases.values()) database.close();
    parentPort?.close();
  } else parentPort?.postMessage(responseTo(request));
});

function open(path: string) {
  // SQLite would create one that was deleted meanwhile, in the place of what somebody is to put back.
  if (!existsSync(path)) throw new Error('Cannot write: there is no such file');
  const database = openForWriting(path);
  return { database, run: createStatements(database) };
}

function responseTo({ id, path, ...work }: WriterRequest): WriterResponse {
  try {
    const { run } = databases.get(path) ?? open(path);
    return { id, result: runWork(run, work) };
  } catch (error) {
    const { name, message, errcode } = (error instanceof Error ? error : new Error()) as Error & { errcode?: unknown };
    return { id, failure: { name, message, errcode: typeof errcode === 'number' ? errcode : null } };
  }
}
