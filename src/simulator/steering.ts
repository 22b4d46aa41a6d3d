// What can be seen and changed of a simulator while it runs, in the process or over HTTP.
import type { Arrivals } from './arrivals.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Fault } from './faults.ts';
import type { Limits } from './limits.ts';
import type { SeenRequest } from './serve.ts';
import type { Announcing } from './webhooks/announcing.ts';

export interface Steering extends Arrivals, Announcing {
  /** In order of arrival. */
  readonly requests: readonly SeenRequest[];
  clearRequests(): void;
  /** Stops the clock at an instant (epoch milliseconds); null lets it run again. */
  setClock(epochMs: number | null): void;
  setDialect(dialect: Dialect): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  setLimits(limits: Limits): void;
  /** Whom the authorization endpoint takes everybody for, without a page; null (at the start) shows the page. */
  setAutoConsent(userId: string | null): void;
}
