// The ordinary GraphQL request: a POST of JSON to the endpoint that wants one result. Everything else is Yoga's.
import { acceptedType, type ResultType } from './accepted-type.ts';
import { mediaTypeOf } from './media-type.ts';
import type { RequestHeaders } from './request-headers.ts';

/** The head of a request. */
export interface RequestHead {
  readonly method: string;
  readonly headers: RequestHeaders;
  /** Parsed. */
  readonly url: URL;
}

/** An ordinary request without its body. */
export interface OrdinaryRequest extends RequestHead {
  /** Of its answer. */
  readonly resultType: ResultType;
}

/** An ordinary request with its body. */
export interface ReceivedRequest extends OrdinaryRequest {
  readonly text: string;
  /** When its head was there, by `elapsed` of the clock. */
  readonly receivedAt: number;
}

export const GRAPHQL_PATH = '/graphql';

/** The request when it is an ordinary one; else null. */
export function ordinaryRequest({ method, headers, url }: RequestHead): OrdinaryRequest | null {
  if (method !== 'POST' || url.pathname !== GRAPHQL_PATH || url.search !== '') return null;
  if (mediaTypeOf(headers) !== 'application/json') return null;
  const resultType = acceptedType(headers.get('accept'));
  return resultType && { method, headers, url, resultType };
}
