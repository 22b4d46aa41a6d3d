// The body of a request of Node as text, and whether somebody still waits for its response.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The whole body as UTF-8; empty when it broke off, so that a part of it is never taken for all. */
export function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks).toString()));
    request.once('error', () => resolve(''));
    request.once('close', () => resolve(''));
  });
}

/** Aborts when the connection of a response closes before it is sent. */
export function hangUpSignal(response: ServerResponse): AbortSignal {
  const hangUp = new AbortController();
  if (response.destroyed && !response.writableFinished) hangUp.abort();
  response.once('close', () => void (response.writableFinished || hangUp.abort()));
  return hangUp.signal;
}
