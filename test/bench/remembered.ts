// A gateway that has read the records of everybody of REMEMBERED, and the references that answer with the same bytes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './filling.ts';
import { openConnection } from './load/connection.ts';
import { assertAnswer } from './load/generator.ts';
import { type Operation, requestsTo } from './load/request.ts';
import { newVariables, REMEMBERED } from './operations.ts';
import type { ServerProcess } from './processes.ts';
import type { Bench } from './row.ts';
import { type Gateway, type GatewayOptions, startGateway } from './servers/gateway.ts';

/** Starts it and reads the records that an operation selects, of all its people. */
export async function startRemembering(
  { upstream }: Bench,
  query: string,
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const gateway = await startGateway({ upstream: upstream.origin, ...options });
  await fill(gateway, { query, group: 'remembered', ...REMEMBERED });
  return gateway;
}

/** Sends one operation. */
async function answerOf(server: ServerProcess, operation: Operation): Promise<Buffer> {
  const connection = await openConnection(server.origin);
  try {
    const reply = await connection.send(requestsTo(server.origin)(operation));
    assertAnswer(reply);
    return reply.body();
  } finally {
    connection.close();
  }
}

/** A file with the answer, from which references send the same bytes, or execute over the same data. */
export async function answerFile(server: ServerProcess, { folder }: Bench, operation: Operation): Promise<string> {
  const file = join(folder, `answer-${process.hrtime.bigint()}.json`);
  writeFileSync(file, await answerOf(server, operation));
  return file;
}

/** Requests of which no two are alike, to any server. */
export function newRequests({ origin }: ServerProcess, query: string): (index: number) => Buffer {
  const request = requestsTo(origin);
  return (index) => request(newVariables(query, index));
}

/** Throws when the upstream was asked: the records were not all in memory. */
export async function assertNoCalls({ upstream }: Bench): Promise<void> {
  const { count } = await upstream.take();
  if (count > 0) throw new Error(`${count} calls were sent, although everything had been read`);
}
