// Requests as bytes on a socket of their own, and what comes back of them.
import { connect } from 'node:net';

export interface RawReply {
  /** Null when nothing came, or nothing that begins like a response. */
  readonly status: number | null;
  readonly text: string;
  /** The connection was still open after the time limit. */
  readonly isHanging: boolean;
}

const PATIENT_MS = 30_000;

/** Sends bytes, ends our side of the connection, and reads until the server has ended its own. */
export function sendRaw(url: string, bytes: Uint8Array): Promise<RawReply> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (isHanging: boolean) => {
      clearTimeout(limit);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0) || null, text, isHanging });
    };
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    const limit = setTimeout(() => finish(true), PATIENT_MS);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => finish(false));
    socket.on('error', () => finish(false));
  });
}

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A request as it goes over the wire, ended by the server. */
export function wireOf({ method, target, headers, body }: RawRequest): Buffer {
  const all = { host: 'localhost', connection: 'close', 'content-length': String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), body]);
}
