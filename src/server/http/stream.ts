// A response body that is read from its source as fast as the client takes it, and aborted when nothing moves.
import type { Cancel, Clock } from '../../clock.ts';

/** Bytes to come, and the way to stop them while they are waited for. */
export interface ChunkSource {
  readonly chunks: AsyncIterator<Buffer>;
  readonly end: (reason: Error) => void;
}

export interface StreamOptions {
  /** Milliseconds without a byte from the source or a read by the client, after which the stream is aborted. */
  readonly stallMs: number;
  readonly clock: Pick<Clock, 'after'>;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal;
  /** Called when the stream has ended for whatever reason, perhaps again. */
  readonly onEnd: () => void;
}

/**
 * The bytes as a stream. Resolves when the first chunk is there, so that an immediate failure rejects here and not in the
 * middle of a response. A later failure errors the stream: the client sees that the file is incomplete.
 */
export async function streamChunks(source: ChunkSource, options: StreamOptions): Promise<ReadableStream<Uint8Array>> {
  const reader = guardedReader(source, options);
  let first: IteratorResult<Buffer> | null = await reader.next();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = first ?? (await reader.next());
        first = null;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => reader.end(new Error('The client cancelled the download')),
    },
    { highWaterMark: 0 },
  );
}

/** Reads chunk by chunk; ends when the source ends, when the client disconnects, and when nothing moves. */
function guardedReader({ chunks, end }: ChunkSource, { stallMs, clock, signal, onEnd }: StreamOptions) {
  let cancelStall: Cancel = () => {};
  const finish = () => {
    cancelStall();
    signal.removeEventListener('abort', disconnected);
    onEnd();
  };
  const abort = (reason: Error) => {
    finish();
    end(reason);
  };
  const disconnected = () => abort(new Error('The client disconnected'));
  signal.addEventListener('abort', disconnected, { once: true });
  const restartStall = () => {
    cancelStall();
    cancelStall = clock.after(stallMs, () => abort(new Error('The download stalled')));
  };
  const next = async () => {
    restartStall();
    try {
      const result = await chunks.next();
      if (result.done) finish();
      else restartStall();
      return result;
    } catch (failure) {
      finish();
      throw failure;
    }
  };
  return { next, end: abort };
}
