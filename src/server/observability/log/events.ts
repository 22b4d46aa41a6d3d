// Every event of the log: its name, which never changes, its level, its message, and the fields that it may have. No field
// takes a text of others: each is a word from a fixed set, a number, or a name that has the form of one.
import type { DeliveryRejection } from '../../webhook/rejections.ts';

/** A level of the log, as pino names it. */
export type EventLevel = 'fatal' | 'error' | 'warn' | 'info';

/** The value of a field. */
export type FieldValue = string | number | readonly string[] | null | undefined;

/** Where a sign-in failed: at our login page, at the return from Polar, at one of our requests to Polar, at the app's token. */
export type SignInStep =
  | 'authorization-request'
  | 'callback'
  | 'consent'
  | 'token-exchange'
  | 'registration'
  | 'app-token';

/** The fields of each event besides level, time, event and message; `count` is added where events are counted. */
export interface EventFields {
  readonly listening: { readonly url: string; readonly mode: string };
  readonly 'worker-ended': { readonly number: number; readonly ended: number | string; readonly seconds: number };
  readonly 'worker-replaced': { readonly number: number };
  readonly stopping: { readonly signal: string };
  readonly stopped: object;
  readonly 'shutdown-slow': { readonly seconds: number };
  readonly 'shutdown-forced': { readonly seconds: number };
  readonly 'upstream-failed': Readonly<Record<string, string | number>>;
  readonly 'budget-paused': { readonly seconds: number };
  readonly 'budget-used-up': { readonly class: string; readonly seconds: number };
  readonly 'breaker-opened': { readonly upstream: string; readonly route: string | null };
  readonly 'breaker-closed': { readonly upstream: string; readonly route: string | null };
  readonly 'store-failed': {
    readonly operation: string | null;
    readonly code: string;
    readonly engine: string | null;
    readonly system: string | null;
  };
  readonly 'sign-in-failed': { readonly step: SignInStep; readonly reason: string };
  readonly 'partner-rejected': { readonly credential: string };
  readonly 'delivery-rejected': { readonly reason: DeliveryRejection };
  readonly 'delivery-failed': FailureFields;
  readonly 'delivery-dropped': object;
  readonly 'delivery-given-up': FailureFields;
  readonly 'delivery-unreadable': object;
  readonly 'delivery-type-unknown': object;
  readonly 'webhook-gone': object;
  readonly 'webhook-reactivated': object;
  readonly 'webhook-inactive': FailureFields;
  readonly 'values-unreadable': object;
  readonly 'secrets-unreadable': object;
  readonly 'job-failed': FailureFields & { readonly job: string };
  readonly 'unexpected-failure': FailureFields;
  readonly 'unhandled-rejection': FailureFields;
  readonly 'uncaught-exception': FailureFields;
}

/** A failure without its message, which may contain data: its class, its codes, and where it was thrown. */
export interface FailureFields {
  readonly kind?: string;
  readonly code?: string | null;
  readonly at?: readonly string[];
}

export type EventName = keyof EventFields;

interface EventDefinition {
  readonly level: EventLevel;
  readonly message: string;
  /** The fields that tell two causes apart, each of which has lines of its own; null: every event has a line. */
  readonly cause: readonly string[] | null;
}

const FAILURE = ['kind', 'code', 'at'];

/** docs/operating.md has the same table for people, with what to do; test/server/observability/log/events.test.ts compares them. */
export const EVENTS = {
  listening: { level: 'info', message: 'listening', cause: null },
  'worker-ended': { level: 'error', message: 'a worker ended, and another one starts', cause: null },
  'worker-replaced': { level: 'info', message: 'another worker listens in the place of one that ended', cause: null },
  stopping: { level: 'info', message: 'stopping', cause: null },
  stopped: { level: 'info', message: 'stopped', cause: null },
  'shutdown-slow': { level: 'warn', message: 'responses are still being sent', cause: null },
  'shutdown-forced': { level: 'error', message: 'the process ends with work unfinished', cause: null },
  'upstream-failed': {
    level: 'warn',
    message: 'AccessLink failed',
    cause: ['method', 'path', 'status', 'errorType', 'cause', 'problem', 'redirectHost', 'system'],
  },
  'budget-paused': { level: 'warn', message: 'AccessLink wants no call for a while', cause: [] },
  'budget-used-up': { level: 'warn', message: 'the request budget is used up', cause: ['class'] },
  'breaker-opened': { level: 'warn', message: 'calls that would fail are not sent', cause: ['upstream', 'route'] },
  'breaker-closed': { level: 'info', message: 'calls are sent again', cause: ['upstream', 'route'] },
  'store-failed': { level: 'error', message: 'the store failed', cause: ['operation', 'code', 'system'] },
  'sign-in-failed': { level: 'warn', message: 'a sign-in failed', cause: ['step', 'reason'] },
  'partner-rejected': { level: 'warn', message: "credentials that are not the partner's", cause: ['credential'] },
  'delivery-rejected': { level: 'warn', message: 'a delivery was rejected', cause: ['reason'] },
  'delivery-failed': { level: 'warn', message: 'a delivery is attempted again later', cause: FAILURE },
  'delivery-dropped': { level: 'info', message: 'a delivery is about nobody known here', cause: [] },
  'delivery-given-up': { level: 'error', message: 'a delivery was given up', cause: FAILURE },
  'delivery-unreadable': { level: 'warn', message: 'a delivery cannot be read', cause: [] },
  'delivery-type-unknown': { level: 'warn', message: 'a delivery has an unknown event type', cause: [] },
  'webhook-gone': { level: 'error', message: 'the webhook is gone at AccessLink', cause: [] },
  'webhook-reactivated': { level: 'warn', message: 'the webhook was inactive and is active again', cause: [] },
  'webhook-inactive': { level: 'error', message: 'the webhook is inactive and cannot be activated', cause: FAILURE },
  'values-unreadable': { level: 'warn', message: 'stored values whose key is gone were deleted', cause: [] },
  'secrets-unreadable': {
    level: 'error',
    message: 'no key of SECRET_KEY decrypts some of the tokens and keys',
    cause: [],
  },
  'job-failed': { level: 'error', message: 'a job failed', cause: ['job', ...FAILURE] },
  'unexpected-failure': { level: 'error', message: 'unexpected failure', cause: FAILURE },
  'unhandled-rejection': {
    level: 'fatal',
    message: 'the process ends after an unexpected failure that nothing waits for',
    cause: null,
  },
  'uncaught-exception': { level: 'fatal', message: 'the process ends after an unexpected failure', cause: null },
} as const satisfies Readonly<Record<EventName, EventDefinition>>;
