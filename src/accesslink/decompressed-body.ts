// The bytes of a file as they were before packing, one chunk at a time and no more than allowed.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AccessLinkError } from './errors.ts';
import type { UpstreamFile } from './upstream.ts';

/** How large a file may be unpacked. A day recorded every second is about 30 MB of XML. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

/**
 * Unpacks as it is read: by the first bytes, whatever the headers say, since a TCX comes packed with and without a word.
 * Nothing is read ahead of whoever iterates, and leaving off ends the request; a wait is ended by destroying the body.
 * Rejects with AccessLinkError.
 */
export async function* decompressedBody(
  { body, contentEncoding }: UpstreamFile,
  { maxBytes = MAX_FILE_BYTES }: { readonly maxBytes?: number } = {},
): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    if (!/^((x-)?gzip|identity)?$/i.test(contentEncoding ?? '')) throw broken(`it is encoded as ${contentEncoding}`);
    for await (const chunk of unpacked(unpacked(body))) {
      size += chunk.length;
      if (size > maxBytes) throw broken(`it has more than ${maxBytes} bytes`);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AccessLinkError ? cause : broken('it ended early, or cannot be unpacked', cause);
  } finally {
    body.destroy();
  }
}

/** One layer less, if there is one. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = await headOf(iterator);
  const whole = rejoined(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  // A failure of either ends both, and is thrown where the chunks are taken.
  pipeline(Readable.from(whole, { objectMode: false }), gunzip, () => {});
  yield* gunzip as AsyncIterable<Buffer>;
}

/** At least two bytes, where there are so many. */
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

function broken(why: string, cause?: unknown): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read a file of AccessLink: ${why}`, { cause });
}
