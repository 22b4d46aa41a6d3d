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
import type { HealthState } from './observability/health/health.ts';
import { createUpstreamWatch } from './observability/health/upstream-watch.ts';
import { combineTelemetry, type Telemetry } from './observability/telemetry.ts';

export interface RatedUpstreamOptions {
  /** Origin of the AccessLink server. */
  readonly accessLinkUrl: string;
  readonly timeouts?: Timeouts;
  readonly clock: Clock;
  readonly onUpstreamFailure: FailureReport;
  readonly telemetry: Telemetry;
}

/** An AccessLink server, with the rate limit of its last response and the report for failures of other servers of Polar. */
export interface RatedUpstream {
  readonly transport: Upstream;
  readonly rateLimit: () => RateLimit;
  readonly reportUpstream: ReturnType<typeof createFailureReport>;
  /** Whether AccessLink answers. */
  readonly upstreamState: () => HealthState;
}

/** Connects to an AccessLink server; sends nothing yet. */
export function createRatedUpstream({
  accessLinkUrl,
  timeouts,
  clock,
  onUpstreamFailure,
  telemetry,
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
  const watch = createUpstreamWatch();
  const { upstreamCall } = combineTelemetry([watch.telemetry, telemetry]);
  const reportUpstream = createFailureReport(onUpstreamFailure);
  const send = reportFailures(observedTransport(transport.send, upstreamCall), reportUpstream);
  const openFile = reportFileFailures(observedFileTransport(transport.openFile, upstreamCall), reportUpstream);
  return {
    transport: { ...transport, send, openFile },
    rateLimit: () => rateLimit,
    reportUpstream,
    upstreamState: watch.state,
  };
}
