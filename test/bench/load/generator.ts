// The load generator: so many connections that each send the next request when the last one is answered (closed loop), or
// requests at a rate whatever the answers do (open loop).
import { type Connection, openConnection, type Reply } from './connection.ts';

/** What was sent, and how long each answer took in milliseconds. */
export interface Load {
  readonly answers: number;
  readonly seconds: number;
  readonly times: readonly number[];
}

export interface ClosedLoop {
  readonly origin: string;
  readonly connections: number;
  /** Ends after so many seconds, or so many answers where that is less. */
  readonly seconds: number;
  readonly answers?: number;
  /** Goes on until there are so many, however long that takes. */
  readonly atLeast?: number;
  /** The bytes of the request with a number; each number is used once. */
  readonly request: (index: number) => Buffer;
}

/** Throws on the first answer that is none: an error is cheap, and would look fast. */
export async function runClosedLoop({
  origin,
  connections,
  seconds,
  answers,
  atLeast = 0,
  request,
}: ClosedLoop): Promise<Load> {
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(origin)));
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let next = 0;
  const client = async (connection: Connection) => {
    while ((performance.now() < end || next < atLeast) && next < (answers ?? Number.POSITIVE_INFINITY)) {
      const bytes = request(next++);
      const sent = performance.now();
      assertAnswer(await connection.send(bytes));
      times.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(opened.map(client));
    return { answers: times.length, seconds: (performance.now() - begin) / 1000, times };
  } finally {
    for (const connection of opened) connection.close();
  }
}

export interface OpenLoop {
  readonly origin: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly request: (index: number) => Buffer;
}

/** Answers are timed from the moment at which the request was due, also when it had to wait for a connection. */
export async function runOpenLoop({ origin, perSecond, seconds, request }: OpenLoop): Promise<Load> {
  const idle: Connection[] = await Promise.all(Array.from({ length: 16 }, () => openConnection(origin)));
  const all = [...idle];
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const begin = performance.now();
  const sendOne = async (index: number, due: number) => {
    // In turns, so that none is idle for so long that the server ends it at the moment at which it is used.
    let connection = idle.shift();
    while (connection && !connection.isOpen()) connection = idle.shift();
    if (!connection) all.push((connection = await openConnection(origin)));
    assertAnswer(await connection.send(request(index)));
    times.push(performance.now() - due);
    idle.push(connection);
  };
  try {
    for (let index = 0; index < perSecond * seconds; index += 1) {
      const due = begin + (index / perSecond) * 1000;
      while (performance.now() < due) await pause(due - performance.now());
      under.push(sendOne(index, due));
    }
    await Promise.all(under);
    return { answers: times.length, seconds: (performance.now() - begin) / 1000, times };
  } finally {
    for (const connection of all) connection.close();
  }
}

/** Timers are late by up to a millisecond: the last of the wait is spent in turns of the event loop. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds > 2) setTimeout(resolve, milliseconds - 1.5);
    else setImmediate(resolve);
  });
}

const ERRORS = Buffer.from('"errors":');

/** Throws unless it is a 200 without an entry of `errors`. */
export function assertAnswer({ status, body }: Reply): void {
  const bytes = body();
  if (status === 200 && !bytes.includes(ERRORS)) return;
  throw new Error(`The answer is none: ${status} ${bytes.toString('utf8', 0, 600)}`);
}
