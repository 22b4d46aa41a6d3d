// A gateway that is watched as the program watches it: its log at the lowest level, and its metrics.
import { createSecret } from '../../../src/secret.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { createLog } from '../../../src/server/observability/log/log.ts';
import { logTelemetry } from '../../../src/server/observability/log/telemetry.ts';
import { createMetrics } from '../../../src/server/observability/metrics/metrics.ts';
import { observedStore } from '../../../src/server/observability/observed-store.ts';
import { combineTelemetry } from '../../../src/server/observability/telemetry.ts';
import { type WebhookGateway, startWebhookGateway } from '../../support/delivering.ts';
import { NOW } from '../../support/gateway.ts';
import { openGatewayStore } from '../../support/stores.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

export const PARTNER_KEY = 'partner-key-canary-0123456789abcdef';
const METRICS_TOKEN = 'metrics-token-canary-0123456789abcdef';

export interface LogLine extends Readonly<Record<string, unknown>> {
  readonly event: string;
}

export interface WatchedGateway extends WebhookGateway {
  /** What was logged since a test has emptied it. */
  readonly lines: LogLine[];
  /** Everything that was logged. */
  readonly history: readonly LogLine[];
  /** The clock of the log: a minute of it can pass. */
  readonly logClock: VirtualClock;
  /** Writes what was counted and is in no line. */
  flushLog(): void;
  metrics(): Promise<string>;
}

/** `change`: replaces methods of the store, below whoever watches it. */
export async function startWatchedGateway(change: (store: Store) => Store = (store) => store): Promise<WatchedGateway> {
  const [lines, history]: [LogLine[], LogLine[]] = [[], []];
  const logClock = createVirtualClock();
  const log = createLog({
    level: 'trace',
    clock: logClock,
    write: (line) => [lines, history].forEach((list) => list.push(JSON.parse(line))),
  });
  const metrics = createMetrics({ ...logClock, now: () => NOW });
  const telemetry = combineTelemetry([logTelemetry(log, 'sqlite'), metrics.telemetry]);
  const opened = await openGatewayStore({}, () => NOW);
  const gateway = await startWebhookGateway({
    store: observedStore(change(opened.store), telemetry.storeCall),
    app: {
      telemetry,
      metrics,
      metricsToken: createSecret(METRICS_TOKEN),
      partnerKey: createSecret(PARTNER_KEY),
      timeouts: { connect: 300, headers: 300, total: 500 },
      report: log.unexpected,
      notice: log.warn,
      onUpstreamFailure: log.upstream,
    },
  });
  return {
    ...gateway,
    lines,
    history,
    logClock,
    flushLog: log.flush,
    metrics: async () => {
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      return (await fetch(`${gateway.url}/metrics`, { headers })).text();
    },
    close: async () => {
      await gateway.close();
      await opened.close();
    },
  };
}
