// What is in the bytes of a body: JSON, or the records in it. Runs where the body is small in this thread, else in the decoder's.
import type { RecordName } from '../../generated/accesslink.ts';
import { isOverLimit, textOf, unpackedNow } from '../body.ts';
import { type Decoded, decodeRecords } from '../decode.ts';
import { isPage } from '../error-body.ts';
import { isErrorBody } from '../error-reason.ts';
import { parseSentJson } from '../json.ts';
import type { ResponseHeaders } from '../rate-limit.ts';

/** A body as it was sent, in blocks; the kind of its records; and how large it may be. */
export interface EncodedBody {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly contentType: string | undefined;
  readonly record: RecordName;
  readonly maxBytes: number;
}

/**
 * `records`: those of a kind. `json`: a body of which no records are to be decoded, since none are wanted, or since it is an
 * error. `unreadable`: no JSON; `isPage`: HTML in its place. `packed`: gzip that cannot be unpacked, or not within the limit.
 */
export type BodyContent =
  | { readonly kind: 'records'; readonly decoded: Decoded<object> }
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'unreadable'; readonly isPage: boolean }
  | { readonly kind: 'packed'; readonly isTooLarge: boolean };

/** The JSON in a body. */
export function jsonContent(
  bytes: Uint8Array,
  headers: ResponseHeaders,
): Exclude<BodyContent, { kind: 'records' | 'packed' }> {
  const text = textOf(bytes, headers);
  try {
    return { kind: 'json', body: parseSentJson(text) };
  } catch {
    return { kind: 'unreadable', isPage: isPage(text, headers) };
  }
}

/** The records of a kind in a body as it was sent. */
export function sentContent({ blocks, contentType, record, maxBytes }: EncodedBody): BodyContent {
  let bytes: Uint8Array;
  try {
    bytes = unpackedNow(blocks, maxBytes);
  } catch (cause) {
    return { kind: 'packed', isTooLarge: isOverLimit(cause) };
  }
  return recordContent(bytes, { 'content-type': contentType }, record);
}

/** The records of a kind in a body. */
export function recordContent(bytes: Uint8Array, headers: ResponseHeaders, record: RecordName): BodyContent {
  const content = jsonContent(bytes, headers);
  if (content.kind === 'unreadable' || isErrorBody(content.body)) return content;
  return { kind: 'records', decoded: decodeRecords(record, content.body) };
}
