// The guard before everything: which requests reach a handler or an upgrade. It reads the URL that routing reads.
import { IncomingMessage } from 'node:http';
import { isRejected, type RejectedRequest, requestTarget } from './request-target.ts';

/** The most bytes of any body, whatever its headers say. Handlers have limits of their own below it. */
export const MAX_BODY_BYTES = 100_000;

/** What a request may send, by its path. */
export interface BodyRule {
  readonly maxBytes: number;
  /** Whether its length may be unknown until it ends; the handler counts it then. */
  readonly isUnknownLengthAllowed: boolean;
}

export type BodyRuleOf = (pathname: string) => BodyRule;

/** The URL of a request that may be served, or why it may not. */
export function guardRequest(request: IncomingMessage, ruleOf: BodyRuleOf): URL | RejectedRequest {
  // Node accepts HTTP/0.9; a proxy in front of this server may read such a request differently.
  if (request.httpVersion === '0.9') return { status: 400, reason: 'HTTP/0.9 is not supported' };
  const url = requestTarget(request);
  return isRejected(url) ? url : (bodyRejection(request, ruleOf(url.pathname)) ?? url);
}

/** The same for a request that wants to become another protocol: it has no body. */
export function guardUpgrade(request: IncomingMessage): URL | RejectedRequest {
  if (request.method !== 'GET') return { status: 400, reason: 'an upgrade is a GET' };
  return guardRequest(request, () => ({ maxBytes: 0, isUnknownLengthAllowed: false }));
}

/** Node enforces a Content-Length; so one that is within the limit is enough. */
function bodyRejection({ method, headers }: IncomingMessage, rule: BodyRule): RejectedRequest | null {
  const { maxBytes, isUnknownLengthAllowed } = rule;
  const length = headers['content-length'];
  const isUnknown = headers['transfer-encoding'] !== undefined || (method === 'POST' && length === undefined);
  if (isUnknown && !isUnknownLengthAllowed) {
    return { status: 411, reason: 'a body of unknown length is not accepted; send Content-Length' };
  }
  if (Number(length ?? 0) <= maxBytes) return null;
  return { status: 413, reason: `a body of ${length} bytes is not accepted; the limit is ${maxBytes}` };
}

/**
 * A request of Node whose body ends with its connection when it is longer than the limit: counted where the bytes arrive,
 * so that no header, no route and no guard decides about it.
 */
export class LimitedRequest extends IncomingMessage {
  #received = 0;

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    this.#received += chunk?.byteLength ?? 0;
    if (this.#received <= MAX_BODY_BYTES) return super.push(chunk, encoding);
    this.destroy();
    return false;
  }
}
