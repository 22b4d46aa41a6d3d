// The body of a response: read up to a limit, and decompressed up to the same limit.
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import type { Clock } from '../clock.ts';
import { AccessLinkError, type AccessLinkErrorDetails } from './errors.ts';
import { isGzip, isReadableEncoding } from './gzip.ts';
import type { ResponseHeaders } from './rate-limit.ts';

const unpackLater = promisify(gunzip);
/** JSON of samples is compressed to a tenth and less. */
const MOST_COMPRESSED = 16;
/** Large bodies are put together in blocks of this size as they come: a copy at the end would stop everybody else. */
const BLOCK_BYTES = 1024 * 1024;
/** So many bytes are read in one turn of the event loop. As fast as they come, it would be up to 2 MB, which take 20 ms. */
const TURN_BYTES = 128 * 1024;

/** Why a body cannot be read that is no sound gzip. */
export const CANNOT_UNPACK = 'it cannot be unpacked';

/** How large a body may be before and after decompression, and the request it answers (method and path, for messages). */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly label: string;
  /** Resolves when a body of more than `smallBytes` may be read on. */
  readonly smallBytes: number;
  readonly onLarge: () => Promise<void>;
  /** Called now and then: what others do goes first. */
  readonly nextTurn: Clock['nextTurn'];
}

/** A response whose body is to be read. */
export interface BodyResponse {
  readonly headers: ResponseHeaders;
  readonly body: AsyncIterable<Buffer>;
}

/** A whole body as it was sent; a large one in several blocks. */
export interface SentBody {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly size: number;
  readonly isLarge: boolean;
}

/**
 * A whole body, as it was sent. Rejects with AccessLinkError when it is too large, which is known before it is read where
 * the response states its size, or encoded in another way than gzip.
 */
export async function readBody({ headers, body }: BodyResponse, limits: BodyLimits): Promise<SentBody> {
  const { maxBytes, label, smallBytes, onLarge, nextTurn } = limits;
  const stated = Number(headers['content-length'] ?? 0);
  const encoding = headers['content-encoding']?.toString();
  const mostSmall = encoding === undefined ? smallBytes : smallBytes / MOST_COMPRESSED;
  const blocks = createBlocks();
  let [size, sizeBefore] = [0, 0];
  for await (const chunk of body) {
    const isFirstLarge = size <= mostSmall && size + chunk.length > mostSmall;
    size += chunk.length;
    if (Math.max(size, stated) > maxBytes) throw tooLarge(label, { limit: maxBytes, size: stated || null });
    if (isFirstLarge) await onLarge();
    blocks.add(chunk);
    if (size - sizeBefore < TURN_BYTES) continue;
    sizeBefore = size;
    // What is not read meanwhile is not taken from the socket either.
    await new Promise<void>((resolve) => nextTurn(resolve));
  }
  if (size > 0 && !isReadableEncoding(encoding)) throw unreadable(label, `it is encoded as ${encoding}`);
  return { blocks: blocks.all(), size, isLarge: size > mostSmall };
}

/** The bytes of a body, decompressed. Rejects with AccessLinkError, as `readBody` does. */
export async function unpackedBody({ blocks }: SentBody, { maxBytes, label }: Pick<BodyLimits, 'maxBytes' | 'label'>) {
  const bytes = Buffer.concat(blocks);
  if (!isGzip(bytes)) return bytes;
  try {
    return await unpackLater(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (isOverLimit(cause)) throw tooLarge(label, { limit: maxBytes, size: null });
    throw unreadable(label, CANNOT_UNPACK, { cause });
  }
}

/** The same where nobody waits: in a thread of its own. Throws what zlib throws. */
export function unpackedNow(blocks: readonly Uint8Array[], maxBytes: number): Buffer {
  const bytes = Buffer.concat(blocks);
  return isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes;
}

/** Whether zlib stopped since what it unpacked was larger than the limit. */
export function isOverLimit(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

/** Bytes as text: in the character set that is declared, or in UTF-8 when that is none; without a byte order mark. */
export function textOf(bytes: Uint8Array, { 'content-type': type }: ResponseHeaders): string {
  const [, label = 'utf-8'] = /charset="?([\w-]+)/i.exec(String(type ?? '')) ?? [];
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function createBlocks() {
  const full: Uint8Array<ArrayBuffer>[] = [];
  let block = Buffer.allocUnsafeSlow(0);
  let used = 0;
  const next = (least: number) => {
    if (used > 0) full.push(block.subarray(0, used));
    // The first is for small bodies.
    block = Buffer.allocUnsafeSlow(full.length === 0 ? least : Math.max(least, BLOCK_BYTES));
    used = 0;
  };
  return {
    add: (chunk: Buffer) => {
      if (used + chunk.length > block.length) next(chunk.length);
      used += chunk.copy(block, used);
    },
    all: () => (used > 0 ? [...full, block.subarray(0, used)] : full),
  };
}

/** The error for a body that is larger than the limit; `size` where it is known. */
export function tooLarge(
  label: string,
  { limit, size }: { readonly limit: number; readonly size: number | null },
): AccessLinkError {
  return unreadable(label, `it has more than ${limit} bytes`, {
    problem: 'too-large',
    timesTooLarge: size === null ? null : size / limit,
  });
}

/** The error for a response with status 200 whose body cannot be used. */
export function unreadable(
  label: string,
  why: string,
  details: Pick<AccessLinkErrorDetails, 'problem' | 'cause' | 'timesTooLarge'> = {},
): AccessLinkError {
  const upstream = { status: 200, errorType: null, message: null, correlationId: null };
  return new AccessLinkError('invalid', `Cannot read the answer to ${label}: ${why}`, {
    status: 200,
    label,
    upstream,
    ...details,
  });
}
