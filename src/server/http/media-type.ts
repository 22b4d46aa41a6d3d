// The media type of a request's body: read in one place, since a guard and a handler must not read it differently.
import type { RequestHeaders } from './request-headers.ts';

/** In lower case and without parameters; empty when the request does not say. RFC 9110, section 8.3.1. */
export function mediaTypeOf(headers: RequestHeaders): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
