// A body that is made as fast as it is taken, and not kept waiting for ever.

/** Bytes to come, and the way to end them while they are waited for. */
export interface ChunkSource {
  readonly chunks: AsyncIterator<Buffer>;
  readonly end: (why: Error) => void;
}

export interface StreamOptions {
  /** How long nothing may move, whether for want of bytes or of somebody who takes them. */
  readonly stallMs: number;
  /** Fires when the client goes. */
  readonly signal: AbortSignal;
  /** Called once, when all is over. */
  readonly onEnd: () => void;
}

/**
 * The bytes as a stream. Resolves with the first of them at hand, so that what fails at once fails here and not in the
 * middle of an answer; what fails later cuts the stream, which tells the client that the file is not whole.
 */
export async function streamChunks(source: ChunkSource, options: StreamOptions): Promise<ReadableStream<Uint8Array>> {
  const watch = watched(source, options);
  let ahead: IteratorResult<Buffer> | null = await watch.next();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = ahead ?? (await watch.next());
        ahead = null;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => watch.end(new Error('The client does not want the rest')),
    },
    { highWaterMark: 0 },
  );
}

/** The chunks one by one, ended by the client's going, by standing still, or by themselves. */
function watched({ chunks, end }: ChunkSource, { stallMs, signal, onEnd }: StreamOptions) {
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', gone);
    onEnd();
  };
  const stop = (why: Error) => {
    finish();
    end(why);
  };
  const gone = () => stop(new Error('The client is gone'));
  signal.addEventListener('abort', gone, { once: true });
  const rearm = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop(new Error('Nothing moved')), stallMs);
  };
  const next = async () => {
    rearm();
    try {
      const result = await chunks.next();
      if (result.done) finish();
      else rearm();
      return result;
    } catch (failure) {
      finish();
      throw failure;
    }
  };
  return { next, end: stop };
}
