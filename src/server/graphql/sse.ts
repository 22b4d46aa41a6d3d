// Results as server-sent events, each with an id after which a client can resume.
import type { ExecutionResult } from 'graphql';
import type { Cancel, Clock } from '../../clock.ts';

export interface SseOptions {
  /** The id of a result; null: it has none. */
  readonly idOf: (result: ExecutionResult) => string | null;
  /** Of the request: aborts when the client disconnects. */
  readonly signal: AbortSignal;
  /** Aborts when the server ends: the stream breaks off, so that the client comes back. None by default. */
  readonly closing?: AbortSignal | undefined;
  /** The id after which a client resumes that has received nothing yet. */
  readonly startId?: string | null;
  readonly clock: Pick<Clock, 'every'>;
  readonly heartbeatMs?: number | undefined;
}

/** Proxies close connections that are silent for a minute or less. */
const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/**
 * The events of `graphql-sse` in distinct connections mode: `next` and `complete`. A result is requested only when the one
 * before has been read, so that nothing accumulates for a slow client. A stream without `complete` has broken off. It begins
 * with an id alone, which event sources remember: a client that breaks off before its first event misses none either.
 */
export function sseResponse(results: AsyncIterable<ExecutionResult>, options: SseOptions): Response {
  const { idOf, startId = null, clock, heartbeatMs = HEARTBEAT_MS } = options;
  const iterator = results[Symbol.asyncIterator]();
  let stopHeartbeat: Cancel = () => {};
  let life: StreamLife | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      // Some browsers report an open connection only after the first bytes.
      write(startId === null ? ':\n\n' : `id: ${startId}\n\n`);
      stopHeartbeat = clock.every(heartbeatMs, () => {
        if ((controller.desiredSize ?? 0) > 0) write(':\n\n');
      });
      const onEnd = () => {
        stopHeartbeat();
        void iterator.return?.();
      };
      life = streamLife(options, { onEnd, breakOff: () => controller.close() });
    },
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (life?.hasEnded()) return;
      if (!done) return controller.enqueue(encoder.encode(nextEvent(value, idOf(value))));
      life?.end();
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    cancel: () => life?.end(),
  });
  return new Response(body, { headers: HEADERS });
}

interface StreamLife {
  readonly hasEnded: () => boolean;
  readonly end: () => void;
}

interface StreamEnds {
  /** Called once when the stream ends, for whatever reason. */
  readonly onEnd: () => void;
  /** Closes the stream in the middle, when the server ends. */
  readonly breakOff: () => void;
}

/** Ends with the client or with the server, whichever is first. */
function streamLife({ signal, closing }: SseOptions, { onEnd, breakOff }: StreamEnds): StreamLife {
  let hasEnded = false;
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    signal.removeEventListener('abort', end);
    closing?.removeEventListener('abort', close);
    onEnd();
  };
  const close = () => {
    if (!hasEnded) breakOff();
    end();
  };
  signal.addEventListener('abort', end, { once: true });
  closing?.addEventListener('abort', close, { once: true });
  if (signal.aborted) end();
  if (closing?.aborted) close();
  return { hasEnded: () => hasEnded, end };
}

/** One `data` line is enough: JSON.stringify writes no line breaks. */
function nextEvent(result: ExecutionResult, id: string | null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
}

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
