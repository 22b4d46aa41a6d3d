// Calls under way, so that operations of one user at the same time share them.
import type { Partition, RecordRequest } from './keys.ts';

/** A call under way: what it will settle, the flags it was sent with, and its result. */
export interface InFlightRequest<T = unknown> {
  readonly resource: string;
  readonly flags: readonly string[];
  /** Whether the answer settles a date, an id or the list. */
  readonly covers: (what: string) => boolean;
  /** Where the order of ends stood (`Expiry.mark`) when it was launched. */
  readonly version: number;
  readonly result: Promise<T>;
}

export interface InFlightRequests {
  /** A call under way that settles a wish, of those that may be joined. */
  find(
    scope: Partition,
    wish: RecordRequest,
    mayJoin?: (flight: InFlightRequest) => boolean,
  ): InFlightRequest | undefined;
  /** Announces a call until it has landed. */
  start(scope: Partition, flight: InFlightRequest): void;
}

/** An empty sky; `byScope` holds what is in it. */
export function createInFlightRequests(byScope = new Map<Partition, Set<InFlightRequest>>()): InFlightRequests {
  return {
    find(scope, wish, mayJoin = () => true) {
      return [...(byScope.get(scope) ?? [])].find((flight) => settles(flight, wish) && mayJoin(flight));
    },
    start(scope, flight) {
      const flights = byScope.get(scope) ?? new Set();
      byScope.set(scope, flights.add(flight));
      const land = () => {
        flights.delete(flight);
        if (flights.size === 0) byScope.delete(scope);
      };
      flight.result.then(land, land);
    },
  };
}

function settles(flight: InFlightRequest, { resource, key: what, flags }: RecordRequest): boolean {
  const isRichEnough = flags.every((flag) => flight.flags.includes(flag));
  return flight.resource === resource && isRichEnough && flight.covers(what);
}
