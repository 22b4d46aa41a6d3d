// Requests to AccessLink and their responses: the types that the transport and its wrappers share.
import type { Readable } from 'node:stream';
import type { Secret } from '../secret.ts';
import type { CallOrigin } from './call-origin.ts';
import type { RecordName } from '../generated/accesslink.ts';
import type { Decoded } from './decode.ts';
import type { AccessLinkError } from './errors.ts';
import type { RateLimit } from './rate-limit.ts';

/** The methods that AccessLink uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request: its path with query, and the value of its Authorization header (credentials.ts). */
export interface UpstreamRequest {
  /** GET by default. */
  readonly method?: Method;
  readonly path: string;
  readonly authorization: Secret;
  /** The Accept header; application/json by default. */
  readonly accept?: string;
  /** Sent as a JSON body. */
  readonly json?: unknown;
  /** Sent as a form body, unless there is `json`. */
  readonly form?: Readonly<Record<string, string>>;
  /** For whom it is sent; without it, for somebody who waits and has not proved who they are. */
  readonly origin?: CallOrigin;
  /** The kind of the records in its response: a large body is decoded in a thread of its own. */
  readonly record?: RecordName;
  /** Called with the rate limit of the response, where it states one. */
  readonly onRateLimit?: (rateLimit: RateLimit) => void;
  /** Called with each failure after which the request is sent again. */
  readonly onResend?: (failure: AccessLinkError) => void;
}

/** A file as it is received. The consumer must read the body to its end or destroy it: it holds a connection. */
export interface UpstreamFile {
  /** Method and path of its request, without query. */
  readonly label: string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly body: Readable;
  /** Receives the failure of AccessLink that its body ends with. */
  readonly report?: (failure: AccessLinkError) => void;
}

/**
 * A response: its parsed JSON, or undefined for "nothing" (204, 404, or an empty body); of a large body, the records in it in
 * the place of its JSON.
 */
export interface UpstreamReply {
  readonly status: number;
  readonly body: unknown;
  readonly decoded?: Decoded<object>;
}

/** Sends one request. Rejects with AccessLinkError only. Wrappers keep this signature. */
export type Transport = (request: UpstreamRequest) => Promise<UpstreamReply>;

/** Requests a file; null when there is none (204, 404). Rejects with AccessLinkError. */
export type FileTransport = (request: UpstreamRequest) => Promise<UpstreamFile | null>;

/** The transports to one AccessLink server. */
export interface Upstream {
  readonly send: Transport;
  readonly openFile: FileTransport;
  /** Closes all connections; requests under way fail. */
  readonly close: () => Promise<void>;
}
