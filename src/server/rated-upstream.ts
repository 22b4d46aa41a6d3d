// AccessLink as all of the server asks it: through the budget, with few retries, behind a breaker, its failures reported.
import { createGate } from '../accesslink/budget/gate.ts';
import { withBudget } from '../accesslink/budget/budgeted.ts';
import { statedRateLimit } from '../accesslink/budget/stated-rate-limit.ts';
import { type BreakerOptions, createBreaker } from '../accesslink/breaker.ts';
import {
  createFailureReport,
  type FailureReport,
  reportFailures,
  reportFileFailures,
} from '../accesslink/failure-report.ts';
import { createRefusedCredentials } from '../accesslink/refused-credentials.ts';
import { createRetries } from '../accesslink/retry.ts';
import type { OpenedConnections } from '../accesslink/opened-connections.ts';
import { createTransport, type Timeouts } from '../accesslink/transport.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import type { Clock } from '../clock.ts';
import { observedFileTransport, observedTransport } from './observability/observed-upstream.ts';
import { createUpstreamWatch } from './observability/health/upstream-watch.ts';
import type { MetricsSources } from './observability/metrics/metrics.ts';
import { combineTelemetry, type Telemetry } from './observability/telemetry.ts';
import type { Store } from '../store/contract/store.ts';
import { createViewBudget, type ViewBudget } from './viewer-budget.ts';
import { sharedBudgetIn } from './shared-budget.ts';

export interface RatedUpstreamOptions {
  /** Origin of the AccessLink server. */
  readonly accessLinkUrl: string;
  readonly timeouts?: Timeouts;
  /** Connections to it that are open already. */
  readonly connections?: OpenedConnections;
  readonly clock: Clock;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
  readonly onUpstreamFailure: FailureReport;
  readonly telemetry: Telemetry;
  /** Where the budget outlives the process; null: nowhere. */
  readonly store: Store | null;
}

type UpstreamSources = Pick<MetricsSources, 'rateLimit' | 'gateLoad' | 'upstreamState'>;

/** An AccessLink server, its budget, and the report for failures of other servers of Polar. */
export interface RatedUpstream {
  readonly transport: Upstream;
  /** The budget as viewers see it. */
  readonly viewBudget: ViewBudget;
  readonly reportUpstream: ReturnType<typeof createFailureReport>;
  /** For metrics and health: the rate windows as AccessLink last stated them, the queue, and whether AccessLink answers. */
  readonly state: UpstreamSources;
}

/** Connects to an AccessLink server; sends nothing yet. */
export function createRatedUpstream(options: RatedUpstreamOptions): RatedUpstream {
  const { accessLinkUrl, timeouts, connections, clock, random } = options;
  const watch = createUpstreamWatch();
  const { upstreamCall, ...telemetry } = combineTelemetry([watch.telemetry, options.telemetry]);
  const { gate, breaker } = createProtection(options, telemetry);
  const refused = createRefusedCredentials(clock);
  const retries = createRetries({ clock, random });
  const reportUpstream = createFailureReport(options.onUpstreamFailure);
  const bare = createTransport({
    origin: accessLinkUrl,
    ...(timeouts && { timeouts }),
    ...(connections && { connections }),
    onStaleSocket: retries.countResent,
    clock,
  });
  // A token may be refused while its other calls wait for their turn: so it is looked up before and after.
  const sent: Upstream = {
    send: refused.withhold(breaker.protect(reportFailures(observedTransport(bare.send, upstreamCall), reportUpstream))),
    openFile: refused.withhold(
      breaker.protect(reportFileFailures(observedFileTransport(bare.openFile, upstreamCall), reportUpstream)),
    ),
    close: bare.close,
  };
  const budgeted = withBudget(sent, gate);
  const transport: Upstream = {
    send: refused.withhold(retries.retry(budgeted.send)),
    openFile: refused.withhold(budgeted.openFile),
    close: budgeted.close,
  };
  const rateLimit = () => statedRateLimit(gate.budget(), clock);
  const viewBudget = createViewBudget(gate, rateLimit);
  const state: UpstreamSources = { rateLimit, gateLoad: () => gate.load(), upstreamState: watch.state };
  return { transport, viewBudget, reportUpstream, state };
}

/** The gate and the breaker, each of which says what it does. */
function createProtection(
  { clock, random, store }: RatedUpstreamOptions,
  telemetry: Pick<Telemetry, 'budgetRejection' | 'budgetPause' | 'breaker'>,
) {
  const watch = { rejected: telemetry.budgetRejection, paused: telemetry.budgetPause };
  const gate = createGate({ clock, shared: sharedBudgetIn(store), watch });
  const onChange: BreakerOptions['onChange'] = (change) => telemetry.breaker({ upstream: 'accesslink', ...change });
  return { gate, breaker: createBreaker({ clock, random, onChange }) };
}
