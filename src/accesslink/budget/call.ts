// Whose a call is, and of which class.
import { createHash } from 'node:crypto';
import type { CallClass, CallOrigin } from '../call-origin.ts';
import { labelOf } from '../response-errors.ts';
import type { FileTransport, Transport, UpstreamRequest } from '../upstream.ts';

/** A call as the budget sees it. */
export interface BudgetCall {
  readonly class: CallClass;
  /** Whose share it uses: a digest of the credential that is sent, whatever way it came. */
  readonly person: string;
  readonly isProven: boolean;
  /** Method and path without query, for messages. */
  readonly label: string;
}

/** Whoever says nothing of a call is somebody who waits, with a credential of their own. */
const UNSAID: CallOrigin = { class: 'person', isProven: false };

/** A commit (PUT) and a deletion are of their class whoever sends them; the client's own credential needs no proof. */
export function callOf(request: UpstreamRequest): BudgetCall {
  const { method = 'GET', origin = UNSAID, authorization } = request;
  const credential = authorization.reveal();
  return {
    class: method === 'PUT' || method === 'DELETE' ? 'commit' : origin.class,
    person: personOf(credential),
    isProven: origin.isProven || /^basic /i.test(credential),
    label: labelOf(request),
  };
}

/** The person of an Authorization header: a digest, so that no credential is retained. */
export function personOf(credential: string): string {
  return createHash('sha256').update(credential).digest('base64url');
}

/** A transport whose requests say where they come from. */
export function withOrigin(send: Transport, origin: CallOrigin): Transport {
  return (request) => send({ ...request, origin });
}

/** The same for files. */
export function filesWithOrigin(openFile: FileTransport, origin: CallOrigin): FileTransport {
  return (request) => openFile({ ...request, origin });
}
