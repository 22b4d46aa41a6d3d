// One connection of the load generator: HTTP/1.1 over a socket, one request after the other, with as little work as possible,
// since it works on the same core as the upstream.
import { connect, type Socket } from 'node:net';

/** A response, whole. */
export interface Reply {
  readonly status: number;
  /** All bytes of it, with its head. */
  readonly bytes: number;
  /** Without the head and, where it was sent in chunks, without the lines between them. */
  readonly body: () => Buffer;
}

export interface Connection {
  /** Sends the bytes of a request and reads its response. Rejects when the server closes the connection before. */
  send(request: Buffer): Promise<Reply>;
  /** Whether requests can be sent: a server ends a connection on which it has waited too long for one, and says so with a 408. */
  isOpen(): boolean;
  close(): void;
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

const END_OF_HEAD = '\r\n\r\n';
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n');

/** Connects to an origin such as `http://127.0.0.1:4000`. */
export async function openConnection(origin: string): Promise<Connection> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting: Waiting | null = null;
  let isOpen = true;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('error', fail);
  socket.on('close', () => {
    isOpen = false;
    fail(new Error(`${origin} closed the connection`));
  });
  readReplies(socket, (reply) => {
    const done = waiting;
    waiting = null;
    if (done) done.resolve(reply);
    else isOpen = false;
  });
  return {
    isOpen: () => isOpen,
    send: (request) =>
      new Promise((resolve, reject) => {
        if (!isOpen) return reject(new Error(`${origin} has closed the connection`));
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Calls back for every response that has arrived whole. Requests are not sent before the last one has been answered. */
function readReplies(socket: Socket, done: (reply: Reply) => void): void {
  let parts: Buffer[] = [];
  let length = 0;
  let head: Head | null = null;
  socket.on('data', (chunk: Buffer) => {
    parts.push(chunk);
    length += chunk.length;
    if (head === null) {
      parts = [parts.length === 1 ? chunk : Buffer.concat(parts)];
      head = headOf(parts[0] ?? chunk);
    }
    if (head === null || !isWhole(head, length, parts)) return;
    const reply = replyOf(head, length, parts);
    [parts, length, head] = [[], 0, null];
    done(reply);
  });
}

/** The parts are put together by whoever reads the body: of a large one nobody does. */
function replyOf({ status, bytes: headBytes, bodyBytes }: Head, bytes: number, parts: readonly Buffer[]): Reply {
  const body = () => {
    const rest = Buffer.concat(parts).subarray(headBytes);
    return bodyBytes === null ? withoutChunks(rest) : rest;
  };
  return { status, bytes, body };
}

interface Head {
  readonly status: number;
  /** With the empty line that ends it. */
  readonly bytes: number;
  /** Null: sent in chunks. */
  readonly bodyBytes: number | null;
}

function headOf(bytes: Buffer): Head | null {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const text = bytes.toString('latin1', 0, end);
  const status = Number(text.slice(9, 12));
  const length = /\ncontent-length: *(\d+)/i.exec(text)?.[1];
  const isEmpty = status === 204 || status === 304;
  const bodyBytes = length === undefined ? (isEmpty ? 0 : null) : Number(length);
  return { status, bytes: end + END_OF_HEAD.length, bodyBytes };
}

/** JSON has no bare line breaks, so that the end of the chunks cannot stand within one. */
function isWhole(head: Head, length: number, parts: readonly Buffer[]): boolean {
  if (head.bodyBytes !== null) return length >= head.bytes + head.bodyBytes;
  const last = parts.at(-1) ?? Buffer.alloc(0);
  const tail = last.length >= END_OF_CHUNKS.length ? last : Buffer.concat(parts.slice(-8));
  return tail.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS);
}

function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
