// The body of a response that is a failure: a bounded part of it is read, as text.
import { constants, gunzipSync } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { textOf } from './body.ts';
import { isGzip, isReadableEncoding } from './gzip.ts';
import { jsonOrNothing } from './json.ts';
import type { ResponseHeaders } from './rate-limit.ts';

/** A response whose body says why, if it says anything. */
export interface FailedResponse {
  readonly statusCode: number;
  readonly headers: ResponseHeaders;
  readonly body: Readable & { dump(options: { limit: number }): Promise<unknown> };
}

/** More than any error of AccessLink has. */
const MAX_BYTES = 8 * 1024;
/** The rest of the body is discarded up to this size, so that its connection can serve the next request. */
const MAX_DISCARDED_BYTES = 64 * 1024;
/** The status has said the most: a body that does not come must not hold the failure up. */
const MAX_WAIT_MS = 1_000;

/**
 * The first bytes of a body as text, unpacked; null when none comes within a second, or none that can be unpacked. Never
 * rejects. What is left of the body is read to its end and dropped, or the connection closed when it is too much.
 */
export async function readErrorText(
  { headers, body }: FailedResponse,
  clock: Pick<Clock, 'after'>,
): Promise<string | null> {
  const bytes = await firstBytes(body, clock);
  if (bytes === null) return null;
  const isReadable = isReadableEncoding(headers['content-encoding']?.toString()) || bytes.length === 0;
  const unpacked = isReadable ? unpackedIfPacked(bytes) : null;
  return unpacked && textOf(unpacked, headers);
}

/** The end may be missing. */
function unpackedIfPacked(bytes: Buffer): Buffer | null {
  if (!isGzip(bytes)) return bytes;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_DISCARDED_BYTES };
    return gunzipSync(bytes, options).subarray(0, MAX_BYTES);
  } catch {
    return null;
  }
}

/** Null when the wait is over before the first byte. */
function firstBytes(body: FailedResponse['body'], clock: Pick<Clock, 'after'>): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = () => {
      cancel();
      body.off('data', take);
      resolve(Buffer.concat(chunks).subarray(0, MAX_BYTES));
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_BYTES) finish();
    };
    const cancel = clock.after(MAX_WAIT_MS, () => {
      if (size === 0) resolve(null);
      finish();
    });
    body.on('data', take).once('end', finish).once('close', finish);
    void body.dump({ limit: MAX_DISCARDED_BYTES });
  });
}

/** Whether a body is a page of HTML: by its first characters or, when it is no JSON, by its Content-Type. Null: not read. */
export function isPage(text: string | null, { 'content-type': type }: ResponseHeaders): boolean {
  if (/^[\s\uFEFF]*</.test(text ?? '')) return !isXml(text ?? '');
  const isHtml = /^\s*(text\/html|application\/xhtml)/i.test(String(type ?? ''));
  return isHtml && (text === null || (text.trim() !== '' && jsonOrNothing(text) === undefined));
}

/** XML as older resources send it, and no page that is written in it. */
export function isXml(text: string): boolean {
  return /^[\s\uFEFF]*<\?xml\b/i.test(text) && !/<html\b/i.test(text);
}
