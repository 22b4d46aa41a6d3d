// Requests as bytes, unchanged by any client.
import { connect, type Socket } from 'node:net';

/** Sends text, and returns everything received until the connection closed. A reset counts as an end. */
export function raw(url: string, text: string): Promise<string> {
  const socket = open(url, text);
  return received(socket);
}

/** A connection on which text was sent. */
export function open(url: string, text = ''): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  if (text !== '') socket.write(text);
  return socket;
}

/** Everything that is received from now on, once the connection has closed. */
export function received(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += String(chunk);
    });
    if (socket.closed) resolve(answer);
    socket.on('close', () => resolve(answer));
  });
}

/** The head of a request; `body` is not counted. */
export function headOf(line: string, headers: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries({ Host: '127.0.0.1', Connection: 'close', ...headers });
  return `${line} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** The status of a response as text. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
}
