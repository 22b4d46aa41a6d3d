// The bytes of an answer: taken up to a limit, and unpacked up to the same limit.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AccessLinkError } from './errors.ts';
import type { ResponseHeaders } from './rate-limit.ts';

const unpack = promisify(gunzip);

/** How large a body may be, and whose it is (for messages). */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly where: string;
}

/** A whole body as it was before packing. Rejects with AccessLinkError when it is too large or packed in another way than asked for. */
export async function readBody(
  response: { readonly headers: ResponseHeaders; readonly body: AsyncIterable<Buffer> },
  { maxBytes, where }: BodyLimits,
): Promise<Buffer> {
  const packed = await collect(response.body, { maxBytes, where });
  const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity' || packed.length === 0) return packed;
  if (!/^(x-)?gzip$/.test(encoding)) throw unreadable(where, `it is encoded as ${encoding}`);
  try {
    return await unpack(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw unreadable(where, 'it cannot be unpacked, or is too large', cause);
  }
}

async function collect(body: AsyncIterable<Buffer>, { maxBytes, where }: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw unreadable(where, `it has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An answer that came, with status 200, and is of no use. */
export function unreadable(where: string, why: string, cause?: unknown): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read the answer to ${where}: ${why}`, { status: 200, cause });
}
