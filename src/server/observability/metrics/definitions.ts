// Every metric: its name, which never changes, what it counts, and its labels. The values of a label are a fixed set, or
// names from this program's code; what is neither is counted as `other`.
import { CALL_CLASSES } from '../../../accesslink/call-origin.ts';
import type { ErrorCode } from '../../../domain/failures.ts';

/** What a metric is, and its labels with what they may say. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly LabelName[];
}

/** The values of a label: a list, or `names`: of the code, so a bounded number, in the form of a name or a path. */
export type LabelValues = readonly string[] | 'names';

const CODES = {
  UNAUTHENTICATED: true,
  REAUTHENTICATE: true,
  CONSENT_REQUIRED: true,
  NOT_REGISTERED: true,
  RATE_LIMITED: true,
  BAD_USER_INPUT: true,
  NOT_FOUND: true,
  UPSTREAM_UNAVAILABLE: true,
  UPSTREAM_TIMEOUT: true,
  UPSTREAM_INVALID: true,
  COST_EXCEEDED: true,
  INTERNAL: true,
} satisfies Readonly<Record<ErrorCode, true>>;

/** By name of the label. */
export const LABELS = {
  method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  route: 'names',
  status: ['1xx', '2xx', '3xx', '4xx', '5xx'],
  type: ['query', 'mutation', 'subscription', 'invalid'],
  code: ['ok', ...Object.keys(CODES)],
  source: ['memory', 'store', 'stale', 'upstream', 'joined'],
  resource: 'names',
  outcome: 'names',
  window: ['short', 'long'],
  class: CALL_CLASSES,
  reason: ['blocked', 'used-up', 'share', 'busy'],
  upstream: ['accesslink', 'token-server'],
  operation: 'names',
  step: ['authorization-request', 'callback', 'consent', 'token-exchange', 'registration', 'app-token'],
  credential: ['client', 'partner-key'],
  kind: ['http', 'websocket'],
} as const satisfies Readonly<Record<string, LabelValues>>;

export type LabelName = keyof typeof LABELS;

/** docs/operating.md has the same table for people; test/server/observability/metrics/ compares them. */
export const METRICS = {
  accesslink_http_requests_total: {
    type: 'counter',
    help: 'Requests answered, by method, route and class of status',
    labels: ['method', 'route', 'status'],
  },
  accesslink_http_request_duration_seconds: {
    type: 'histogram',
    help: 'Time until the response of a request begins',
    labels: ['route'],
  },
  accesslink_operations_total: {
    type: 'counter',
    help: 'GraphQL operations over HTTP, by type, once for each code among their errors, or once as ok',
    labels: ['type', 'code'],
  },
  accesslink_operation_duration_seconds: {
    type: 'histogram',
    help: 'Time of a GraphQL operation',
    labels: ['type'],
  },
  accesslink_reads_total: {
    type: 'counter',
    help: 'What operations were answered from: records from memory, the store, or stale; requests sent upstream or joined',
    labels: ['source'],
  },
  accesslink_upstream_calls_total: {
    type: 'counter',
    help: 'Calls of AccessLink and of the token endpoint, by resource, method and outcome',
    labels: ['resource', 'method', 'outcome'],
  },
  accesslink_upstream_call_duration_seconds: {
    type: 'histogram',
    help: 'Time of a call of AccessLink, its waiting included',
    labels: ['resource'],
  },
  accesslink_upstream_up: {
    type: 'gauge',
    help: '1 while AccessLink answers, 0 while its calls fail; absent before the first call',
    labels: [],
  },
  accesslink_budget_used: {
    type: 'gauge',
    help: "Requests used of AccessLink's rate windows, as it said last",
    labels: ['window'],
  },
  accesslink_budget_limit: {
    type: 'gauge',
    help: "Requests allowed by AccessLink's rate windows, as it said last",
    labels: ['window'],
  },
  accesslink_budget_rejections_total: {
    type: 'counter',
    help: 'Calls that the request budget did not let through, by reason and class',
    labels: ['reason', 'class'],
  },
  accesslink_queue_waiting: {
    type: 'gauge',
    help: 'Calls of AccessLink that wait for their turn, by class',
    labels: ['class'],
  },
  accesslink_queue_in_flight: {
    type: 'gauge',
    help: 'Calls of AccessLink that have their turn',
    labels: [],
  },
  accesslink_breaker_openings_total: {
    type: 'counter',
    help: 'How often a server of Polar, or one route of it, was left alone after failures in a row',
    labels: ['upstream'],
  },
  accesslink_deliveries_total: {
    type: 'counter',
    help: 'Webhook deliveries, by what became of them',
    labels: ['outcome'],
  },
  accesslink_delivery_attempts_total: {
    type: 'counter',
    help: 'Attempts to process a delivery: done, or failed',
    labels: ['outcome'],
  },
  accesslink_delivery_age_seconds: {
    type: 'histogram',
    help: 'Time from the receipt of a delivery to the end of an attempt to process it',
    labels: [],
  },
  accesslink_deliveries_pending: {
    type: 'gauge',
    help: 'Deliveries that are stored and not processed, of all processes',
    labels: [],
  },
  accesslink_store_calls_total: {
    type: 'counter',
    help: 'Calls of the store, by operation and outcome: ok, or the code of the failure',
    labels: ['operation', 'outcome'],
  },
  accesslink_store_call_duration_seconds: {
    type: 'histogram',
    help: 'Time of a call of the store',
    labels: ['operation'],
  },
  accesslink_store_up: {
    type: 'gauge',
    help: '1 while the store can be written, 0 while it cannot; absent without a store',
    labels: [],
  },
  accesslink_sign_in_failures_total: {
    type: 'counter',
    help: 'Sign-ins that failed, by step',
    labels: ['step'],
  },
  accesslink_partner_rejections_total: {
    type: 'counter',
    help: "Requests whose credentials claim to be the partner's and are not",
    labels: ['credential'],
  },
  accesslink_connections: {
    type: 'gauge',
    help: 'Open connections of clients',
    labels: ['kind'],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricName = keyof typeof METRICS;
