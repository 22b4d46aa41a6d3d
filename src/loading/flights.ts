// Calls under way, so that operations of one user at the same time share them.
import type { Scope, Wish } from './keys.ts';

/** A call under way: what it will settle, the flags it was sent with, and its result. */
export interface Flight<T = unknown> {
  readonly resource: string;
  readonly flags: readonly string[];
  /** Whether the answer settles a date, an id or the list. */
  readonly covers: (what: string) => boolean;
  /** Where the order of ends stood (`Expiry.mark`) when it was launched. */
  readonly mark: number;
  readonly landed: Promise<T>;
}

export interface Flights {
  /** A call under way that settles a wish, of those that may be joined. */
  find(scope: Scope, wish: Wish, mayJoin?: (flight: Flight) => boolean): Flight | undefined;
  /** Announces a call until it has landed. */
  launch(scope: Scope, flight: Flight): void;
}

/** An empty sky; `byScope` holds what is in it. */
export function createFlights(byScope = new Map<Scope, Set<Flight>>()): Flights {
  return {
    find(scope, wish, mayJoin = () => true) {
      return [...(byScope.get(scope) ?? [])].find((flight) => settles(flight, wish) && mayJoin(flight));
    },
    launch(scope, flight) {
      const flights = byScope.get(scope) ?? new Set();
      byScope.set(scope, flights.add(flight));
      const land = () => {
        flights.delete(flight);
        if (flights.size === 0) byScope.delete(scope);
      };
      flight.landed.then(land, land);
    },
  };
}

function settles(flight: Flight, { resource, what, flags }: Wish): boolean {
  const isRichEnough = flags.every((flag) => flight.flags.includes(flag));
  return flight.resource === resource && isRichEnough && flight.covers(what);
}
