// The bytes of a request body as they come, within a size and a time that hold whatever the headers say.
import type { Clock } from '../../clock.ts';

export interface RawBodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly clock: Pick<Clock, 'after'>;
}

/** Why a body, or a request with its body unread, is rejected. */
export interface RejectedBody {
  readonly status: number;
  readonly reason: string;
}

/** All bytes of the body; a rejection when there are too many, when they take too long, or when the body breaks off. */
export async function readRawBody(request: Request, limits: RawBodyLimits): Promise<Uint8Array | RejectedBody> {
  const tooLong = { status: 413, reason: `the body is longer than ${limits.maxBytes} bytes` };
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) return tooLong;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const timeout = Promise.withResolvers<null>();
  const cancelTimeout = limits.clock.after(limits.timeoutMs, () => timeout.resolve(null));
  const reject = (rejection: RejectedBody) => {
    void reader.cancel().catch(() => {});
    return rejection;
  };
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const read = await Promise.race([reader.read(), timeout.promise]);
      if (read === null) return reject({ status: 408, reason: 'the body did not arrive in time' });
      if (read.done) return Buffer.concat(chunks);
      size += read.value.byteLength;
      if (size > limits.maxBytes) return reject(tooLong);
      chunks.push(read.value);
    }
  } catch {
    return { status: 400, reason: 'the body broke off' };
  } finally {
    cancelTimeout();
  }
}
