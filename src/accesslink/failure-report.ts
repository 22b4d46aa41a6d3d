// Failures of AccessLink, reported once each: whoever runs this server looks for them in the log.
import { AccessLinkError } from './errors.ts';
import type { FileTransport, UpstreamRequest } from './upstream.ts';

/** Receives failures of AccessLink. */
export type FailureReport = (failure: AccessLinkError) => void;

/**
 * Calls `report` with each failure once, however many parts of this server meet it, and in whichever meaning. Not with
 * those of requests that were not sent: AccessLink did not fail.
 */
export function createFailureReport(report: FailureReport): FailureReport {
  const reported = new WeakSet<object>();
  return (failure) => {
    const { cause } = failure;
    if (!failure.isSent) return;
    if (reported.has(failure) || (cause instanceof AccessLinkError && reported.has(cause))) return;
    reported.add(failure);
    report(failure);
  };
}

/** A transport of files whose failures are reported, those too that come later than the headers. */
export function reportFileFailures(openFile: FileTransport, report: FailureReport): FileTransport {
  const open = reportFailures(openFile, report);
  return async (request) => {
    const file = await open(request);
    return file && { ...file, report };
  };
}

/** A transport whose failures are reported. */
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
