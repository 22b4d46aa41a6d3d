// A response on its way to the socket: whole, or chunk by chunk as fast as the client reads, and dropped when it does not.
import type { ServerResponse } from 'node:http';
import type { UnsentBytes } from './unsent-bytes.ts';

export interface SendOptions {
  /** Whose unread bytes these are. */
  readonly person: string;
  readonly unsent: UnsentBytes;
  /** Milliseconds without a byte that the client takes, after which the connection is ended. */
  readonly unreadMs: number;
  /** Of every response. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A response of Yoga, which keeps a body as it was given. Its body as a stream costs several times as much. */
interface WholeResponse {
  readonly bodyType?: unknown;
  readonly bodyInit?: unknown;
}

/** An answer whose body is there, or is made in pieces. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<Buffer>;
  /** The person whom it is for; null when nobody has proved to be one. */
  readonly person: string | null;
}

/** The system takes so many bytes at once. */
const SHORT = 65_536;
/** What is sent in pieces is at least so long. */
const LONG = 1_048_576;

const TOO_MUCH_UNREAD = JSON.stringify({
  errors: [
    {
      message: 'Cannot answer: too many bytes of earlier answers have not been read; read them first, or ask for less',
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
    },
  ],
});

/**
 * Sends a response. Never rejects: a body that fails, and a client that reads nothing, end the connection, so that nothing
 * incomplete looks complete.
 */
export async function sendResponse(response: Response, outgoing: ServerResponse, options: SendOptions): Promise<void> {
  if (outgoing.destroyed || outgoing.writableEnded) return void response.body?.cancel().catch(() => {});
  const body = wholeBodyOf(response);
  if (body !== null && !options.unsent.fits(options.person, body.length)) return rejectUnread(outgoing, options);
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (body !== null) return endWith(body, outgoing, options);
  if (response.body === null) return void outgoing.end();
  watch(outgoing, options);
  await pump(response.body.getReader(), outgoing, options);
}

/** Sends a response, or an answer whose body is there. Never rejects. */
export async function sendAnswer(
  answer: WholeAnswer | Response,
  outgoing: ServerResponse,
  options: SendOptions,
): Promise<void> {
  if (!isWhole(answer)) return sendResponse(answer, outgoing, options);
  if (outgoing.destroyed || outgoing.writableEnded) return;
  const { status, headers, body } = answer;
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) return sendPieces({ ...answer, body }, outgoing, options);
  const length = Buffer.byteLength(body);
  if (!options.unsent.fits(options.person, length)) return rejectUnread(outgoing, options);
  outgoing.writeHead(status, { ...headers, 'content-length': length });
  // A short text of ASCII is sent with the head in one piece, which takes half the time; other text once, as bytes.
  if (typeof body === 'string' && length === body.length && length <= SHORT) outgoing.end(body, 'latin1');
  else outgoing.end(typeof body === 'string' ? Buffer.from(body) : body);
  if (outgoing.writableLength > 0) watch(outgoing, options);
}

/** The person whom an answer is for, where it says so. */
export function personIn(answer: WholeAnswer | Response): string | null {
  return isWhole(answer) ? answer.person : null;
}

function isWhole(answer: WholeAnswer | Response): answer is WholeAnswer {
  return 'person' in answer;
}

/**
 * Sends pieces as they are made. They may wait here, since what they are made of takes more memory and is counted nowhere,
 * up to what a person may have unread. When the client has gone, no more are made.
 */
async function sendPieces(
  { status, headers, body }: WholeAnswer & { readonly body: AsyncIterable<Buffer> },
  outgoing: ServerResponse,
  options: SendOptions,
): Promise<void> {
  const { person, unsent } = options;
  if (!unsent.fits(person, LONG)) return rejectUnread(outgoing, options);
  outgoing.writeHead(status, { ...headers });
  watch(outgoing, options);
  try {
    for await (const piece of body) {
      if (outgoing.destroyed) return;
      outgoing.write(piece);
      if (outgoing.writableNeedDrain && !unsent.fits(person, LONG)) await drained(outgoing);
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/**
 * As bytes, not as the text: Node would keep both until they are sent. Most answers are in the hands of the
 * system at once, and need no watching.
 */
function endWith(body: string | Buffer, outgoing: ServerResponse, options: SendOptions): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  outgoing.setHeader('content-length', bytes.byteLength);
  outgoing.end(bytes);
  if (outgoing.writableLength > 0) watch(outgoing, options);
}

/** Counts what is unread, and ends the connection when the client takes nothing. Node sees progress within one write, too. */
function watch(outgoing: ServerResponse, { person, unsent, unreadMs }: SendOptions): void {
  outgoing.setTimeout(unreadMs, () => {
    if (outgoing.writableLength > 0) outgoing.destroy();
  });
  const sending = { unsent: () => outgoing.writableLength, drop: () => void outgoing.destroy() };
  outgoing.once('close', unsent.add(person, sending));
}

function rejectUnread(outgoing: ServerResponse, { headers }: SendOptions): void {
  const own = { 'content-type': 'application/json', 'retry-after': '1', connection: 'close' };
  outgoing.writeHead(429, { ...headers, ...own });
  outgoing.end(TOO_MUCH_UNREAD);
}

/** The text or the bytes; null for a stream, and for nothing. */
function wholeBodyOf(response: Response): string | Buffer | null {
  const { bodyType, bodyInit } = response as WholeResponse;
  if (bodyType === 'String' && typeof bodyInit === 'string') return bodyInit;
  return bodyType === 'Buffer' && Buffer.isBuffer(bodyInit) ? bodyInit : null;
}

/** The source is read no faster than the client reads, and cancelled when the client has gone. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
  { person, unsent }: SendOptions,
): Promise<void> {
  outgoing.once('close', () => void reader.cancel().catch(() => {}));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (outgoing.destroyed) return;
      if (done) return void outgoing.end();
      if (!unsent.fits(person, value.byteLength)) return void outgoing.destroy();
      if (!outgoing.write(value)) await drained(outgoing);
    }
  } catch {
    outgoing.destroy();
  }
}

/** Resolves when more can be written, or the connection has ended. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      outgoing.off('drain', finish);
      outgoing.off('close', finish);
      resolve();
    };
    outgoing.once('drain', finish);
    outgoing.once('close', finish);
  });
}
