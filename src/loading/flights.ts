// Calls under way, so that operations of one user at the same time share them.
import type { Scope } from './keys.ts';

/** A call under way: what it will settle, the flags it was sent with, and its result. */
export interface Flight<T = unknown> {
  readonly resource: string;
  readonly flags: readonly string[];
  /** Whether the answer settles a date, an id or the list. */
  readonly covers: (what: string) => boolean;
  readonly landed: Promise<T>;
}

export interface Flights {
  /** A call under way that settles `what` with at least `flags`. */
  find(scope: Scope, wish: { resource: string; what: string; flags: readonly string[] }): Flight | undefined;
  /** Announces a call until it has landed. */
  launch(scope: Scope, flight: Flight): void;
}

/** An empty sky. */
export function createFlights(): Flights {
  const byScope = new Map<Scope, Set<Flight>>();
  return {
    find(scope, { resource, what, flags }) {
      for (const flight of byScope.get(scope) ?? []) {
        const isRichEnough = flags.every((flag) => flight.flags.includes(flag));
        if (flight.resource === resource && isRichEnough && flight.covers(what)) return flight;
      }
      return undefined;
    },
    launch(scope, flight) {
      const flights = byScope.get(scope) ?? new Set();
      byScope.set(scope, flights.add(flight));
      const land = () => {
        flights.delete(flight);
        if (flights.size === 0 && byScope.get(scope) === flights) byScope.delete(scope);
      };
      flight.landed.then(land, land);
    },
  };
}
