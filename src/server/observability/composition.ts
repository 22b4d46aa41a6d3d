// Health and metrics of one app: where their answers come from, and the handlers of their paths.
import type { Clock } from '../../clock.ts';
import type { Secret } from '../../secret.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Handler } from '../http/router.ts';
import { createHealth, type Health } from './health/health.ts';
import { createStoreProbe } from './health/store-probe.ts';
import { createMetricsHandler } from './metrics/handler.ts';
import type { Metrics, MetricsSources } from './metrics/metrics.ts';

export interface ObservabilityOptions {
  readonly store: Store | null;
  readonly clock: Clock;
  /** Null: nothing is measured. */
  readonly metrics: Metrics | null;
  /** METRICS_TOKEN; null: the metrics are served to nobody. */
  readonly metricsToken: Secret | null;
}

/** What only the app knows. */
export type ObservedApp = Pick<MetricsSources, 'rateLimit' | 'gateLoad' | 'upstreamState' | 'webSockets'>;

export interface Observability {
  readonly health: Health;
  /** Null: the path is not in the table. */
  readonly metricsHandler: Handler | null;
}

export function createObservability(options: ObservabilityOptions, app: ObservedApp): Observability {
  const { store, clock, metrics, metricsToken } = options;
  const storeState = createStoreProbe(store, clock);
  const pendingDeliveries = store && (() => store.inbox.pending());
  metrics?.connect({ ...app, storeState, pendingDeliveries });
  return {
    health: createHealth({ storeState, upstreamState: app.upstreamState }),
    metricsHandler: metrics && metricsToken && createMetricsHandler(metrics, metricsToken),
  };
}
