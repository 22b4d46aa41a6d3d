// The decompressed bytes of a file, chunk by chunk, up to a limit.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AccessLinkError, type AccessLinkErrorDetails } from './errors.ts';
import { isGzip, isReadableEncoding } from './gzip.ts';
import type { UpstreamFile } from './upstream.ts';

/** Largest file after decompression. A day recorded every second is about 30 MB of XML. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** What a file is not, by its first bytes: an error in JSON, or a page. Of the formats one is binary, two are XML. */
const JSON_START = /^\s*[[{]/;
const PAGE_START = /^[\s\uFEFF]*<(!doctype html|html|head|body)\b/i;

/** The same as `decompressedBody`, for whoever wants a file or nothing: rejects when an error in JSON or a page came. */
export async function* fileBody(file: UpstreamFile): AsyncGenerator<Buffer> {
  let isStart = true;
  for await (const chunk of decompressedBody(file)) {
    if (isStart) checkStart(file, chunk);
    isStart &&= chunk.length === 0;
    yield chunk;
  }
}

/**
 * Decompresses while it is iterated. The first bytes decide whether to, not the headers: a TCX is sent compressed with and
 * without Content-Encoding. Nothing is read ahead of the consumer. Ending the iteration ends the request; destroying the
 * body ends a pending read. Rejects with AccessLinkError.
 */
export async function* decompressedBody(file: UpstreamFile): AsyncGenerator<Buffer> {
  const { body, contentEncoding } = file;
  let size = 0;
  try {
    if (!isReadableEncoding(contentEncoding)) throw unreadableFile(file, `it is encoded as ${contentEncoding}`);
    for await (const chunk of decompressed(decompressed(body))) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) throw unreadableFile(file, `it has more than ${MAX_FILE_BYTES} bytes`);
      yield chunk;
    }
  } catch (cause) {
    const failure =
      cause instanceof AccessLinkError
        ? cause
        : unreadableFile(file, 'it ended early, or cannot be unpacked', { cause });
    // Without a code the cause is none of AccessLink's: whoever reads the file ended it.
    if (failure === cause || (cause instanceof Error && 'code' in cause)) file.report?.(failure);
    throw failure;
  } finally {
    body.destroy();
  }
}

/** Removes one layer of gzip, if there is one. */
async function* decompressed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = await headOf(iterator);
  const whole = rejoined(head, iterator);
  if (!isGzip(head)) {
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

function checkStart(file: UpstreamFile, chunk: Buffer): void {
  const start = chunk.subarray(0, 200).toString('latin1');
  const problem = JSON_START.test(start) ? 'error-in-body' : PAGE_START.test(start) ? 'html-page' : null;
  if (problem === null) return;
  const failure = unreadableFile(file, 'it is none', { problem });
  file.report?.(failure);
  throw failure;
}

function unreadableFile(
  { label }: UpstreamFile,
  why: string,
  details: Pick<AccessLinkErrorDetails, 'problem' | 'cause'> = {},
): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read the file of ${label}: ${why}`, { label, status: 200, ...details });
}
