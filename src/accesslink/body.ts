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
}

/** A whole body, decompressed. Rejects with AccessLinkError when it is too large or encoded in another way than gzip. */
export async function readBody(
  response: { readonly headers: ResponseHeaders; readonly body: AsyncIterable<Buffer> },
  { maxBytes, label }: BodyLimits,
): Promise<Buffer> {
  const bytes = await readLimited(response.body, { maxBytes, label });
  if (bytes.length === 0) return bytes;
  const encoding = response.headers['content-encoding']?.toString();
  if (!isReadableEncoding(encoding)) throw unreadable(label, `it is encoded as ${encoding}`);
  if (!isGzip(bytes)) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw tooLarge(label, maxBytes);
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

async function readLimited(body: AsyncIterable<Buffer>, { maxBytes, label }: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(label, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(label: string, maxBytes: number): AccessLinkError {
  return unreadable(label, `it has more than ${maxBytes} bytes`, { problem: 'too-large' });
}

/** The error for a response with status 200 whose body cannot be used. */
export function unreadable(
  label: string,
  why: string,
  details: Pick<AccessLinkErrorDetails, 'problem' | 'cause'> = {},
): AccessLinkError {
  const upstream = { status: 200, errorType: null, message: null, correlationId: null };
  return new AccessLinkError('invalid', `Cannot read the answer to ${label}: ${why}`, {
    status: 200,
    label,
    upstream,
    ...details,
  });
}
