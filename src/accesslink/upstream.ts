// What may be asked of AccessLink and what comes back: the types that the transport and its wrappers share.
import type { Readable } from 'node:stream';
import type { Secret } from '../secret.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request: the path on AccessLink with its query, and the value of its Authorization header (`credentials.ts`). */
export interface UpstreamRequest {
  /** GET when left out. */
  readonly method?: Method;
  readonly path: string;
  readonly authorization: Secret;
  /** Media types wanted; application/json when left out. */
  readonly accept?: string;
  /** Sent as a JSON body. */
  readonly json?: unknown;
  /** Sent as a form, where there is no `json`. */
  readonly form?: Readonly<Record<string, string>>;
}

/** The bytes of a file as they come. Whoever takes them reads them to the end or destroys them. */
export interface UpstreamFile {
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly body: Readable;
}

/** What came: the decoded JSON, or undefined for "nothing" (204 and 404). */
export interface UpstreamReply {
  readonly status: number;
  readonly body: unknown;
  /** Decoded size of the body. */
  readonly bytes: number;
}

/** Sends one request. Rejects with AccessLinkError only. Wrappers keep this signature. */
export type Transport = (request: UpstreamRequest) => Promise<UpstreamReply>;

/** Asks for a file; null when there is none (204, 404). Rejects with AccessLinkError. */
export type FileTransport = (request: UpstreamRequest) => Promise<UpstreamFile | null>;

/** Ways to ask one AccessLink server, and the end of it. */
export interface Upstream {
  readonly send: Transport;
  readonly openFile: FileTransport;
  readonly close: () => Promise<void>;
}
