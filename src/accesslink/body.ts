// The body of a response: read up to a limit, and decompressed up to the same limit.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AccessLinkError, type AccessLinkErrorDetails } from './errors.ts';
import { isGzip, isReadableEncoding } from './gzip.ts';
import type { ResponseHeaders } from './rate-limit.ts';

const decompress = promisify(gunzip);

/** How large a body may be before and after decompression, and the request it answers (method and path, for messages). */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly label: string;
  /** Resolves when a body of more than `smallBytes` may be read on. */
  readonly smallBytes: number;
  readonly onLarge: () => Promise<void>;
}

/** JSON of this kind is compressed to a tenth and less. */
const MOST_COMPRESSED = 16;

/** A response whose body is to be read. */
interface BodyResponse {
  readonly headers: ResponseHeaders;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * A whole body, decompressed. Rejects with AccessLinkError when it is too large, which is known before it is read where the
 * response states its size, or encoded in another way than gzip.
 */
export async function readBody(response: BodyResponse, limits: BodyLimits): Promise<Buffer<ArrayBuffer>> {
  const { maxBytes, label } = limits;
  const bytes = await readLimited(response, limits);
  if (bytes.length === 0) return bytes;
  const encoding = response.headers['content-encoding']?.toString();
  if (!isReadableEncoding(encoding)) throw unreadable(label, `it is encoded as ${encoding}`);
  if (!isGzip(bytes)) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw tooLarge(label, { limit: maxBytes, size: null });
    throw unreadable(label, 'it cannot be unpacked', { cause });
  }
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

async function readLimited(
  { headers, body }: BodyResponse,
  { maxBytes, label, smallBytes, onLarge }: BodyLimits,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  const stated = Number(headers['content-length'] ?? 0);
  const mostSmall = headers['content-encoding'] === undefined ? smallBytes : smallBytes / MOST_COMPRESSED;
  let size = 0;
  for await (const chunk of body) {
    const isFirstLarge = size <= mostSmall && size + chunk.length > mostSmall;
    size += chunk.length;
    if (Math.max(size, stated) > maxBytes) throw tooLarge(label, { limit: maxBytes, size: stated || null });
    if (isFirstLarge) await onLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
