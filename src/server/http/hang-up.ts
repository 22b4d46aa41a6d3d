// Clients that hang up before their response: that is no failure of this server, and nobody reads what is sent.

/** Whether a failure says that the request was aborted: its body broke off, or nobody waits for the response any more. */
export function isHangUp(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'AbortError';
}
