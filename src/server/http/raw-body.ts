// The bytes of a body as they come, within limits that hold whatever its headers promise.

export interface RawBodyLimits {
  readonly maxBytes: number;
  readonly patienceMs: number;
}

/** Why a body, or a request, is not taken. */
export interface RejectedBody {
  readonly status: number;
  readonly why: string;
}

/** The whole body; a refusal when it is too long, too slow, or breaks off. */
export async function readRawBody(request: Request, limits: RawBodyLimits): Promise<Uint8Array | RejectedBody> {
  const tooLong = { status: 413, why: `the body has more than ${limits.maxBytes} bytes` };
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) return tooLong;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const timer = Promise.withResolvers<null>();
  const timeout = setTimeout(() => timer.resolve(null), limits.patienceMs);
  const give = (refused: RejectedBody) => {
    void reader.cancel().catch(() => {});
    return refused;
  };
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const read = await Promise.race([reader.read(), timer.promise]);
      if (read === null) return give({ status: 408, why: 'the body did not come in time' });
      if (read.done) return Buffer.concat(chunks);
      size += read.value.byteLength;
      if (size > limits.maxBytes) return give(tooLong);
      chunks.push(read.value);
    }
  } catch {
    return { status: 400, why: 'the body broke off' };
  } finally {
    clearTimeout(timeout);
  }
}
