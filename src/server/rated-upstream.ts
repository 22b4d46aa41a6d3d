// The transport to AccessLink as all of the server uses it: its failures are reported, and its rate limit is read.
import {
  createFailureReport,
  type FailureReport,
  reportFailures,
  reportFileFailures,
} from '../accesslink/failure-report.ts';
import { type RateLimit, UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import type { Clock } from '../clock.ts';
import { observedFileTransport, observedTransport } from './observability/observed-upstream.ts';
import type { Telemetry } from './observability/telemetry.ts';

export interface RatedUpstreamOptions {
  /** Origin of the AccessLink server. */
  readonly accessLinkUrl: string;
  readonly timeouts?: Timeouts;
  readonly clock: Clock;
  readonly onUpstreamFailure: FailureReport;
  readonly telemetry: Pick<Telemetry, 'upstreamCall'>;
}

/** An AccessLink server, with the rate limit of its last response and the report for failures of other servers of Polar. */
export interface RatedUpstream {
  readonly transport: Upstream;
  readonly rateLimit: () => RateLimit;
  readonly reportUpstream: ReturnType<typeof createFailureReport>;
}

/** Connects to an AccessLink server; sends nothing yet. */
export function createRatedUpstream({
  accessLinkUrl,
  timeouts,
  clock,
  onUpstreamFailure,
  telemetry: { upstreamCall },
}: RatedUpstreamOptions): RatedUpstream {
  let rateLimit = UNKNOWN_RATE_LIMIT;
  const onRateLimit = (latest: typeof rateLimit) => {
    rateLimit = latest;
  };
  const transport = createTransport({
    origin: accessLinkUrl,
    ...(timeouts ? { timeouts } : {}),
    onRateLimit,
    clock,
  });
  const reportUpstream = createFailureReport(onUpstreamFailure);
  const send = reportFailures(observedTransport(transport.send, upstreamCall), reportUpstream);
  const openFile = reportFileFailures(observedFileTransport(transport.openFile, upstreamCall), reportUpstream);
  return { transport: { ...transport, send, openFile }, rateLimit: () => rateLimit, reportUpstream };
}
