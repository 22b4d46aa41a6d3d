// Results as server-sent events, each with an id after which a client can resume.
import type { ExecutionResult } from 'graphql';
import type { Cancel, Clock } from '../../clock.ts';

export interface SseOptions {
  /** The id of a result; null: it has none. */
  readonly idOf: (result: ExecutionResult) => string | null;
  /** Of the request: aborts when the client disconnects. */
  readonly signal: AbortSignal;
  readonly clock: Pick<Clock, 'every'>;
  readonly heartbeatMs?: number | undefined;
}

/** Proxies close connections that are silent for a minute or less. */
const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/**
 * The events of `graphql-sse` in distinct connections mode: `next` and `complete`. A result is requested only when the one
 * before has been read, so that nothing accumulates for a slow client.
 */
export function sseResponse(
  results: AsyncIterable<ExecutionResult>,
  { idOf, signal, clock, heartbeatMs = HEARTBEAT_MS }: SseOptions,
): Response {
  const iterator = results[Symbol.asyncIterator]();
  let stopHeartbeat: Cancel = () => {};
  const end = () => {
    stopHeartbeat();
    void iterator.return?.();
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      // Some browsers report an open connection only after the first bytes.
      write(':\n\n');
      stopHeartbeat = clock.every(heartbeatMs, () => {
        if ((controller.desiredSize ?? 0) > 0) write(':\n\n');
      });
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    },
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (!done) return controller.enqueue(encoder.encode(nextEvent(value, idOf(value))));
      stopHeartbeat();
      signal.removeEventListener('abort', end);
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    cancel: end,
  });
  return new Response(body, { headers: HEADERS });
}

/** One `data` line is enough: JSON.stringify writes no line breaks. */
function nextEvent(result: ExecutionResult, id: string | null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
}

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
