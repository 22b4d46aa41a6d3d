// The control API: what can be read and changed of a running simulator, in the process or over HTTP.
import type { DataChanges } from './data-changes.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Fault } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RecordedRequest } from './request-handler.ts';
import type { EventDelivery } from './webhooks/event-delivery.ts';

/** Reads and changes a running simulator. */
export interface ControlApi extends DataChanges, EventDelivery {
  /** All requests, in the order in which they were received. */
  readonly requests: readonly RecordedRequest[];
  clearRequests(): void;
  /** Stops the clock at an instant (epoch milliseconds); null lets it run again. */
  setClock(epochMs: number | null): void;
  setDialect(dialect: Dialect): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  setLimits(limits: RateLimits): void;
  /** The id of the person who consents without a page; null (at the start) shows the page. Throws RangeError for an unknown id. */
  setAutoConsent(userId: string | null): void;
}
