// Results as server-sent events: each with its id, so that a client that comes back begins where it was.
import type { ExecutionResult } from 'graphql';

export interface SseOptions {
  /** The id of a result; null: it has none. */
  readonly idOf: (result: ExecutionResult) => string | null;
  /** Of the request: it aborts when the client is gone. */
  readonly signal: AbortSignal;
  readonly heartbeatMs?: number;
}

/** Proxies end connections on which nothing is said for a minute or less. */
const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/**
 * A response that is written as it is read: a result is asked for when the one before is on its way, so that a slow reader
 * makes nothing pile up. The events are those of `graphql-sse` in distinct connections mode: `next` and `complete`.
 */
export function sseResponse(
  results: AsyncIterable<ExecutionResult>,
  { idOf, signal, heartbeatMs = HEARTBEAT_MS }: SseOptions,
): Response {
  const iterator = results[Symbol.asyncIterator]();
  let heartbeat: NodeJS.Timeout | undefined;
  const end = () => {
    clearInterval(heartbeat);
    void iterator.return?.();
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      // Some browsers show nothing of a response before its first bytes.
      write(':\n\n');
      heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) write(':\n\n');
      }, heartbeatMs).unref();
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    },
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (!done) return controller.enqueue(encoder.encode(nextEvent(value, idOf(value))));
      clearInterval(heartbeat);
      signal.removeEventListener('abort', end);
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    cancel: end,
  });
  return new Response(body, { headers: HEADERS });
}

/** JSON has no line breaks of its own. */
function nextEvent(result: ExecutionResult, id: string | null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
}

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
