// Transports for tests of the wrappers: each call ends as a list says, and what was sent is counted.
import { AccessLinkError, type AccessLinkErrorDetails } from '../../../src/accesslink/errors.ts';
import type { Transport, UpstreamRequest } from '../../../src/accesslink/upstream.ts';
import { createSecret } from '../../../src/secret.ts';

/** `ok`, or the failure of a call. */
export type CallOutcome = 'ok' | AccessLinkError;

export const failed = (code: AccessLinkError['code'], details: AccessLinkErrorDetails = {}): AccessLinkError =>
  new AccessLinkError(code, `failed: ${code}`, details);

export const requestOf = (token = 'a', about: Partial<UpstreamRequest> = {}): UpstreamRequest => ({
  path: '/v3/users/sleep?x=1',
  authorization: createSecret(`Bearer ${token}`),
  ...about,
});

/** Ends each call as the list says, the last of it for ever. */
export function listedTransport(outcomes: readonly CallOutcome[]) {
  const sent: UpstreamRequest[] = [];
  const send: Transport = async (request) => {
    const outcome = outcomes[Math.min(sent.length, outcomes.length - 1)];
    sent.push(request);
    if (outcome instanceof AccessLinkError) throw outcome;
    return { status: 200, body: [] };
  };
  return { send, sent };
}

/** How a call ended: `ok`, or the code of its failure. */
export async function ended(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'ok',
    (failure: unknown) => (failure instanceof AccessLinkError ? failure.code : 'no failure of AccessLink'),
  );
}
