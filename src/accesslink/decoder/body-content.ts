// What is in the bytes of a body: JSON, or the records in it. Runs where the body is small in this thread, else in the decoder's.
import type { RecordName } from '../../generated/accesslink.ts';
import { textOf } from '../body.ts';
import { type Decoded, decodeRecords } from '../decode.ts';
import { isPage } from '../error-body.ts';
import { isErrorBody } from '../error-reason.ts';
import { parseSentJson } from '../json.ts';
import type { ResponseHeaders } from '../rate-limit.ts';

/**
 * `records`: those of a kind. `json`: a body of which no records are to be decoded, since none are wanted, or since it is an
 * error. `unreadable`: no JSON; `isPage`: HTML in its place.
 */
export type BodyContent =
  | { readonly kind: 'records'; readonly decoded: Decoded<object> }
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'unreadable'; readonly isPage: boolean };

/** The JSON in a body. */
export function jsonContent(bytes: Uint8Array, headers: ResponseHeaders): Exclude<BodyContent, { kind: 'records' }> {
  const text = textOf(bytes, headers);
  try {
    return { kind: 'json', body: parseSentJson(text) };
  } catch {
    return { kind: 'unreadable', isPage: isPage(text, headers) };
  }
}

/** The records of a kind in a body. */
export function recordContent(bytes: Uint8Array, headers: ResponseHeaders, record: RecordName): BodyContent {
  const content = jsonContent(bytes, headers);
  if (content.kind === 'unreadable' || isErrorBody(content.body)) return content;
  return { kind: 'records', decoded: decodeRecords(record, content.body) };
}
