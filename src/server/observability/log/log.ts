// The log: every field of a line is chosen here, so that no token and no health value can reach it; and what fails a
// thousand times a second has one line a minute.
import { pino } from 'pino';
import { AccessLinkError } from '../../../accesslink/errors.ts';
import { routeOf } from '../../../accesslink/route.ts';
import type { Clock } from '../../../clock.ts';
import type { Warning } from '../../../jobs/start.ts';
import { SkippedCallError, type StoreError } from '../../../store/contract/errors.ts';
import { EVENTS, type EventFields, type EventName, type FieldValue } from './events.ts';
import { failureFields, storeErrorIn, storeFields } from './failure-fields.ts';
import { createThrottle, type ThrottledLine } from './throttle.ts';
import { upstreamFields } from './upstream-fields.ts';

export interface Log {
  /** Writes the line of an event, or counts it for a later one. */
  readonly event: <Name extends EventName>(name: Name, fields: EventFields[Name]) => void;
  /**
   * A bug or an outage. One of the store or of AccessLink has the line of those, once; what else fails, its class and stack,
   * and the name of the job in which it did.
   */
  readonly unexpected: (failure: unknown, job?: string) => void;
  /** Something the operator may want to know, with the failure that caused it. */
  readonly warn: (warning: Warning, failure?: unknown) => void;
  /** A failure of AccessLink or of Polar's OAuth: which request, with which status, and why. */
  readonly upstream: (failure: AccessLinkError) => void;
  /** A failed call of the store: which one, on which engine, and what the driver calls it. */
  readonly store: (failure: StoreError, about: { readonly operation: string; readonly engine: string }) => void;
  /** Writes what was counted and is in no line yet. */
  readonly flush: () => void;
}

export interface LogOptions {
  /** As pino names it; `silent` writes nothing. */
  readonly level: string;
  readonly clock: Pick<Clock, 'elapsed' | 'every'>;
  /** Which worker writes; null: there is one process. */
  readonly worker?: number | null;
  /** Receives each line, with its end; standard output by default. */
  readonly write?: (line: string) => void;
}

/** Between two lines of one cause. */
const INTERVAL_MS = 60_000;
/** How often it is looked whether a counted line is due. */
const TICK_MS = 5_000;
const MAX_CAUSES = 200;

/** The event of each warning of the jobs. */
const WARNINGS = {
  'unreadable delivery': 'delivery-unreadable',
  'unknown event type': 'delivery-type-unknown',
  'delivery dropped': 'delivery-dropped',
  'delivery failed': 'delivery-failed',
  'delivery given up': 'delivery-given-up',
  'webhook is gone at AccessLink': 'webhook-gone',
  'webhook was inactive and is active again': 'webhook-reactivated',
  'webhook is inactive and cannot be activated': 'webhook-inactive',
  'values without a key': 'values-unreadable',
  'secrets without a key': 'secrets-unreadable',
} as const satisfies Readonly<Record<Warning, EventName>>;

/** A log of JSON objects, one a line. */
export function createLog({ level, clock, worker = null, write }: LogOptions): Log {
  const base = worker === null ? null : { worker };
  const event = createEventWriter(pino({ level, base }, ...(write ? [{ write }] : [])), clock);
  const logged = new WeakSet<object>();
  const store = (failure: StoreError, about: Parameters<typeof storeFields>[1]) => {
    if (logged.has(failure) || failure instanceof SkippedCallError) return;
    logged.add(failure);
    event.write('store-failed', storeFields(failure, about));
  };
  const upstream = (failure: AccessLinkError) => {
    const { cause } = failure;
    if (logged.has(failure) || (cause instanceof AccessLinkError && logged.has(cause))) return;
    logged.add(failure);
    event.write('upstream-failed', upstreamFields(failure));
  };
  /** Whether the failure has a line of its own kind. */
  const hasOwnLine = (failure: unknown) => {
    const storeError = storeErrorIn(failure);
    if (storeError) store(storeError, { operation: null, engine: null });
    else if (failure instanceof AccessLinkError) upstream(failure);
    return storeError !== null || failure instanceof AccessLinkError;
  };
  return {
    event: event.write,
    unexpected: (failure, job) => {
      if (hasOwnLine(failure)) return;
      const fields = failureFields(failure);
      if (job === undefined) event.write('unexpected-failure', fields);
      else event.write('job-failed', { job, ...fields });
    },
    warn: (warning, failure) => event.write(WARNINGS[warning], failure === undefined ? {} : failureFields(failure)),
    upstream,
    store,
    flush: event.flush,
  };
}

interface EventWriter {
  readonly write: Log['event'];
  readonly flush: () => void;
}

interface Line {
  readonly name: EventName;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

function createEventWriter(logger: pino.Logger, { elapsed, every }: LogOptions['clock']): EventWriter {
  const throttle = createThrottle<Line>({ intervalMs: INTERVAL_MS, maxCauses: MAX_CAUSES });
  const put = ({ name, fields }: Line, counted: object = {}) => {
    const { level, message } = EVENTS[name];
    logger[level]({ event: name, ...fields, ...counted }, message);
  };
  const putCounted = ({ value, count, isMixed }: ThrottledLine<Line>) =>
    put(value, { count, ...(isMixed ? { mixed: true } : {}) });
  every(TICK_MS, () => throttle.due(elapsed()).forEach(putCounted));
  return {
    write: (name, given) => {
      const fields = known(given as Line['fields']);
      const cause = causeOf(name, fields);
      if (cause === null) return put({ name, fields });
      const line = throttle.add({ group: name, cause, value: { name, fields } }, elapsed());
      if (line) putCounted(line);
    },
    flush: () => throttle.flush().forEach(putCounted),
  };
}

/** The fields that have a value. */
function known(fields: Line['fields']): Line['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** What an event is counted by: paths by their route, so that ids and dates make no causes of their own. */
function causeOf(name: EventName, fields: Line['fields']): string | null {
  const names: readonly string[] | null = EVENTS[name].cause;
  if (names === null) return null;
  return JSON.stringify(
    names.map((field) => {
      const value = fields[field] ?? null;
      return field === 'path' && typeof value === 'string' ? routeOf(value) : value;
    }),
  );
}
