// The body of a response that is a failure: a bounded part of it is read, and its reason found in either spelling.
import { constants, gunzipSync } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import type { CleanText } from './clean-text.ts';
import type { UpstreamReason } from './errors.ts';
import { isJsonObject, type JsonObject, parseJson } from './json.ts';
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
const MAX_MESSAGE_LENGTH = 300;
const MAX_NAME_LENGTH = 100;

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
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity' || bytes.length === 0) return bytes.toString('utf8');
  if (!/^(x-)?gzip$/.test(encoding)) return null;
  try {
    // The end may be missing: the first bytes are enough.
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_DISCARDED_BYTES };
    return gunzipSync(bytes, options).subarray(0, MAX_BYTES).toString('utf8');
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
  if (/^[\s\uFEFF]*</.test(text ?? '')) return true;
  const isHtml = /^\s*(text\/html|application\/xhtml)/i.test(String(type ?? ''));
  return isHtml && (text === null || (text.trim() !== '' && jsonIn(text) === undefined));
}

/**
 * What a failed response says: the four properties of AccessLink's errors, camel case or snake case, at the top or within
 * `error` or `errors`; OAuth's `error` and `error_description`; or a text that is no JSON. Nothing else of the body.
 */
export function reasonIn(
  text: string,
  { statusCode: status, headers }: Pick<FailedResponse, 'statusCode' | 'headers'>,
  clean: CleanText,
): UpstreamReason {
  const json = jsonIn(text);
  const said = json === undefined ? plainText(text, headers) : json;
  const [reason = {}] = objectsIn(said).map(propertiesOf).filter(isTelling);
  const message = typeof said === 'string' ? said : reason.message;
  return {
    status,
    errorType: shown(reason.errorType, MAX_NAME_LENGTH, clean),
    message: shown(message, MAX_MESSAGE_LENGTH, clean),
    correlationId: shown(reason.correlationId, MAX_NAME_LENGTH, clean),
  };
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A sentence, as a proxy or an old resource may send it; undefined for all that is not declared as one. */
function plainText(text: string, headers: ResponseHeaders): string | undefined {
  const isPlain = /^\s*text\/plain/i.test(String(headers['content-type'] ?? ''));
  return isPlain && !isPage(text, headers) && !/^\s*[[{"]/.test(text) ? text : undefined;
}

/** The objects that may be an error, the innermost of a wrapper first. */
function objectsIn(body: unknown, depth = 0): JsonObject[] {
  if (Array.isArray(body)) return depth > 3 ? [] : body.slice(0, 5).flatMap((one) => objectsIn(one, depth + 1));
  if (!isJsonObject(body) || depth > 3) return [];
  return [...objectsIn(body['errors'], depth + 1), ...objectsIn(body['error'], depth + 1), body];
}

interface Properties {
  readonly errorType?: unknown;
  readonly message?: unknown;
  readonly correlationId?: unknown;
}

/** OAuth and some frameworks have a text as `error` where AccessLink has its error type. */
function propertiesOf(body: JsonObject): Properties {
  const named = new Map(
    Object.entries(body).map(([name, value]) => [name.replaceAll(/[-_]/g, '').toLowerCase(), value]),
  );
  return {
    errorType: named.get('errortype') ?? (typeof body['error'] === 'string' ? body['error'] : undefined),
    message: named.get('message') ?? named.get('errordescription'),
    correlationId: named.get('corrid') ?? named.get('correlationid'),
  };
}

function isTelling(properties: Properties): boolean {
  return Object.values(properties).some((value) => typeof value === 'string' || typeof value === 'number');
}

function shown(value: unknown, maxLength: number, clean: CleanText): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? clean(value, maxLength) : null;
}
