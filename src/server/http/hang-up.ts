// Clients that hang up before their response: that is no failure of this server, and nobody reads what is sent.

/** Whether a failure says that the request was aborted: its body broke off, or nobody waits for the response any more. */
export function isHangUp(failure: unknown): boolean {
  return failure instanceof Error && (failure.name === 'AbortError' || isBrokenBody(failure));
}

/** Of Node's IncomingMessage: the connection was closed before the whole body had come. */
function isBrokenBody(failure: Error): boolean {
  return failure.message === 'aborted' && 'code' in failure && failure.code === 'ECONNRESET';
}
