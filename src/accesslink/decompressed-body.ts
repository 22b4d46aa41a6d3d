// The decompressed bytes of a file, chunk by chunk, up to a limit.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AccessLinkError } from './errors.ts';
import type { UpstreamFile } from './upstream.ts';

/** Largest file after decompression. A day recorded every second is about 30 MB of XML. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

/**
 * Decompresses while it is iterated. The first bytes decide whether to, not the headers: a TCX is sent compressed with and
 * without Content-Encoding. Nothing is read ahead of the consumer. Ending the iteration ends the request; destroying the
 * body ends a pending read. Rejects with AccessLinkError.
 */
export async function* decompressedBody({ body, contentEncoding }: UpstreamFile): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    if (!/^((x-)?gzip|identity)?$/i.test(contentEncoding ?? ''))
      throw unreadableFile(`it is encoded as ${contentEncoding}`);
    for await (const chunk of decompressed(decompressed(body))) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) throw unreadableFile(`it has more than ${MAX_FILE_BYTES} bytes`);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : unreadableFile('it ended early, or cannot be unpacked', cause);
  } finally {
    body.destroy();
  }
}

/** Removes one layer of gzip, if there is one. */
async function* decompressed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = await headOf(iterator);
  const whole = rejoined(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  // A failure of either stream destroys both, and is thrown to the consumer of the chunks.
  pipeline(Readable.from(whole, { objectMode: false }), gunzip, () => {});
  yield* gunzip as AsyncIterable<Buffer>;
}

/** The first two bytes or more; fewer when there are no more. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    await rest.return?.();
  }
}

function unreadableFile(why: string, cause?: unknown): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read a file of AccessLink: ${why}`, { cause });
}
