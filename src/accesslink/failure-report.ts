// Failures of AccessLink, reported once each: whoever runs this server looks for them in the log.
import { AccessLinkError } from './errors.ts';
import type { UpstreamRequest } from './upstream.ts';

/** Receives failures of AccessLink. */
export type FailureReport = (failure: AccessLinkError) => void;

/** Calls `report` with each failure once, however many parts of this server meet it, and in whichever meaning. */
export function createFailureReport(report: FailureReport): FailureReport {
  const reported = new WeakSet<object>();
  return (failure) => {
    const { cause } = failure;
    if (reported.has(failure) || (cause instanceof AccessLinkError && reported.has(cause))) return;
    reported.add(failure);
    report(failure);
  };
}

/** A transport, of JSON or of files, whose failures are reported. */
export function reportFailures<Reply>(
  send: (request: UpstreamRequest) => Promise<Reply>,
  report: FailureReport,
): (request: UpstreamRequest) => Promise<Reply> {
  return async (request) => {
    try {
      return await send(request);
    } catch (failure) {
      if (failure instanceof AccessLinkError) report(failure);
      throw failure;
    }
  };
}
