// The body of a response: read up to a limit, and decompressed up to the same limit.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AccessLinkError } from './errors.ts';
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
  const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity' || bytes.length === 0) return bytes;
  if (!/^(x-)?gzip$/.test(encoding)) throw unreadable(label, `it is encoded as ${encoding}`);
  try {
    return await decompress(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(label, maxBytes);
    throw unreadable(label, 'it cannot be unpacked', cause);
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

/** The error for a response with status 200 whose body cannot be used. */
export function unreadable(label: string, why: string, cause?: unknown): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read the answer to ${label}: ${why}`, { status: 200, cause });
}

function tooLarge(label: string, maxBytes: number): AccessLinkError {
  const message = `Cannot read the answer to ${label}: it has more than ${maxBytes} bytes`;
  return new AccessLinkError('too-large', message, { status: 200 });
}
